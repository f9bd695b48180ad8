package org.exemplar.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /** What holds for an answer. */
  Rules rules();

  /** The answers that can be chosen, in the order shown, without "cannot judge"; may be empty. */
  List<Answer> choices();

  /** The kind as protocols name it, such as {@code scale}. */
  default String kind() {
    return QuestionJson.kind(this);
  }

  /** Whether answers have a number that can be analysed. */
  default boolean measures() {
    return true;
  }

  /** Whether a case is complete only with an answer to it, where it is asked. */
  default boolean required() {
    return rules().required();
  }

  /** The answer "cannot judge", when the protocol offers it. */
  default Optional<Answer> cannotJudge() {
    return Optional.ofNullable(rules().cannotJudge()).map(Answer.CannotJudge::new);
  }

  /** Whether the question is asked about a case with these findings and answers so far. */
  default boolean asked(GivenFindings given, Function<String, Optional<Answer>> answers) {
    Condition condition = rules().onlyIf();
    return condition == null || condition.holds(given, answers);
  }

  /** Whether {@code answer} is one that the question offers, word for word. */
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
    public List<Answer> choices() {
      return points.stream().<Answer>map(p -> new Answer.Point(p.code(), p.wording())).toList();
    }
  }

  /**
   * Yes or no.
   *
   * @param yes the words for yes, code 1
   * @param no the words for no, code 0
   */
  record YesNo(String id, Wording wording, String yes, String no, Rules rules) implements Question {
    /** Checks the id and the words. */
    public YesNo {
      checkId(id);
      if (yes.isBlank() || no.isBlank()) {
        throw new IllegalArgumentException("both answers of " + id + " need words");
      }
    }

    @Override
    public List<Answer> choices() {
      return List.of(new Answer.Yes(yes), new Answer.No(no));
    }
  }

  /**
   * A number from 0 to 100.
   *
   * @param low the words at 0
   * @param high the words at 100
   */
  record Score(String id, Wording wording, String low, String high, Rules rules)
      implements Question {
    /** The largest number. */
    public static final int MOST = 100;

    /** Checks the id and the words. */
    public Score {
      checkId(id);
      if (low.isBlank() || high.isBlank()) {
        throw new IllegalArgumentException("both ends of " + id + " need words");
      }
    }

    @Override
    public List<Answer> choices() {
      return List.of();
    }

    @Override
    public boolean accepts(Answer answer) {
      return answer instanceof Answer.Score || cannotJudge().filter(answer::equals).isPresent();
    }
  }

  /**
   * Any of several items: findings that are present, or criteria of quality that are met. The
   * number of an answer is how many are checked.
   *
   * @param items in the order shown, each once
   */
  record Checklist(String id, Wording wording, List<String> items, Rules rules)
      implements Question {
    /** The most items. */
    public static final int MOST = 60;

    /** Checks id and items. */
    public Checklist {
      checkId(id);
      items = List.copyOf(items);
      if (items.isEmpty() || items.size() > MOST) {
        throw new IllegalArgumentException("a checklist has 1 to 60 items, " + id + " differs");
      }
      if (Set.copyOf(items).size() != items.size()
          || items.stream().anyMatch(i -> i.isBlank() || i.contains(Answer.Checked.BETWEEN))) {
        throw new IllegalArgumentException(
            "items of " + id + " need words without a semicolon, each once");
      }
    }

    @Override
    public List<Answer> choices() {
      return List.of();
    }

    @Override
    public boolean accepts(Answer answer) {
      return (answer instanceof Answer.Checked checked && items.containsAll(checked.items()))
          || cannotJudge().filter(answer::equals).isPresent();
    }
  }

  /**
   * Words of the reader's own. Never analysed, exported as they are.
   *
   * @param longest the most characters
   */
  record FreeText(String id, Wording wording, int longest, Rules rules) implements Question {
    /** The most characters that a protocol may allow. */
    public static final int MOST = 4000;

    /** Checks id and length. */
    public FreeText {
      checkId(id);
      if (longest < 1 || longest > MOST) {
        throw new IllegalArgumentException("a text has 1 to 4000 characters, " + id + " differs");
      }
    }

    @Override
    public List<Answer> choices() {
      return List.of();
    }

    @Override
    public boolean measures() {
      return false;
    }

    @Override
    public boolean accepts(Answer answer) {
      return (answer instanceof Answer.Text text && text.wording().length() <= longest)
          || cannotJudge().filter(answer::equals).isPresent();
    }
  }

  /**
   * What holds for an answer.
   *
   * @param required whether a case is complete only with it
   * @param review whether disagreeing opens the review finding by finding; meaningless but for
   *     agreement
   * @param cannotJudge the words for "cannot judge", or null when it is not offered
   * @param onlyIf when it is asked, or null when always
   */
  record Rules(
      boolean required, boolean review, @Nullable String cannotJudge, @Nullable Condition onlyIf) {
    /** For a question that is always asked. */
    public Rules(boolean required, boolean review, @Nullable String cannotJudge) {
      this(required, review, cannotJudge, null);
    }
  }

  private static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a question's id has lower-case letters, digits and _: \"" + id + '"');
    }
  }
}
