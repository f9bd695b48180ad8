package org.exemplar.study;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question that is asked about every case. */
public sealed interface Question {
  /** What an id looks like: lower-case letters, digits and {@code _}, starting with a letter. */
  Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  /** The name in tables and exports, such as {@code image_quality}. */
  String id();

  /** Title, text and help. */
  Wording wording();

  /** Whether a case is complete only with an answer to it. */
  boolean required();

  /** The answer "cannot judge", when the protocol offers it. */
  Optional<Answer> cannotJudge();

  /** The answers that can be chosen, in the order shown, without "cannot judge". */
  List<Answer> choices();

  /** Whether {@code answer} is one of those that the question offers, word for word. */
  default boolean accepts(Answer answer) {
    return choices().contains(answer) || cannotJudge().filter(answer::equals).isPresent();
  }

  /** The answer with this code. */
  default Optional<Answer> choice(int code) {
    return choices().stream()
        .filter(a -> a.code().isPresent() && a.code().getAsInt() == code)
        .findFirst();
  }

  /**
   * Agree or disagree with the given findings as a whole; disagreeing may open a review finding by
   * finding.
   *
   * @param agree the words for agreeing, code 0
   * @param disagree the words for disagreeing, code 1
   * @param rules what else holds
   */
  record Agreement(String id, Wording wording, String agree, String disagree, Rules rules)
      implements Question {
    /** Checks the id and the words. */
    public Agreement {
      checkId(id);
      if (agree.isBlank() || disagree.isBlank()) {
        throw new IllegalArgumentException("both answers of " + id + " need words");
      }
    }

    @Override
    public boolean required() {
      return rules.required();
    }

    @Override
    public Optional<Answer> cannotJudge() {
      return rules.cannotJudgeAnswer();
    }

    @Override
    public List<Answer> choices() {
      return List.of(new Answer.Agree(agree), new Answer.Disagree(disagree));
    }

    /** Whether disagreeing opens the review finding by finding. */
    public boolean review() {
      return rules.review();
    }
  }

  /**
   * A scale of 3 to 9 points, each worded.
   *
   * @param points in ascending order, codes 1, 2, 3, …
   */
  record Scale(String id, Wording wording, List<ScalePoint> points, Rules rules)
      implements Question {
    /** The fewest points of a scale. */
    public static final int FEWEST = 3;

    /** The most points of a scale: each has a digit key. */
    public static final int MOST = 9;

    /** Checks id, number and order of the points. */
    public Scale {
      checkId(id);
      points = List.copyOf(points);
      if (points.size() < FEWEST || points.size() > MOST) {
        throw new IllegalArgumentException("a scale has 3 to 9 points, " + id + " differs");
      }
      for (int i = 0; i < points.size(); i++) {
        if (points.get(i).code() != i + 1) {
          throw new IllegalArgumentException("points of " + id + " must be numbered 1, 2, 3, …");
        }
      }
    }

    @Override
    public boolean required() {
      return rules.required();
    }

    @Override
    public Optional<Answer> cannotJudge() {
      return rules.cannotJudgeAnswer();
    }

    @Override
    public List<Answer> choices() {
      return points.stream().<Answer>map(p -> new Answer.Point(p.code(), p.wording())).toList();
    }
  }

  /**
   * What holds for an answer.
   *
   * @param required whether a case is complete only with it
   * @param review whether disagreeing opens the review finding by finding; meaningless for scales
   * @param cannotJudge the words for "cannot judge", or null when it is not offered
   */
  record Rules(boolean required, boolean review, @Nullable String cannotJudge) {
    private Optional<Answer> cannotJudgeAnswer() {
      return Optional.ofNullable(cannotJudge).map(Answer.CannotJudge::new);
    }
  }

  private static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a question's id has lower-case letters, digits and _: \"" + id + '"');
    }
  }
}
