package org.exemplar.app.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.jspecify.annotations.Nullable;

/** What the reader sees on the test pattern. Every answer is possible; the best ones pass. */
public final class DisplayCheckModel {
  /**
   * One question about the pattern.
   *
   * @param id how the answer is stored
   * @param text as it is asked
   * @param options the answers, the first is the one that passes
   */
  public record Asked(String id, String text, List<String> options) {}

  /** What is asked, in order. */
  public static final List<Asked> QUESTIONS =
      List.of(
          new Asked(
              "faint_bars",
              "On how many of the 18 squares do you see both faint bars?",
              List.of("All 18", "16 or 17", "12 to 15", "Fewer than 12")),
          new Asked("dark_patch", "A: a dark gray square inside the black?", List.of("Yes", "No")),
          new Asked(
              "light_patch", "B: a light gray square inside the white?", List.of("Yes", "No")),
          new Asked("line_pairs", "C: separate lines, not a flat gray?", List.of("Yes", "No")));

  private final int[] answers = new int[QUESTIONS.size()];
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private int acting;

  /** Nothing answered, the first question has the focus. */
  public DisplayCheckModel() {
    Arrays.fill(answers, -1);
  }

  /** Changes with every answer and move. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Which question has the focus; as many as there are questions when all are answered. */
  public int acting() {
    return acting;
  }

  /** The answer to a question, -1 for none. */
  public int answer(int question) {
    return answers[question];
  }

  /** Answers a question; the focus moves on to the next one without an answer. */
  public void answer(int question, int option) {
    answers[question] = option;
    acting = question;
    while (acting < answers.length && answers[acting] >= 0) {
      acting++;
    }
    if (acting == answers.length && missing() > 0) {
      acting = firstMissing();
    }
    revision.set(revision.get() + 1);
  }

  /** Moves the focus. */
  public void focus(int question) {
    acting = Math.clamp(question, 0, answers.length - 1);
    revision.set(revision.get() + 1);
  }

  /** Does what a key means for the question with the focus. */
  void act(Act act) {
    if (acting >= answers.length) {
      return;
    }
    boolean scale = acting == 0;
    if (scale && act.point() >= 1 && act.point() <= QUESTIONS.getFirst().options().size()) {
      answer(acting, act.point() - 1);
    } else if (!scale && (act == Act.AGREE || act == Act.DISAGREE)) {
      answer(acting, act == Act.AGREE ? 0 : 1);
    }
  }

  /** How many questions have no answer. */
  public int missing() {
    return (int) Arrays.stream(answers).filter(a -> a < 0).count();
  }

  private int firstMissing() {
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] < 0) {
        return i;
      }
    }
    return answers.length;
  }

  /** Whether everything that should be seen was seen. */
  public boolean passed() {
    return Arrays.stream(answers).allMatch(a -> a == 0);
  }

  /** What will be recorded as a warning so far; empty when nothing. */
  public Optional<String> warning() {
    if (answers[0] > 0) {
      return Optional.of("Not all 18: recorded as a warning");
    }
    for (int i = 1; i < answers.length; i++) {
      if (answers[i] > 0) {
        return Optional.of("Not everything seen: recorded as a warning");
      }
    }
    return Optional.empty();
  }

  /**
   * The check as it is stored.
   *
   * @param luminance measured values when typed in
   */
  public DisplayCheck check(
      Display display, DisplayCheck.@Nullable Luminance luminance, boolean pixelForPixel) {
    Map<String, String> told = new LinkedHashMap<>();
    for (int i = 0; i < answers.length; i++) {
      Asked asked = QUESTIONS.get(i);
      told.put(asked.id(), asked.options().get(answers[i]));
    }
    return new DisplayCheck(display, told, passed(), luminance, pixelForPixel);
  }
}
