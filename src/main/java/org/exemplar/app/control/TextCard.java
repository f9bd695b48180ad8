package org.exemplar.app.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** A question that is answered in the reader's own words. */
public final class TextCard extends QuestionFrame {
  /**
   * The words of the question.
   *
   * @param text the question in full
   * @param title its name on one line
   * @param longest the most characters
   * @param cannotJudge how "cannot judge" is given, null when it is not offered
   */
  public record Words(
      String text, String title, int longest, QuestionCard.@Nullable Option cannotJudge) {}

  /**
   * Told what the reader does.
   *
   * @param typed what stands in the field after each letter
   * @param rested the field has lost the keyboard
   * @param entered Enter was pressed
   * @param moved left for the next question (true) or for the one before
   * @param cannotJudge "cannot judge" was chosen
   */
  public record Acts(
      Consumer<String> typed,
      Runnable rested,
      Runnable entered,
      Consumer<Boolean> moved,
      Runnable cannotJudge) {}

  private final TextArea field = new TextArea();
  private final Label left = Parts.line("", "small");
  private final @Nullable AnswerButton cannotJudge;
  private final int longest;
  private boolean showing;

  /** A card without an answer. */
  public TextCard(Words words, Acts acts) {
    super(words.text(), words.title());
    longest = words.longest();
    field.setWrapText(true);
    field.setPrefRowCount(3);
    field.setAccessibleText(words.text());
    field.setPromptText("In your own words");
    field.setTextFormatter(new TextFormatter<>(this::within));
    field
        .textProperty()
        .addListener((o, was, is) -> {
          count();
          if (!showing) {
            acts.typed().accept(is);
          }
        });
    field
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            acts.rested().run();
          }
        });
    field.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, acts));
    HBox below = new HBox(Parts.line("Esc leaves the field", "small"), Parts.filler(), left);
    below.visibleProperty().bind(field.focusedProperty());
    VBox all = new VBox(field, below);
    all.getStyleClass().add("text-answer");
    cannotJudge = setBody(all, words.cannotJudge(), acts.cannotJudge());
    count();
    show("", "", false);
  }

  // Null refuses a change, which the types of JavaFX do not say.
  @SuppressWarnings("NullAway")
  private TextFormatter.Change within(TextFormatter.Change change) {
    int over = change.getControlNewText().length() - longest;
    if (over <= 0 || change.getText().isEmpty()) {
      return change;
    }
    int kept = change.getText().length() - over;
    if (kept <= 0) {
      return null;
    }
    change.setText(change.getText().substring(0, kept));
    int end = change.getRangeStart() + kept;
    change.selectRange(end, end);
    return change;
  }

  private void pressed(KeyEvent e, Acts acts) {
    switch (e.getCode()) {
      case ENTER -> {
        if (e.isShiftDown()) {
          field.replaceSelection("\n");
        } else {
          acts.entered().run();
        }
      }
      case ESCAPE -> acts.moved().accept(true);
      case TAB, PAGE_DOWN, PAGE_UP -> {
        boolean back =
            e.getCode() == javafx.scene.input.KeyCode.PAGE_UP
                || (e.getCode() == javafx.scene.input.KeyCode.TAB && e.isShiftDown());
        acts.moved().accept(!back);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void count() {
    int more = longest - field.getLength();
    left.setText(more + (more == 1 ? " character left" : " characters left"));
  }

  @Override
  public Node keyboard() {
    return field;
  }

  /**
   * Shows the state of the question; what is being typed is left alone.
   *
   * @param text the stored words, empty for none
   * @param words of the answer, those of "cannot judge" without a text
   * @param acting whether the question has the focus
   */
  public void show(String text, String words, boolean acting) {
    if (!field.isFocused() && !field.getText().equals(text)) {
      showing = true;
      field.setText(text);
      showing = false;
    }
    AnswerButton button = cannotJudge;
    if (button != null) {
      button.show(text.isEmpty() && !words.isEmpty(), acting);
    }
    state(words, acting);
  }
}
