package org.exemplar.app.coordination.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.document.MarkdownView;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.control.parts.TabOut;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolTemplate;
import org.exemplar.study.Question;
import org.kordamp.ikonli.feather.Feather;

/** The protocol: picked or begun from a template, as readers will read it, and as a document. */
final class ProtocolStep extends StepPane {
  private static final String READS = "As it reads";
  private static final String DOCUMENT = "Document";

  private final DesignViewModel model;
  private final VBox top = new VBox();
  private final VBox reads = new VBox();
  private final TextArea document = new TextArea();
  private final Button questions = Buttons.of("Edit the questions", Feather.EDIT_2, () -> {});
  private String before = "";
  private String replaced = "";
  private final Label caret = Parts.line("", "muted");
  private final Segmented<String> view =
      new Segmented<>(List.of(READS, DOCUMENT), words -> words, READS);
  private final StackPane shown = new StackPane();
  private final ScrollPane reading = new ScrollPane(reads);

  ProtocolStep(DesignViewModel model, DesignActs acts) {
    this.model = model;
    top.getStyleClass().add("gap-12");
    reads.getStyleClass().addAll("gap-12", "protocol-reads");
    reading.setFitToWidth(true);
    document.getStyleClass().add("protocol-document");
    document.setAccessibleText("Protocol document");
    TabOut.leaves(document);
    top.managedProperty().bind(Bindings.isNotEmpty(top.getChildren()));
    document.textProperty().addListener((o, was, is) -> model.protocol(is));
    document.caretPositionProperty().addListener(o -> caret.setText("line " + caretLine()));
    view.valueProperty().addListener(o -> view());
    Card card = new Card("Protocol", "the study is what this document says", shown).flush();
    card.actions(caret, view);
    VBox.setVgrow(card, Priority.ALWAYS);
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren().addAll(buttons(acts), top, card);
    view();
  }

  private HBox buttons(DesignActs acts) {
    MenuButton templates = new MenuButton("Begin with a template", Icons.of(Feather.COPY));
    templates.setMinWidth(USE_PREF_SIZE);
    for (ProtocolTemplate template : ProtocolTemplate.values()) {
      MenuItem item = new MenuItem(template.title());
      item.setOnAction(e -> replace(template.text()));
      templates.getItems().add(item);
    }
    HBox buttons =
        new HBox(
            Buttons.of(
                "Choose a document…",
                Feather.FILE_TEXT,
                () -> acts.ask().file().apply("Choose the protocol", "*.md").ifPresent(this::read)),
            templates);
    acts.leave()
        .questions()
        .ifPresent(edit -> {
          questions.setOnAction(e -> edit.run());
          buttons.getChildren().add(questions);
        });
    buttons.getStyleClass().add("gap-8");
    return buttons;
  }

  /** Takes another document; the one before can be taken back. */
  private void replace(String text) {
    before = model.protocol().chosen() ? model.protocol().text() : "";
    replaced = text;
    model.protocol(text);
    refresh();
  }

  private HBox takeBack() {
    HBox notice = notice("info", "Another protocol took the place of the one before.");
    Button back =
        Buttons.of(
            "Take it back",
            Feather.ROTATE_CCW,
            () -> {
              String text = before;
              before = "";
              model.protocol(text);
              refresh();
            });
    notice.getChildren().addAll(Parts.filler(), back);
    return notice;
  }

  /** The documents that one can begin with. */
  private VBox beginnings() {
    VBox all =
        new VBox(
            Parts.paragraph(
                "The protocol says what readers are asked, how many cases there are, and what is"
                    + " computed. Begin with one of these, and change what you like; or choose a"
                    + " document that you have.",
                "muted"));
    for (ProtocolTemplate template : ProtocolTemplate.values()) {
      Button begin =
          Buttons.of("Begin with it", Feather.CHEVRON_RIGHT, () -> replace(template.text()));
      begin.setContentDisplay(ContentDisplay.RIGHT);
      begin.setAccessibleText("Begin with " + template.title());
      VBox words =
          new VBox(
              Parts.line(template.title(), "strong", "bold"),
              Parts.paragraph(template.about(), "muted"));
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(words, begin);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("gap-16");
      all.getChildren().addAll(Parts.hairline(), row);
    }
    all.getStyleClass().add("gap-12");
    return all;
  }

  private void read(Path file) {
    try {
      replace(Files.readString(file));
    } catch (IOException e) {
      top.getChildren()
          .setAll(notice("danger", file + " cannot be read: check that it is UTF-8 text."));
    }
  }

  private void view() {
    boolean asText = view.valueProperty().get().equals(DOCUMENT);
    shown.getChildren().setAll(asText ? document : reading);
    caret.setVisible(asText);
    caret.setManaged(asText);
  }

  private long caretLine() {
    String before =
        document.getText(0, Math.min(document.getLength(), document.getCaretPosition()));
    return 1 + before.chars().filter(c -> c == '\n').count();
  }

  @Override
  boolean fills() {
    return true;
  }

  @Override
  void refresh() {
    ProtocolText protocol = model.protocol();
    if (!document.getText().equals(protocol.text())) {
      document.setText(protocol.text());
    }
    top.getChildren().clear();
    reads.getChildren().clear();
    questions.setDisable(!protocol.chosen());
    if (!before.isEmpty() && protocol.text().equals(replaced)) {
      top.getChildren().add(takeBack());
    }
    if (!model.unfinished().isEmpty()) {
      top.getChildren()
          .add(
              notice(
                  "danger", model.unfinished() + " Choose Edit the questions to go on with it."));
    }
    if (!protocol.chosen()) {
      reads.getChildren().add(beginnings());
    } else if (protocol.error().isPresent()) {
      error(protocol);
    } else {
      protocol.read().ifPresent(this::show);
    }
  }

  private void error(ProtocolText protocol) {
    HBox notice = notice("danger", protocol.error().orElse(""));
    protocol
        .line()
        .ifPresent(line -> {
          Button go = Buttons.of("Go to line " + line, Feather.CORNER_DOWN_RIGHT, () -> go(line));
          notice.getChildren().addAll(Parts.filler(), go);
        });
    top.getChildren().add(notice);
    reads
        .getChildren()
        .add(Parts.paragraph("It can be read once the error is put right.", "muted"));
  }

  private void go(int line) {
    view.valueProperty().set(DOCUMENT);
    String text = document.getText();
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    document.requestFocus();
    document.selectRange(end < 0 ? text.length() : end, start);
  }

  private void show(Protocol protocol) {
    reads.getChildren().add(Parts.paragraph(protocol.reading().title(), "title"));
    reads
        .getChildren()
        .add(
            Parts.paragraph(
                "Version " + protocol.version() + ", " + model.protocol().summary(), "muted"));
    int number = 1;
    for (Question question : protocol.reading().questions()) {
      VBox box =
          new VBox(
              Parts.paragraph(number++ + ". " + question.wording().text(), "strong", "bold"),
              Parts.paragraph(question.wording().help(), "muted"));
      question
          .choices()
          .forEach(
              answer -> box.getChildren().add(Parts.paragraph("· " + answer.wording(), "body")));
      box.getStyleClass().add("gap-4");
      reads.getChildren().add(box);
    }
    reads.getChildren().add(Parts.hairline());
    reads.getChildren().add(Parts.line("Instructions for readers", "heading"));
    MarkdownView instructions = new MarkdownView();
    instructions.show(protocol.reading().text().instructions());
    reads.getChildren().add(instructions);
  }
}
