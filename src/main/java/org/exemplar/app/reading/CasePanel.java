package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.FindingChip;
import org.exemplar.app.control.ProgressLine;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.exemplar.study.Answer;
import org.exemplar.study.Question;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The panel beside the film: progress, given findings, questions, comment, Previous and Next. */
final class CasePanel extends VBox {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

  private final CaseModel model;
  private final KeyMap keys;
  private final Runnable leaveField;
  private final Label heading = Parts.line("", "title");
  private final Label shortTime = Parts.line("", "muted");
  private final ProgressLine progress = new ProgressLine();
  private final Label time = Parts.line("", "small");
  private final HBox underProgress;
  private final VBox given = new VBox();
  private final VBox content = new VBox();
  private final VBox below = new VBox();
  private final ScrollPane scroll = new ScrollPane(new VBox(content, below));
  private final List<QuestionCard> cards = new ArrayList<>();
  private final CommentField comment;
  private final ReasonField reason;
  private final PanelFoot foot;
  private @Nullable ReviewBox review;
  private @Nullable WorklistItem shown;
  private PanelSize size = PanelSize.NORMAL;

  /**
   * @param help opens the keys
   * @param leaveField gives the keyboard back to the page
   */
  CasePanel(CaseModel model, KeyMap keys, Runnable help, Runnable leaveField) {
    this.model = model;
    this.keys = keys;
    this.leaveField = leaveField;
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
    content.getStyleClass().add("panel-content");
    for (Question question : model.sitting().protocol().questions()) {
      cards.add(card(question));
    }
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.viewportBoundsProperty().addListener((o, was, is) -> refold());
    getStyleClass().add("case-panel");
    below.getStyleClass().add("panel-below");
    below.getChildren().addAll(comment, reason);
    getChildren().addAll(head, top, scroll, foot);
  }

  private QuestionCard card(Question question) {
    List<QuestionCard.Option> options = new ArrayList<>();
    for (Answer answer : QuestionState.options(question)) {
      options.add(
          new QuestionCard.Option(
              keys.hint(key(answer)),
              answer.wording(),
              question instanceof Question.Scale && answer instanceof Answer.CannotJudge));
    }
    QuestionCard card =
        new QuestionCard(
            question.wording().text(),
            question.wording().title(),
            question instanceof Question.Scale ? AnswerButton.Form.ROW : AnswerButton.Form.SHORT,
            options,
            i -> model.choose(question, i));
    card.setOnHeadChosen(() -> model.focus(new Focus.OnQuestion(question.id())));
    return card;
  }

  private static Act key(Answer answer) {
    return switch (answer) {
      case Answer.Agree _ -> Act.AGREE;
      case Answer.Disagree _ -> Act.DISAGREE;
      case Answer.CannotJudge _ -> Act.CANNOT_JUDGE;
      case Answer.Yes _ -> Act.AGREE;
      case Answer.No _ -> Act.DISAGREE;
      case Answer.Point(int point, String _) -> Act.valueOf("POINT_" + point);
      case Answer.Score _, Answer.Checked _, Answer.Text _ ->
          throw new IllegalArgumentException("not an answer that one key gives: " + answer.kind());
    };
  }

  /** Takes the size that the window has to give. */
  void setSize(PanelSize size) {
    this.size = size;
    getStyleClass().removeAll("narrow", "compact-rows", "roomy-rows");
    getStyleClass().addAll(size.styleClasses());
    foot.setNarrow(size.narrow());
    comment.setNarrow(size.narrow());
    underProgress.setVisible(!size.narrow());
    underProgress.setManaged(!size.narrow());
    refresh();
  }

  CommentField comment() {
    return comment;
  }

  ReasonField reason() {
    return reason;
  }

  /** The search for missing findings, when the review is open. */
  @Nullable TextField search() {
    return review == null ? null : review.search();
  }

  /** The node that stands for the focus of the sitting, to be announced by a screen reader. */
  @Nullable Node focused() {
    Sitting sitting = model.sitting();
    if (sitting.stage() == Stage.FEEDBACK) {
      return foot.next();
    }
    if (sitting.stage() != Stage.CASE) {
      return null;
    }
    return switch (sitting.onScreen().focus()) {
      case Focus.OnNext() -> foot.next();
      case Focus.OnMissing() -> search();
      case Focus.OnFinding(String _) -> review;
      case Focus.OnQuestion(String id) -> cardOf(id);
    };
  }

  private @Nullable QuestionCard cardOf(String id) {
    List<Question> questions = model.sitting().protocol().questions();
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).id().equals(id)) {
        return cards.get(i);
      }
    }
    return null;
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
    content.setVisible(!emptied);
    comment.setVisible(!emptied && stage != Stage.FEEDBACK);
    content.pseudoClassStateChanged(PseudoClass.getPseudoClass("off"), model.broken().isPresent());
    content.setDisable(model.broken().isPresent());
    content.getStyleClass().remove("dimmed");
    if (model.broken().isPresent()) {
      content.getStyleClass().add("dimmed");
    }
    if (!item.equals(shown)) {
      shown = item;
      review = null;
      comment.show(stage == Stage.MASK ? "" : sitting.onScreen().comment());
      scroll.setVvalue(0);
    }
    if (stage == Stage.FEEDBACK) {
      content.getChildren().setAll(given(sitting), new FeedbackBox(sitting));
    } else {
      comment.follow();
      questions(sitting);
    }
    reason.refresh();
    foot.refresh();
    foot.next()
        .pseudoClassStateChanged(
            RINGED,
            stage == Stage.FEEDBACK
                || (stage == Stage.CASE && sitting.onScreen().focus() instanceof Focus.OnNext));
  }

  private void questions(Sitting sitting) {
    boolean open = sitting.stage() != Stage.MASK && sitting.onScreen().reviewOpen();
    if (open && review == null) {
      review = new ReviewBox(model, sitting.onScreen().findings().names(), keys, leaveField);
    } else if (!open) {
      review = null;
    }
    List<Node> nodes = new ArrayList<>();
    if (review == null) {
      nodes.add(given(sitting));
    }
    List<QuestionState> states = model.questions();
    for (int i = 0; i < states.size(); i++) {
      nodes.add(cards.get(i));
      if (review != null && states.get(i).question() instanceof Question.Agreement) {
        nodes.add(review);
      }
    }
    if (!content.getChildren().equals(nodes)) {
      content.getChildren().setAll(nodes);
    }
    for (int i = 0; i < states.size(); i++) {
      cards.get(i).show(states.get(i).selected(), states.get(i).acting());
    }
    refold();
  }

  /** Folds what is answered where the window is too small for all of it. */
  private void refold() {
    List<QuestionState> states = model.questions();
    boolean reviewing = review != null;
    fold(states, size.folds(), reviewing);
    if (reviewing && review != null) {
      review.refresh(false);
    }
    if (!size.folds() && overflows()) {
      if (review != null) {
        review.refresh(true);
      }
      fold(states, true, reviewing);
    }
  }

  private void fold(List<QuestionState> states, boolean others, boolean reviewing) {
    for (int i = 0; i < states.size(); i++) {
      QuestionState state = states.get(i);
      boolean agreement = state.question() instanceof Question.Agreement;
      cards
          .get(i)
          .setFolded(reviewing ? !agreement : others && (size.folds() || state.selected() >= 0));
    }
  }

  private boolean overflows() {
    double room = scroll.getViewportBounds().getHeight();
    if (room <= 0 || content.getScene() == null) {
      return false;
    }
    scroll.getContent().applyCss();
    return scroll.getContent().prefHeight(content.getWidth()) > room + 0.5;
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
