package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.coordination.protocol.QuestionForm.Answers;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.fx.Icons;
import org.exemplar.study.Question;
import org.kordamp.ikonli.feather.Feather;

/** What can be chosen: the words of every answer. */
final class AnswersPart {
  private final QuestionFormView view;
  private final QuestionForm form;

  AnswersPart(QuestionFormView view, QuestionForm form) {
    this.view = view;
    this.form = form;
  }

  Card card() {
    List<Node> rows = new ArrayList<>();
    if (form.kind() == Kind.TEXT) {
      rows.add(
          view.field(
              new FormField(
                  "longest",
                  "Most characters",
                  new TextField(),
                  f -> f.answers().longest(),
                  t -> view.change("longest", f -> f.with(new Answers(f.answers().lines(), t))))));
    }
    for (int i = 0; i < form.answers().lines().size(); i++) {
      rows.add(row(i));
    }
    Label error = FormField.errorLabel();
    view.follow((f, wrong) -> FormField.tell(error, wrong.getOrDefault("answers", "")));
    rows.add(error);
    Card card = new Card("Answers", sentence(), rows.toArray(Node[]::new));
    card.body().getStyleClass().add("gap-8");
    if (form.kind().listed()) {
      Button add =
          Buttons.of(form.kind() == Kind.SCALE ? "Point" : "Item", Feather.PLUS, this::add);
      add.setDisable(form.answers().lines().size() >= most());
      view.lock(add);
      card.actions(add);
    }
    return card;
  }

  private String sentence() {
    return switch (form.kind()) {
      case SCALE -> "each point in words, the key before it";
      case CHECKLIST -> "any number of them can be checked";
      case SCORE -> "the words at both ends";
      case TEXT -> "never analysed, exported as written";
      case AGREEMENT, YES_NO -> "";
    };
  }

  private HBox row(int index) {
    boolean sealedItem = form.kind() == Kind.CHECKLIST && view.locked();
    TextField input = new TextField();
    input.setAccessibleText("Answer " + key(index));
    FormField field =
        view.field(
            new FormField(
                "answer." + index,
                "",
                input,
                f -> f.answers().lines().get(index),
                t -> view.change("answer." + index, f -> f.withLine(index, t))));
    if (sealedItem) {
      field.locked(QuestionFormView.LOCKED);
    }
    HBox.setHgrow(field, Priority.ALWAYS);
    KeyHint hint = new KeyHint(key(index));
    HBox row = new HBox(hint, field);
    if (form.kind().listed()) {
      row.getChildren().add(cross(index));
      input.setOnKeyPressed(e -> {
        if (e.getCode() == KeyCode.ENTER && !view.locked()) {
          add();
        }
      });
    }
    row.getStyleClass().addAll("gap-8", "answer-line");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Button cross(int index) {
    Button cross = new Button("", Icons.of(Feather.X));
    cross.getStyleClass().add("icon-button");
    cross.setAccessibleText("Remove answer " + (index + 1));
    cross.setDisable(form.answers().lines().size() <= fewest());
    cross.setOnAction(e -> remove(index));
    view.lock(cross);
    return cross;
  }

  private String key(int index) {
    return switch (form.kind()) {
      case AGREEMENT, YES_NO -> index == 0 ? "Y" : "N";
      case SCORE -> index == 0 ? "0" : "100";
      default -> String.format(Locale.ROOT, "%d", index + 1);
    };
  }

  private int fewest() {
    return form.kind() == Kind.SCALE ? Question.Scale.FEWEST : 1;
  }

  private int most() {
    return form.kind() == Kind.SCALE ? Question.Scale.MOST : Question.Checklist.MOST;
  }

  private void add() {
    if (form.answers().lines().size() >= most()) {
      return;
    }
    view.change(
        "",
        f -> {
          List<String> lines = new ArrayList<>(f.answers().lines());
          lines.add("");
          return f.with(new Answers(lines, f.answers().longest()));
        });
    view.lookupAll(".text-field").stream()
        .filter(TextField.class::isInstance)
        .filter(node ->
            ("Answer " + key(form.answers().lines().size())).equals(node.getAccessibleText()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void remove(int index) {
    view.change(
        "",
        f -> {
          List<String> lines = new ArrayList<>(f.answers().lines());
          lines.remove(index);
          return f.with(new Answers(lines, f.answers().longest()));
        });
  }
}
