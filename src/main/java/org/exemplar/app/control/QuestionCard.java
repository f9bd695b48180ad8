package org.exemplar.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/**
 * A question with its answers. It grows outwards when it has the focus, so that its words never
 * move, and folds to one line where the window is small.
 */
public final class QuestionCard extends VBox {
  /**
   * One possible answer.
   *
   * @param key as printed on the keyboard
   * @param words the wording
   * @param apart whether it stands below a hairline, as "cannot judge" does
   */
  public record Option(String key, String words, boolean apart) {}

  private static final PseudoClass ACTING = PseudoClass.getPseudoClass("acting");
  private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");

  private final String title;
  private final String shortTitle;
  private final Label heading;
  private final Label folded = new Label();
  private final Region bar = new Region();
  private final HBox head;
  private final List<AnswerButton> buttons = new ArrayList<>();
  private final List<Node> body = new ArrayList<>();
  private final List<Option> options;
  private boolean isFolded;
  private boolean isActing;
  private int selected = -1;
  private Runnable headChosen = () -> {};

  /**
   * @param title the question in full
   * @param shortTitle its name on one line
   * @param form rows or short answers
   * @param options the answers from the first to the last
   * @param chosen told the index of what the reader chose
   */
  public QuestionCard(
      String title,
      String shortTitle,
      AnswerButton.Form form,
      List<Option> options,
      IntConsumer chosen) {
    this.title = title;
    this.shortTitle = shortTitle;
    this.options = List.copyOf(options);
    heading = Parts.paragraph(title, "question-title");
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    folded.getStyleClass().add("folded-answer");
    folded.setMinWidth(USE_PREF_SIZE);
    head = new HBox(heading);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setOnMouseClicked(e -> headChosen.run());
    for (int i = 0; i < options.size(); i++) {
      buttons.add(button(form, options.get(i), i, chosen));
    }
    layoutAnswers(form);
    bar.getStyleClass().add("acting-bar");
    bar.setManaged(false);
    bar.setVisible(false);
    getStyleClass().add("question");
    getChildren().add(head);
    getChildren().addAll(body);
    getChildren().add(bar);
    show(-1, false);
  }

  private static AnswerButton button(
      AnswerButton.Form form, Option option, int index, IntConsumer chosen) {
    AnswerButton button = new AnswerButton(form, option.key(), option.words());
    button.setOnChosen(() -> chosen.accept(index));
    return button;
  }

  private void layoutAnswers(AnswerButton.Form form) {
    if (form == AnswerButton.Form.SHORT) {
      HBox row = new HBox();
      row.getStyleClass().add("short-row");
      row.getChildren().addAll(buttons);
      buttons.forEach(b -> HBox.setHgrow(b, Priority.ALWAYS));
      body.add(row);
      return;
    }
    VBox rows = new VBox();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).apart()) {
        VBox line = new VBox(Parts.hairline());
        line.getStyleClass().add("apart");
        rows.getChildren().add(line);
      }
      rows.getChildren().add(buttons.get(i));
    }
    body.add(rows);
  }

  /** Called when the reader clicks the title, to bring the focus here. */
  public void setOnHeadChosen(Runnable chosen) {
    headChosen = chosen;
  }

  /**
   * Shows the state of the question.
   *
   * @param index the stored answer, -1 for none
   * @param acting whether the question has the focus
   */
  public void show(int index, boolean acting) {
    selected = index;
    isActing = acting;
    pseudoClassStateChanged(ACTING, acting);
    pseudoClassStateChanged(ANSWERED, index >= 0);
    bar.setVisible(acting);
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).show(i == index, acting);
    }
    setAccessibleText(title + (index < 0 ? ", not answered" : ", " + options.get(index).words()));
    refold();
  }

  /** Whether only one line is shown while another question has the focus. */
  public void setFolded(boolean fold) {
    isFolded = fold;
    refold();
  }

  private void refold() {
    boolean line = isFolded && !isActing;
    getStyleClass().remove("folded");
    if (line) {
      getStyleClass().add("folded");
      folded.setText(selected < 0 ? "not answered" : options.get(selected).words());
      folded.setGraphic(selected < 0 ? null : Icons.of(Feather.CHECK));
      folded.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      head.getChildren().setAll(heading, folded);
    } else {
      head.getChildren().setAll(heading);
    }
    heading.setText(line ? shortTitle : title);
    body.forEach(node -> {
      node.setManaged(!line);
      node.setVisible(!line);
    });
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double inset = Math.min(8, getHeight() / 4);
    bar.resizeRelocate(0, inset, bar.prefWidth(-1), getHeight() - 2 * inset);
  }
}
