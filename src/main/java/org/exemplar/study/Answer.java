package org.exemplar.study;

import java.util.OptionalInt;

/**
 * What a reader answered to one question. "Cannot judge" is an answer of its own, never a missing
 * one.
 */
public sealed interface Answer {
  /** The words that the reader saw. */
  String wording();

  /** The number that the analysis uses; empty for "cannot judge". */
  OptionalInt code();

  /**
   * The kind as it is stored: {@code agree}, {@code disagree}, {@code point}, {@code cannot_judge}.
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
      case "cannot_judge" -> new CannotJudge(wording);
      default -> throw new IllegalArgumentException("no kind of answer: " + kind);
    };
  }
}
