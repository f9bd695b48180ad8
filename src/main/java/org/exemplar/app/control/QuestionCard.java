package org.exemplar.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question with a few possible answers, one of which is chosen. */
public final class QuestionCard extends QuestionFrame {
  /**
   * One possible answer.
   *
   * @param key as printed on the keyboard
   * @param words the wording
   * @param apart whether it stands below a hairline, as "cannot judge" does
   */
  public record Option(String key, String words, boolean apart) {}

  private final List<AnswerButton> buttons = new ArrayList<>();
  private final List<Option> options;

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
    super(title, shortTitle);
    this.options = List.copyOf(options);
    for (int i = 0; i < options.size(); i++) {
      int index = i;
      AnswerButton button = new AnswerButton(form, options.get(i).key(), options.get(i).words());
      button.setOnChosen(() -> chosen.accept(index));
      button.setAccessibleHelp(title);
      buttons.add(button);
    }
    setBody(form == AnswerButton.Form.SHORT ? row() : rows());
    show(-1, false);
  }

  private Node row() {
    HBox row = new HBox();
    row.getStyleClass().add("short-row");
    row.getChildren().addAll(buttons);
    buttons.forEach(b -> HBox.setHgrow(b, Priority.ALWAYS));
    return row;
  }

  private Node rows() {
    VBox rows = new VBox();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).apart()) {
        rows.getChildren().add(apart());
      }
      rows.getChildren().add(buttons.get(i));
    }
    return rows;
  }

  /**
   * Shows the state of the question.
   *
   * @param index the stored answer, -1 for none
   * @param acting whether the question has the focus
   */
  public void show(int index, boolean acting) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).show(i == index, acting);
    }
    state(index < 0 ? "" : options.get(index).words(), acting);
  }
}
