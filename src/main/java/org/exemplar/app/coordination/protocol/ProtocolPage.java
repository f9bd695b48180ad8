package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A protocol: as it reads, its questions, its source; when sealed, its versions and deviations. */
final class ProtocolPage extends VBox {
  /** The sides of a protocol. */
  enum Tab {
    READ("Document"),
    QUESTIONS("Questions"),
    INSTRUCTIONS("Instructions"),
    SOURCE("Source"),
    VERSIONS("Versions"),
    DEVIATIONS("Deviations");

    private final String words;

    Tab(String words) {
      this.words = words;
    }
  }

  /**
   * What the page asks of its place.
   *
   * @param finish saves the document, amends the study with it, or goes back to its draft
   * @param other goes to another document
   * @param ofDraft whether this is the protocol of a study that is being designed, which is written
   *     with every change
   */
  record Acts(Runnable finish, Runnable other, boolean ofDraft) {
    static Acts of(Runnable finish, Runnable other) {
      return new Acts(finish, other, false);
    }

    static Acts ofDraft(Runnable back) {
      return new Acts(back, () -> {}, true);
    }
  }

  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final List<KeyCombination> REDO =
      List.of(
          new KeyCodeCombination(
              KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
          new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final ProtocolDraft draft;
  private final @Nullable StudyRecord study;
  private final Acts acts;
  private final Segmented<Tab> tabs;
  private final StackPane content = new StackPane();
  private final SourceView source;
  private final Node read;
  private final Node questions;
  private final Node instructions;
  private final HBox blocker = new HBox();
  private final Label blockerWords = Parts.paragraph("", "body");
  private final Button goThere = Buttons.of("Go there", Feather.CORNER_DOWN_RIGHT, this::goThere);
  private final Button undo = icon(Feather.ROTATE_CCW, "Undo (Ctrl+Z)");
  private final Button redo = icon(Feather.ROTATE_CW, "Redo (Ctrl+Shift+Z)");
  private final Button finish;
  private final Label state = Parts.line("", "muted");

  /**
   * @param name of the document, e.g. its file's name
   * @param study null for a document that is not sealed
   */
  ProtocolPage(ProtocolDraft draft, String name, @Nullable StudyRecord study, Acts acts) {
    this.draft = draft;
    this.study = study;
    this.acts = acts;
    getStyleClass().addAll("gap-12", "desk-page", "padded-below");
    source = new SourceView(draft);
    read = new ReadView(draft, this::goToLine);
    questions = new QuestionsView(draft);
    instructions = new InstructionsView(draft);
    tabs = new Segmented<>(tabs(), tab -> tab.words, Tab.READ);
    tabs.valueProperty().addListener(o -> show());
    finish =
        acts.ofDraft()
            ? Buttons.primary("Back to the study", Feather.CORNER_UP_LEFT, acts.finish())
            : Buttons.primary(
                study == null ? "Save" : "Amend…",
                study == null ? Feather.SAVE : Feather.EDIT_3,
                acts.finish());
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    getChildren().addAll(head(name), new HBox(tabs), blockerLine(), content);
    draft.stateProperty().addListener((o, was, is) -> follow());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    show();
    follow();
  }

  private List<Tab> tabs() {
    List<Tab> all = new ArrayList<>(List.of(Tab.READ, Tab.QUESTIONS, Tab.INSTRUCTIONS, Tab.SOURCE));
    if (study != null) {
      all.addAll(List.of(Tab.VERSIONS, Tab.DEVIATIONS));
    }
    return all;
  }

  private HBox head(String name) {
    undo.setOnAction(e -> draft.undo());
    redo.setOnAction(e -> draft.redo());
    Label title = Parts.line("Protocol", "desk-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label file = Parts.line(name, "muted");
    file.setMinWidth(0);
    state.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, file, Parts.filler(), state, undo, redo);
    if (!acts.ofDraft()) {
      head.getChildren().add(Buttons.of("Other…", Feather.FOLDER, acts.other()));
    }
    head.getChildren().add(finish);
    head.getStyleClass().addAll("gap-12", "middle-line");
    head.setMinHeight(USE_PREF_SIZE);
    return head;
  }

  private static Button icon(Feather icon, String words) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }

  private HBox blockerLine() {
    HBox.setHgrow(blockerWords, Priority.ALWAYS);
    blockerWords.setMaxWidth(Double.MAX_VALUE);
    blocker
        .getChildren()
        .addAll(Icons.of(Feather.ALERT_TRIANGLE, "icon-danger"), blockerWords, goThere);
    blocker.getStyleClass().addAll("notice", "danger", "middle-line");
    blocker.managedProperty().bind(blocker.visibleProperty());
    blocker.setMinHeight(USE_PREF_SIZE);
    return blocker;
  }

  private void keys(KeyEvent e) {
    if (UNDO.match(e)) {
      draft.undo();
      e.consume();
    } else if (REDO.stream().anyMatch(keys -> keys.match(e))) {
      draft.redo();
      e.consume();
    } else if (SAVE.match(e)) {
      if (!finish.isDisabled()) {
        acts.finish().run();
      }
      e.consume();
    }
  }

  private void follow() {
    String why = draft.blocker().orElse("");
    blocker.setVisible(!why.isEmpty());
    blockerWords.setText(why);
    goThere.setVisible(place() != null);
    goThere.setManaged(place() != null);
    undo.setDisable(!draft.canUndo());
    redo.setDisable(!draft.canRedo());
    boolean closed = study != null && study.closed();
    if (acts.ofDraft()) {
      state.setText(why.isEmpty() ? "Kept with the study" : "Not kept before this is put right");
      return;
    }
    finish.setDisable(!why.isEmpty() || !draft.changed() || closed);
    state.setText(
        closed
            ? "Unblinded: the protocol stays as it is"
            : draft.changed()
                ? study == null ? "Not saved" : "Not amended yet"
                : study == null ? "Saved" : "In force");
  }

  /** Where the first thing that is wrong stands. */
  private @Nullable Tab place() {
    ProtocolDraft.LineProblem problem = draft.state().reading().problem();
    if (problem != null) {
      return problem.line() > 0 ? Tab.SOURCE : null;
    }
    return draft.state().wrong().isEmpty() ? null : Tab.QUESTIONS;
  }

  private void goThere() {
    ProtocolDraft.LineProblem problem = draft.state().reading().problem();
    if (problem != null) {
      goToLine(problem.line());
    } else if (!draft.state().wrong().isEmpty()) {
      draft.select(draft.state().wrong().getFirst().index());
      tabs.valueProperty().set(Tab.QUESTIONS);
    }
  }

  /** Shows a line of the source. */
  void goToLine(int line) {
    tabs.valueProperty().set(Tab.SOURCE);
    source.go(line);
  }

  /** Brings a side into view. */
  void show(Tab tab) {
    tabs.valueProperty().set(tab);
  }

  private void show() {
    content.getChildren().setAll(side());
  }

  private Node side() {
    StudyRecord record = study;
    return switch (tabs.valueProperty().get()) {
      case READ -> read;
      case QUESTIONS -> questions;
      case INSTRUCTIONS -> instructions;
      case SOURCE -> source;
      case VERSIONS -> record == null ? read : new VersionsView(record.versions());
      case DEVIATIONS -> record == null ? read : new DeviationsView(record.deviations());
    };
  }
}
