package org.exemplar.app.reading;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.FindingChip;
import org.exemplar.app.control.ProgressLine;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The panel beside the film: progress, given findings, questions, comment, Previous and Next. */
final class CasePanel extends VBox {
  private final CaseModel model;
  private final Label heading = Parts.line("", "title");
  private final Label shortTime = Parts.line("", "muted");
  private final ProgressLine progress = new ProgressLine();
  private final Label time = Parts.line("", "small");
  private final HBox underProgress;
  private final VBox given = new VBox();
  private final VBox below = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final QuestionList questions;
  private final VBox feedback = new VBox();
  private final CommentField comment;
  private final ReasonField reason;
  private final PanelFoot foot;
  private @Nullable WorklistItem shown;
  private PanelSize size = PanelSize.NORMAL;

  /**
   * @param help opens the keys
   * @param leaveField gives the keyboard back to the page
   */
  CasePanel(CaseModel model, KeyMap keys, Runnable help, Runnable leaveField) {
    this.model = model;
    comment = new CommentField(model, keys, leaveField);
    reason = new ReasonField(model, leaveField);
    foot = new PanelFoot(model, keys, comment::open);
    HBox head =
        new HBox(
            heading,
            Parts.filler(),
            shortTime,
            RoomParts.iconButton(
                Feather.PAUSE, "Pause (" + keys.hint(Act.PAUSE) + ")", model::pause),
            RoomParts.iconButton(
                Feather.HELP_CIRCLE, "Keys and instructions (" + keys.hint(Act.KEYS) + ")", help));
    head.getStyleClass().add("panel-head");
    underProgress =
        new HBox(time, Parts.filler(), Parts.line("Reader " + model.sitting().reader(), "small"));
    VBox top = new VBox(progress, underProgress);
    top.getStyleClass().add("panel-progress");
    given.getStyleClass().add("given");
    questions = new QuestionList(model, keys, scroll, leaveField);
    feedback.getStyleClass().add("panel-content");
    scroll.setContent(new VBox(questions, feedback, below));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("case-panel");
    below.getStyleClass().add("panel-below");
    below.getChildren().addAll(comment, reason);
    getChildren().addAll(head, top, scroll, foot);
  }

  /** Takes the size that the window has to give. */
  void setSize(PanelSize size) {
    this.size = size;
    getStyleClass().removeAll("narrow", "compact-rows", "roomy-rows");
    getStyleClass().addAll(size.styleClasses());
    foot.setNarrow(size.narrow());
    questions.setSmall(size.folds());
    comment.setNarrow(size.narrow());
    underProgress.setVisible(!size.narrow());
    underProgress.setManaged(!size.narrow());
    refresh();
  }

  /** Scrolls by a page, where there are no questions to move between. */
  void scroll(boolean forwards) {
    boolean _ = ScrollKeys.scroll(scroll, Stroke.of(forwards ? "PageDown" : "PageUp"));
  }

  /** Stores what is still being typed. */
  void leave() {
    comment.keep();
    model.leave();
  }

  CommentField comment() {
    return comment;
  }

  ReasonField reason() {
    return reason;
  }

  /** The search for missing findings, when the review is open. */
  @Nullable TextField search() {
    return questions.search();
  }

  /** The node that stands for the focus of the sitting, to be announced by a screen reader. */
  @Nullable Node focused() {
    Sitting sitting = model.sitting();
    if (sitting.stage() == Stage.FEEDBACK) {
      return foot.afterFeedback();
    }
    if (sitting.stage() != Stage.CASE) {
      return null;
    }
    Focus focus = sitting.onScreen().focus();
    return focus instanceof Focus.OnNext ? foot.next() : questions.focused(focus);
  }

  /** Shows the case as it stands. */
  void refresh() {
    Sitting sitting = model.sitting();
    Stage stage = sitting.stage();
    if (!RoomStage.atCase(stage)) {
      return;
    }
    heading.setText(CaseWords.heading(sitting));
    progress.doneProperty().set(CaseWords.share(sitting));
    time.setText(CaseWords.timeLeft(sitting));
    shortTime.setText(size.narrow() ? CaseWords.rounded(sitting.progress().timeLeft()) : "");
    WorklistItem item = sitting.item();
    boolean emptied = stage == Stage.MASK && model.broken().isEmpty();
    questions.setVisible(!emptied && stage != Stage.FEEDBACK);
    questions.setManaged(stage != Stage.FEEDBACK);
    feedback.setVisible(stage == Stage.FEEDBACK);
    feedback.setManaged(stage == Stage.FEEDBACK);
    comment.setDisable(model.broken().isPresent());
    comment.setVisible(!emptied && stage != Stage.FEEDBACK);
    questions.setDisable(model.broken().isPresent());
    questions.getStyleClass().remove("dimmed");
    if (model.broken().isPresent()) {
      questions.getStyleClass().add("dimmed");
    }
    if (!item.equals(shown)) {
      shown = item;
      questions.forget();
      comment.show(stage == Stage.MASK ? "" : sitting.onScreen().comment());
    }
    if (stage == Stage.FEEDBACK) {
      feedback.getChildren().setAll(given(sitting), new FeedbackBox(sitting));
    } else {
      comment.follow();
      questions.refresh(given(sitting));
    }
    reason.refresh();
    foot.refresh();
  }

  private VBox given(Sitting sitting) {
    given.getChildren().clear();
    if (sitting.stage() == Stage.MASK && model.broken().isEmpty()) {
      return given;
    }
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chip-row");
    List<String> names = sitting.onScreen().findings().names();
    names.forEach(name -> chips.getChildren().add(FindingChip.given(name)));
    if (names.isEmpty()) {
      chips.getChildren().add(Parts.line("No finding was given", "muted"));
    }
    if (!size.narrow()) {
      given.getChildren().add(Parts.line("Given findings", "small", "bold"));
    }
    given.getChildren().add(chips);
    return given;
  }
}
