package org.exemplar.app.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.document.Markdown;
import org.exemplar.app.control.document.Markdown.Block;
import org.exemplar.app.control.document.Markdown.Run;
import org.exemplar.app.control.document.MarkdownView;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Question;
import org.exemplar.study.ReadingProtocol;
import org.kordamp.ikonli.feather.Feather;

/** The instructions of the protocol at a readable width; every word of them is the protocol's. */
final class Instructions extends VBox {
  private static final List<String> NUMBERS =
      List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  Instructions(ReadingProtocol protocol) {
    getStyleClass().add("instructions");
    getChildren()
        .addAll(
            Parts.line(protocol.title(), "small", "bold"),
            Parts.paragraph("Before you start", "page-title"));
    List<Block> blocks = Markdown.of(protocol.text().instructions());
    int leads = 0;
    while (leads < blocks.size() && blocks.get(leads) instanceof Block.Heading) {
      leads++;
    }
    if (leads < blocks.size() && blocks.get(leads) instanceof Block.Paragraph lead) {
      MarkdownView words = new MarkdownView();
      words.getStyleClass().add("lead");
      words.show(List.of(lead));
      getChildren().add(words);
      leads++;
    }
    List<Block> rest = blocks.subList(leads, blocks.size());
    boolean tellsQuestions =
        protocol.questions().stream().anyMatch(q -> tells(rest, q.wording().text()));
    if (!tellsQuestions) {
      getChildren().add(questions(protocol.questions()));
    }
    getChildren().add(prose(rest, protocol.questions()));
    if (!tells(rest, "break")) {
      getChildren().add(breakLine(protocol));
    }
  }

  private static VBox questions(List<Question> questions) {
    int count = questions.size();
    String number = count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
    VBox box =
        new VBox(
            Parts.line(
                number + (count == 1 ? " question" : " questions") + " for each film", "heading"));
    for (int i = 0; i < count; i++) {
      Question question = questions.get(i);
      box.getChildren()
          .addAll(
              Parts.hairline(),
              numbered(
                  i + 1,
                  question.wording().text(),
                  Parts.paragraph(help(question), "body", "muted")));
    }
    box.getStyleClass().add("questions");
    VBox.setMargin(box.getChildren().getFirst(), new javafx.geometry.Insets(0, 0, 8, 0));
    return box;
  }

  private static String help(Question question) {
    String help = question.wording().help();
    if (help.isEmpty() && question instanceof Question.Scale scale) {
      var first = scale.points().getFirst();
      var last = scale.points().getLast();
      return "From "
          + first.code()
          + ", "
          + lower(first.wording())
          + ", to "
          + last.code()
          + ", "
          + lower(last.wording())
          + ".";
    }
    return help;
  }

  private static String lower(String words) {
    return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private static boolean tells(List<Block> blocks, String words) {
    return blocks.stream().anyMatch(block -> words(block).contains(words));
  }

  private static String words(Block block) {
    return switch (block) {
      case Block.Heading(int _, List<Run> words) -> Markdown.words(words);
      case Block.Paragraph(List<Run> words) -> Markdown.words(words);
      case Block.Item(String _, List<Run> words) -> Markdown.words(words);
      case Block.Table(List<List<List<Run>>> rows) ->
          rows.stream().flatMap(List::stream).map(Markdown::words).collect(Collectors.joining(" "));
    };
  }

  /** The words as they are written; where they list the questions, as a numbered list of them. */
  private static VBox prose(List<Block> blocks, List<Question> questions) {
    VBox box = new VBox();
    box.getStyleClass().add("prose");
    List<Block> open = new ArrayList<>();
    int number = 0;
    for (Block block : blocks) {
      Optional<String> asked = asked(block, questions);
      if (asked.isPresent() && block instanceof Block.Item(String _, List<Run> words)) {
        add(box, open);
        number++;
        MarkdownView help = new MarkdownView();
        help.show(List.of(new Block.Paragraph(Markdown.after(words, asked.get().length()))));
        box.getChildren().addAll(Parts.hairline(), numbered(number, asked.get(), help));
      } else {
        open.add(block);
      }
    }
    add(box, open);
    return box;
  }

  private static void add(VBox box, List<Block> open) {
    if (!open.isEmpty()) {
      MarkdownView view = new MarkdownView();
      view.show(List.copyOf(open));
      box.getChildren().add(view);
      open.clear();
    }
  }

  /** The question that an item of a list begins with. */
  private static Optional<String> asked(Block block, List<Question> questions) {
    return questions.stream()
        .map(question -> question.wording().text())
        .filter(text -> block instanceof Block.Item && words(block).startsWith(text))
        .findFirst();
  }

  private static HBox numbered(int number, String question, Node help) {
    VBox words = new VBox(Parts.paragraph(question, "heading"), help);
    words.getStyleClass().add("gap-4");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Parts.line(Integer.toString(number), "step-number", "large"), words);
    line.getStyleClass().add("question-line");
    return line;
  }

  private static HBox breakLine(ReadingProtocol protocol) {
    Duration after = protocol.rules().limits().breakAfter();
    String words =
        (after.isZero() ? "" : "A break is offered after " + WaitPage.minutes(after) + ". ")
            + "You can stop at any moment and go on later at the same case.";
    HBox line = RoomParts.noted(Feather.CLOCK, "icon-16", Parts.paragraph(words, "body", "muted"));
    line.getStyleClass().setAll("break-line");
    return line;
  }
}
