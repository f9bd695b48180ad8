package org.exemplar.app.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What every question looks like, whatever takes its answer. It grows outwards when it has the
 * focus, so that its words never move, and folds to one line where the window is small.
 */
public abstract class QuestionFrame extends VBox {
  private static final PseudoClass ACTING = PseudoClass.getPseudoClass("acting");
  private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");
  private static final int LONGEST_FOLDED = 26;

  private final String title;
  private final String shortTitle;
  private final Label heading;
  private final Label folded = new Label();
  private final Node tick = Icons.of(Feather.CHECK);
  private final Region bar = new Region();
  private final VBox body = new VBox();
  private boolean isFolded;
  private boolean isActing;
  private String answered = "";
  private Runnable headChosen = () -> {};

  /**
   * @param title the question in full
   * @param shortTitle its name on one line
   */
  // The node's own lists are filled here; subclasses do not override them.
  @SuppressWarnings("this-escape")
  protected QuestionFrame(String title, String shortTitle) {
    this.title = title;
    this.shortTitle = shortTitle;
    heading = Parts.paragraph(title, "question-title");
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    folded.getStyleClass().add("folded-answer");
    folded.setMinWidth(USE_PREF_SIZE);
    folded.setContentDisplay(ContentDisplay.RIGHT);
    folded.setManaged(false);
    folded.setVisible(false);
    HBox head = new HBox(heading, folded);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setOnMouseClicked(e -> headChosen.run());
    bar.getStyleClass().add("acting-bar");
    bar.setManaged(false);
    bar.setVisible(false);
    body.getStyleClass().add("answer-area");
    getStyleClass().add("question");
    getChildren().addAll(head, body, bar);
  }

  /** Puts what takes the answer below the title. */
  protected final void setBody(Node... nodes) {
    body.getChildren().setAll(nodes);
  }

  /**
   * Puts what takes the answer below the title, and "cannot judge" apart from it.
   *
   * @param option how "cannot judge" is given, null when it is not offered
   * @param chosen told when it was
   * @return its row; null when it is not offered
   */
  protected final @Nullable AnswerButton setBody(
      Node answer, QuestionCard.@Nullable Option option, Runnable chosen) {
    if (option == null) {
      setBody(answer);
      return null;
    }
    AnswerButton row = row(option, chosen);
    setBody(answer, apart(), row);
    return row;
  }

  /** An answer as a row of its own. */
  protected static AnswerButton row(QuestionCard.Option option, Runnable chosen) {
    AnswerButton row = new AnswerButton(AnswerButton.Form.ROW, option.key(), option.words());
    row.setOnChosen(chosen);
    return row;
  }

  /** A hairline above an answer that stands apart, as "cannot judge" does. */
  protected static Node apart() {
    VBox line = new VBox(Parts.hairline());
    line.getStyleClass().add("apart");
    return line;
  }

  /** What takes the keyboard when the question has the focus. */
  public Node keyboard() {
    return this;
  }

  /** Called when the reader clicks the title, to bring the focus here. */
  public final void setOnHeadChosen(Runnable chosen) {
    headChosen = chosen;
  }

  /** Whether only one line is shown while another question has the focus. */
  public final void setFolded(boolean fold) {
    isFolded = fold;
    refold();
  }

  /**
   * Shows the state of the question.
   *
   * @param words of the stored answer, empty for none
   * @param acting whether the question has the focus
   */
  protected final void state(String words, boolean acting) {
    answered = words;
    isActing = acting;
    pseudoClassStateChanged(ACTING, acting);
    pseudoClassStateChanged(ANSWERED, !words.isEmpty());
    bar.setVisible(acting);
    setAccessibleText(title + ", " + (words.isEmpty() ? "not answered" : words));
    refold();
  }

  private void refold() {
    boolean line = isFolded && !isActing;
    if (line != getStyleClass().contains("folded")) {
      boolean _ = line ? getStyleClass().add("folded") : getStyleClass().remove("folded");
    }
    folded.setText(answered.isEmpty() ? "not answered" : shortened(answered));
    folded.setGraphic(answered.isEmpty() ? null : tick);
    folded.setManaged(line);
    folded.setVisible(line);
    heading.setText(line ? shortTitle : title);
    body.setManaged(!line);
    body.setVisible(!line);
  }

  private static String shortened(String words) {
    String line = words.lines().findFirst().orElse("");
    return line.length() <= LONGEST_FOLDED
        ? line
        : line.substring(0, LONGEST_FOLDED - 1).strip() + "…";
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double inset = Math.min(8, getHeight() / 4);
    bar.resizeRelocate(0, inset, bar.prefWidth(-1), getHeight() - 2 * inset);
  }
}
