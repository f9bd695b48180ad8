package org.exemplar.app.reading;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Previous and Next, and under them what is missing and the correction policy, always. */
final class PanelFoot extends VBox {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

  private final CaseModel model;
  private final Button previous;
  private final Button again;
  private final Button commentButton;
  private final Node commentKey;
  private final Node tick = Icons.of(Feather.CHECK, "icon-success");
  private final Button next;
  private final Label missing = Parts.line("", "small");
  private final Label policy = Parts.line("", "small");
  private final HBox words;
  private boolean narrow;

  PanelFoot(CaseModel model, KeyMap keys, Runnable comment) {
    this.model = model;
    previous = RoomParts.button("Previous", Feather.CHEVRON_LEFT, model::previous, "large");
    previous.setTooltip(new Tooltip("Previous case (" + keys.hint(Act.PREVIOUS_CASE) + ")"));
    again =
        RoomParts.keyed(
            "Try again", keys.hint(Act.TRY_AGAIN), model::tryAgain, "large", "next-button");
    again.setTooltip(new Tooltip("This practice case again (" + keys.hint(Act.TRY_AGAIN) + ")"));
    commentButton = RoomParts.keyed("Comment", keys.hint(Act.COMMENT), comment, "large");
    commentButton.setTooltip(new Tooltip("Comment (" + keys.hint(Act.COMMENT) + ")"));
    commentKey = commentButton.getGraphic();
    next = new Button("", new KeyHint(keys.hint(Act.NEXT_CASE)));
    next.setContentDisplay(ContentDisplay.RIGHT);
    next.getStyleClass().addAll("primary", "large", "next-button");
    next.setOnAction(e -> model.next());
    next.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(next, Priority.ALWAYS);
    HBox buttons = new HBox(previous, again, commentButton, next);
    buttons.getStyleClass().add("gap-8");
    missing.setMinWidth(USE_PREF_SIZE);
    words = new HBox(missing, Parts.filler(), policy);
    words.getStyleClass().add("gap-8");
    getStyleClass().add("panel-foot");
    getChildren().addAll(buttons, words);
  }

  /** What is to be pressed after the feedback on a practice case. */
  Button afterFeedback() {
    return model.sitting().mayLeaveFeedback() ? next : again;
  }

  Button next() {
    return next;
  }

  /** In small windows: words go, the comment becomes a button. */
  void setNarrow(boolean narrow) {
    this.narrow = narrow;
    previous.setText(narrow ? "" : "Previous");
    previous.setGraphic(Icons.of(Feather.CHEVRON_LEFT));
    previous.setAccessibleText("Previous case");
    show(words, !narrow);
  }

  /** Shows the case as it stands. */
  void refresh() {
    Sitting sitting = model.sitting();
    Stage stage = sitting.stage();
    boolean feedback = stage == Stage.FEEDBACK;
    boolean broke = model.broken().isPresent();
    show(previous, !feedback);
    show(again, feedback);
    show(commentButton, narrow && !feedback);
    boolean written = stage == Stage.CASE && !sitting.onScreen().comment().isEmpty();
    commentButton.setGraphic(written ? tick : commentKey);
    commentButton.setAccessibleText(written ? "Comment, written" : "Comment");
    boolean masked = stage == Stage.MASK && !broke;
    previous.setDisable(masked || !sitting.mayGoBack());
    String label = CaseWords.next(sitting);
    next.setText(narrow ? shortened(label) : label);
    boolean may =
        !broke
            && (feedback
                ? sitting.mayLeaveFeedback()
                : stage == Stage.CASE && sitting.onScreen().complete());
    next.setDisable(!may);
    ring(next, feedback ? sitting.mayLeaveFeedback() : onNext(sitting));
    ring(again, feedback && !sitting.mayLeaveFeedback());
    missing.setText(broke ? "Nothing to answer" : masked ? "" : CaseWords.missing(sitting));
    policy.setText(
        broke
            ? "A skipped case is not a missing one"
            : stage == Stage.CASE
                    && sitting.onScreen().reviewOpen()
                    && !sitting.onScreen().complete()
                ? sitting.onScreen().focus() instanceof Focus.OnMissing
                    ? "Esc leaves the search"
                    : "Esc closes the review"
                : CaseWords.policy(sitting));
    missing.getStyleClass().removeAll("warning");
    if (model.enterTooEarly()) {
      missing.getStyleClass().add("warning");
    }
    show(policy, !narrow);
    if (narrow) {
      show(words, model.enterTooEarly() || broke);
    }
  }

  private static boolean onNext(Sitting sitting) {
    return sitting.stage() == Stage.CASE && sitting.onScreen().focus() instanceof Focus.OnNext;
  }

  private static void ring(Button button, boolean ringed) {
    button.pseudoClassStateChanged(RINGED, ringed);
  }

  private static String shortened(String label) {
    return switch (label) {
      case "Next case", "Next practice case", "See the feedback" -> "Next";
      case "Start the study" -> "Start";
      default -> label;
    };
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
