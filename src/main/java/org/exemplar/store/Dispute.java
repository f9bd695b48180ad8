package org.exemplar.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * One question on one case that one reader answered differently in two files that came back, as
 * when a file was copied and read on two computers. Nothing is overwritten: someone says which
 * answer counts, and until then the one that came first does.
 *
 * @param reader whose answers
 * @param item which case at which place
 * @param questionId the question
 * @param sides two or more, in the order in which they came back
 * @param decision which side counts; empty until someone decided
 */
public record Dispute(
    ReaderId reader,
    WorklistItem item,
    String questionId,
    List<Side> sides,
    Optional<Decision> decision) {

  /**
   * One of the answers.
   *
   * @param readingId the reading, or the copy of it, that it is in
   * @param submitted when the case was submitted there
   * @param rating the answer; null where the question was left open there
   */
  public record Side(String readingId, Instant submitted, @Nullable Rating rating) {
    /** The words of the answer. */
    public String words() {
      return rating == null ? "no answer" : rating.rated().answer().wording();
    }
  }

  /** Checks that there is something to decide. */
  public Dispute {
    sides = List.copyOf(sides);
    if (sides.size() < 2) {
      throw new IllegalArgumentException("a dispute has two sides");
    }
  }

  /** Whether nobody has decided yet. */
  public boolean open() {
    return decision.isEmpty();
  }

  /** The side that a rule keeps. */
  public Side by(Decision.Rule rule) {
    Comparator<Side> time = Comparator.comparing(Side::submitted);
    return switch (rule) {
      case FIRST -> sides.stream().min(time).orElseThrow();
      case LATEST -> sides.stream().max(time).orElseThrow();
      case CHOSEN -> counts();
    };
  }

  /** The side that counts now. */
  public Side counts() {
    return decision
        .flatMap(d -> sides.stream().filter(side -> side.readingId().equals(d.kept())).findFirst())
        .orElse(sides.getFirst());
  }
}
