package org.exemplar.app.control;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** A question that is answered with a number from 0 to 100: a line and a field. */
public final class ScoreCard extends QuestionFrame {
  /**
   * The words of the question.
   *
   * @param text the question in full
   * @param title its name on one line
   * @param low the words at 0
   * @param high the words at 100
   * @param cannotJudge how "cannot judge" is given, null when it is not offered
   */
  public record Words(
      String text,
      String title,
      String low,
      String high,
      QuestionCard.@Nullable Option cannotJudge) {}

  /**
   * Told what the reader does.
   *
   * @param moved the number pointed at
   * @param typed what stands in the field, at most three digits; empty when it was emptied
   * @param entered Enter was pressed in the field
   * @param cannotJudge "cannot judge" was chosen
   */
  public record Acts(
      IntConsumer moved, Consumer<String> typed, Runnable entered, Runnable cannotJudge) {}

  private static final String UP_TO_100 = "100|[0-9]?[0-9]?";

  private final ScoreSlider slider;
  private final TextField number = new TextField();
  private final @Nullable AnswerButton cannotJudge;
  private boolean showing;

  /** A card without an answer. */
  public ScoreCard(Words words, Acts acts) {
    super(words.text(), words.title());
    slider =
        new ScoreSlider(
            words.text() + " From 0, " + words.low() + ", to 100, " + words.high(), acts.moved());
    HBox.setHgrow(slider, Priority.ALWAYS);
    number.getStyleClass().add("score-field");
    number.setPromptText("0–100");
    number.setAccessibleText(words.title() + ", a number from 0 to 100");
    number.setTextFormatter(new TextFormatter<>(ScoreCard::upTo100));
    number
        .textProperty()
        .addListener((o, was, is) -> {
          if (!showing) {
            acts.typed().accept(is);
          }
        });
    number.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            acts.entered().run();
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            requestFocus();
            e.consume();
          }
        });
    HBox line = new HBox(slider, number);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("score-line");
    HBox ends =
        new HBox(
            Parts.line(words.low(), "small"), Parts.filler(), Parts.line(words.high(), "small"));
    VBox all = new VBox(line, ends);
    all.getStyleClass().add("score");
    Tooltip.install(
        line, new Tooltip("Type a number, or ← and → by 1, with Shift by 10. Enter confirms."));
    cannotJudge = setBody(all, words.cannotJudge(), acts.cannotJudge());
    show(-1, "", false);
  }

  /** The field, to see whether one types in it. */
  public TextField number() {
    return number;
  }

  /**
   * Shows the state of the question.
   *
   * @param score the number, -1 for none
   * @param words of the answer, empty for none; those of "cannot judge" without a number
   * @param acting whether the question has the focus
   */
  public void show(int score, String words, boolean acting) {
    slider.show(score);
    showing = true;
    String text = score < 0 ? "" : Integer.toString(score);
    if (!number.getText().equals(text)) {
      number.setText(text);
      number.end();
    }
    showing = false;
    AnswerButton button = cannotJudge;
    if (button != null) {
      button.show(score < 0 && !words.isEmpty(), acting);
    }
    state(words, acting);
  }

  // Null refuses a change, which the types of JavaFX do not say.
  @SuppressWarnings("NullAway")
  private static TextFormatter.Change upTo100(TextFormatter.Change change) {
    return change.getControlNewText().matches(UP_TO_100) ? change : null;
  }
}
