package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The question builder: left the questions, in the middle the form, right what readers will see.
 */
final class QuestionsView extends HBox {
  private static final KeyCombination UP =
      new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  private static final KeyCombination DOWN =
      new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

  private final ProtocolDraft draft;
  private final ListView<Integer> list = new ListView<>();
  private boolean showing;

  QuestionsView(ProtocolDraft draft) {
    this.draft = draft;
    getStyleClass().addAll("gap-16", "questions-view");
    VBox left = left();
    left.getStyleClass().add("question-list-side");
    VBox formBox = new VBox();
    if (draft.amends()) {
      formBox.getChildren().add(QuestionFormView.lockedNotice());
    }
    formBox.getChildren().add(new QuestionFormView(draft));
    formBox.getStyleClass().addAll("gap-16", "form-side");
    ScrollPane form = scrolling(formBox);
    HBox.setHgrow(form, Priority.ALWAYS);
    QuestionPreview preview = new QuestionPreview(draft);
    ScrollPane seen = scrolling(preview);
    VBox.setVgrow(seen, Priority.ALWAYS);
    Label title = Parts.line("As readers see it", "heading");
    VBox right = new VBox(title, seen);
    right.getStyleClass().addAll("gap-8", "preview-side");
    getChildren().addAll(left, form, right);
    Narrow.watch(this, title, 940, narrow -> place(narrow, right, formBox));
    draft.stateProperty().addListener((o, was, is) -> show());
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    show();
  }

  /** In a small window the preview stands below the form. */
  private void place(boolean narrow, VBox right, VBox formBox) {
    if (narrow && getChildren().remove(right)) {
      right.getStyleClass().add("below");
      formBox.getChildren().add(right);
    } else if (!narrow && formBox.getChildren().remove(right)) {
      right.getStyleClass().remove("below");
      getChildren().add(right);
    }
  }

  private static ScrollPane scrolling(VBox content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private VBox left() {
    list.getStyleClass().add("question-list");
    list.setAccessibleText("Questions, in the order asked");
    list.setCellFactory(view -> new QuestionCell());
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, was, is) -> {
          if (!showing && is.intValue() >= 0) {
            draft.select(is.intValue());
          }
        });
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.DELETE && !draft.amends()) {
        draft.remove(draft.state().selected());
        e.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(list, acts());
    left.getStyleClass().add("gap-8");
    return left;
  }

  private HBox acts() {
    MenuButton add = new MenuButton("Add", Icons.of(Feather.PLUS));
    for (Kind kind : Kind.values()) {
      MenuItem item = new MenuItem(kind.words() + ": " + kind.about());
      item.setOnAction(e -> draft.add(kind));
      add.getItems().add(item);
    }
    List<Node> buttons = new ArrayList<>();
    buttons.add(add);
    buttons.add(icon(Feather.ARROW_UP, "Move up (Alt+Up)", () -> moveBy(-1)));
    buttons.add(icon(Feather.ARROW_DOWN, "Move down (Alt+Down)", () -> moveBy(1)));
    buttons.add(
        icon(Feather.COPY, "Duplicate (Ctrl+D)", () -> draft.duplicate(draft.state().selected())));
    buttons.add(
        icon(Feather.TRASH_2, "Remove (Delete)", () -> draft.remove(draft.state().selected())));
    HBox acts = new HBox(buttons.toArray(Node[]::new));
    acts.getStyleClass().addAll("gap-4", "middle-line");
    buttons.forEach(b -> b.setDisable(draft.amends()));
    add.setMinWidth(USE_PREF_SIZE);
    return acts;
  }

  private static Button icon(Feather icon, String words, Runnable act) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(words);
    button.setTooltip(new javafx.scene.control.Tooltip(words));
    button.setOnAction(e -> act.run());
    return button;
  }

  private void move(KeyEvent e) {
    if (draft.amends()) {
      return;
    }
    if (UP.match(e) || DOWN.match(e)) {
      moveBy(UP.match(e) ? -1 : 1);
      e.consume();
    } else if (COPY.match(e)) {
      draft.duplicate(draft.state().selected());
      e.consume();
    }
  }

  private void moveBy(int by) {
    draft.move(draft.state().selected(), by);
  }

  private void show() {
    ProtocolDraft.State state = draft.state();
    setDisable(state.reading().protocol() == null);
    showing = true;
    List<Integer> rows = java.util.stream.IntStream.range(0, state.forms().size()).boxed().toList();
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
    }
    list.refresh();
    list.getSelectionModel().select(state.selected());
    showing = false;
  }

  /** One question of the list: its place, title and kind, and whether something is wrong. */
  private final class QuestionCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
      super.updateItem(index, empty);
      setText(null);
      List<QuestionForm> forms = draft.state().forms();
      if (empty || index == null || index >= forms.size()) {
        setGraphic(null);
        return;
      }
      QuestionForm form = forms.get(index);
      int wrong = FormCheck.of(forms, index).size();
      Label title =
          Parts.line(
              (index + 1) + "  " + (form.words().title().isBlank() ? "…" : form.words().title()),
              "strong",
              "bold");
      String about =
          form.kind().words()
              + (form.holds().required() ? "" : ", optional")
              + (form.holds().when().asked() == QuestionForm.Asked.ALWAYS ? "" : ", conditional");
      VBox words = new VBox(title, Parts.line(about, "small"));
      words.setMinWidth(0);
      HBox row = new HBox(words, Parts.filler());
      if (wrong > 0) {
        row.getChildren().add(Icons.of(Feather.ALERT_CIRCLE, "icon-danger"));
      }
      row.getStyleClass().addAll("gap-8", "middle-line");
      setGraphic(row);
      setAccessibleText(title.getText() + ", " + about + (wrong > 0 ? ", something is wrong" : ""));
    }
  }
}
