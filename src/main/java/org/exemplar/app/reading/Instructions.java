package org.exemplar.app.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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
    List<Prose.Block> blocks = Prose.of(protocol.text().instructions());
    int leads = 0;
    while (leads < blocks.size() && blocks.get(leads).kind() == Prose.Kind.HEADING) {
      leads++;
    }
    if (leads < blocks.size() && blocks.get(leads).kind() == Prose.Kind.PARAGRAPH) {
      getChildren().add(Parts.paragraph(blocks.get(leads).text(), "lead"));
      leads++;
    }
    List<Prose.Block> rest = blocks.subList(leads, blocks.size());
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
          .addAll(Parts.hairline(), numbered(i + 1, question.wording().text(), help(question)));
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

  private static boolean tells(List<Prose.Block> blocks, String words) {
    return blocks.stream().anyMatch(b -> b.text().contains(words));
  }

  private static VBox prose(List<Prose.Block> blocks, List<Question> questions) {
    VBox box = new VBox();
    box.getStyleClass().add("prose");
    int number = 0;
    for (Prose.Block block : blocks) {
      Optional<Question> asked =
          questions.stream()
              .filter(q -> block.kind() == Prose.Kind.ITEM)
              .filter(q -> block.text().startsWith(q.wording().text()))
              .findFirst();
      if (asked.isPresent()) {
        number++;
        String text = asked.get().wording().text();
        box.getChildren()
            .addAll(
                Parts.hairline(),
                numbered(number, text, block.text().substring(text.length()).strip()));
      } else {
        box.getChildren().add(plain(block));
      }
    }
    return box;
  }

  private static Node plain(Prose.Block block) {
    return switch (block.kind()) {
      case HEADING -> Parts.paragraph(block.text(), "heading", "prose-heading");
      case PARAGRAPH -> Parts.paragraph(block.text(), "body", "muted");
      case ITEM -> {
        Label text = Parts.paragraph(block.text(), "body", "muted");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox item = new HBox(Parts.line("·", "muted"), text);
        item.getStyleClass().add("item");
        yield item;
      }
    };
  }

  private static HBox numbered(int number, String question, String help) {
    VBox words = new VBox(Parts.paragraph(question, "heading"));
    words.getStyleClass().add("gap-4");
    if (!help.isEmpty()) {
      words.getChildren().add(Parts.paragraph(help, "body", "muted"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Parts.line(Integer.toString(number), "step-number", "large"), words);
    line.getStyleClass().add("question-line");
    return line;
  }

  private static HBox breakLine(ReadingProtocol protocol) {
    Duration after = protocol.rules().limits().breakAfter();
    String words =
        (after.isZero() ? "" : "A break is offered after " + after.toMinutes() + " minutes. ")
            + "You can stop at any moment and go on later at the same case.";
    HBox line = RoomParts.noted(Feather.CLOCK, "icon-16", Parts.paragraph(words, "body", "muted"));
    line.getStyleClass().setAll("break-line");
    return line;
  }
}
