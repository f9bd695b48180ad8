package org.exemplar.study;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a reader answered to one question. "Cannot judge" is an answer of its own, never a missing
 * one.
 */
public sealed interface Answer {
  /** The words that the reader saw. */
  String wording();

  /** The number that the analysis uses; empty for "cannot judge" and for text. */
  OptionalInt code();

  /**
   * The kind as it is stored: {@code agree}, {@code disagree}, {@code yes}, {@code no}, {@code
   * point}, {@code score}, {@code checked}, {@code text}, {@code cannot_judge}.
   */
  String kind();

  /** Agrees with the given findings: code 0. */
  record Agree(String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.of(0);
    }

    @Override
    public String kind() {
      return "agree";
    }
  }

  /** Disagrees with the given findings: code 1. */
  record Disagree(String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.of(1);
    }

    @Override
    public String kind() {
      return "disagree";
    }
  }

  /**
   * A point of a scale.
   *
   * @param point from 1
   */
  record Point(int point, String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.of(point);
    }

    @Override
    public String kind() {
      return "point";
    }
  }

  /** Yes: code 1. */
  record Yes(String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.of(1);
    }

    @Override
    public String kind() {
      return "yes";
    }
  }

  /** No: code 0. */
  record No(String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.of(0);
    }

    @Override
    public String kind() {
      return "no";
    }
  }

  /**
   * A number from 0 to 100.
   *
   * @param score the number
   */
  record Score(int score) implements Answer {
    /** Checks the range. */
    public Score {
      if (score < 0 || score > Question.Score.MOST) {
        throw new IllegalArgumentException("a score lies between 0 and 100: " + score);
      }
    }

    @Override
    public String wording() {
      return Integer.toString(score);
    }

    @Override
    public OptionalInt code() {
      return OptionalInt.of(score);
    }

    @Override
    public String kind() {
      return "score";
    }
  }

  /**
   * What was checked in a list; its code is how many items. Nothing checked is an answer.
   *
   * @param items in the order of the list, none with a semicolon
   */
  record Checked(List<String> items) implements Answer {
    /** Stands between items where they are one text. */
    static final String BETWEEN = ";";

    /** Copies. */
    public Checked {
      items = List.copyOf(items);
    }

    /** How many items only one of the two lists has checked. */
    public int apart(Checked other) {
      Set<String> one = new HashSet<>(items);
      one.addAll(other.items);
      return (int) one.stream().filter(i -> items.contains(i) != other.items.contains(i)).count();
    }

    @Override
    public String wording() {
      return String.join(BETWEEN + " ", items);
    }

    @Override
    public OptionalInt code() {
      return OptionalInt.of(items.size());
    }

    @Override
    public String kind() {
      return "checked";
    }
  }

  /** The reader's own words; without a code. */
  record Text(String wording) implements Answer {
    /** Checks that there are words. */
    public Text {
      if (wording.isBlank()) {
        throw new IllegalArgumentException("a text without words is no answer");
      }
    }

    @Override
    public OptionalInt code() {
      return OptionalInt.empty();
    }

    @Override
    public String kind() {
      return "text";
    }
  }

  /** The question cannot be judged on this film. */
  record CannotJudge(String wording) implements Answer {
    @Override
    public OptionalInt code() {
      return OptionalInt.empty();
    }

    @Override
    public String kind() {
      return "cannot_judge";
    }
  }

  /**
   * The answer that was stored in these columns.
   *
   * @throws IllegalArgumentException when no answer is stored so
   */
  static Answer ofStored(String kind, OptionalInt code, String wording) {
    return switch (kind) {
      case "agree" -> new Agree(wording);
      case "disagree" -> new Disagree(wording);
      case "point" -> new Point(code.orElseThrow(IllegalArgumentException::new), wording);
      case "yes" -> new Yes(wording);
      case "no" -> new No(wording);
      case "score" -> new Score(code.orElseThrow(IllegalArgumentException::new));
      case "checked" ->
          new Checked(
              wording.isEmpty() ? List.of() : List.of(wording.split(Checked.BETWEEN + " ", -1)));
      case "text" -> new Text(wording);
      case "cannot_judge" -> new CannotJudge(wording);
      default -> throw new IllegalArgumentException("no kind of answer: " + kind);
    };
  }
}
