package org.exemplar.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * When a question is asked. Knows the given findings and the reader's own answers, which say
 * nothing of an arm.
 */
public sealed interface Condition {
  /** Whether it holds for a case with these findings and the answers so far. */
  boolean holds(GivenFindings given, Function<String, Optional<Answer>> answers);

  /**
   * An earlier question was answered with one of these codes.
   *
   * @param question its id
   * @param codes at least one
   */
  record Answered(String question, List<Integer> codes) implements Condition {
    /** Copies and checks. */
    public Answered {
      codes = List.copyOf(codes);
      if (codes.isEmpty()) {
        throw new IllegalArgumentException("a condition names at least one code");
      }
    }

    @Override
    public boolean holds(GivenFindings given, Function<String, Optional<Answer>> answers) {
      OptionalInt code = answers.apply(question).map(Answer::code).orElseGet(OptionalInt::empty);
      return code.isPresent() && codes.contains(code.getAsInt());
    }
  }

  /** The case comes with this finding. */
  record Finding(String name) implements Condition {
    @Override
    public boolean holds(GivenFindings given, Function<String, Optional<Answer>> answers) {
      return given.names().contains(name);
    }
  }

  /** The case comes with at least so many findings. */
  record FindingsAtLeast(int count) implements Condition {
    /** Checks the count. */
    public FindingsAtLeast {
      if (count < 1) {
        throw new IllegalArgumentException("a condition counts at least one finding");
      }
    }

    @Override
    public boolean holds(GivenFindings given, Function<String, Optional<Answer>> answers) {
      return given.names().size() >= count;
    }
  }
}
