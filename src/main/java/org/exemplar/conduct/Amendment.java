package org.exemplar.conduct;

import java.util.List;
import java.util.Optional;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;

/**
 * Changes the protocol of a sealed study, in the open: a new version with its reason, beside the
 * old one. What was drawn (arms, criterion, sampling, order, repeats) and what is measured
 * (questions and their scale points) cannot change any more; wording, instructions, limits and the
 * analysis can.
 */
public final class Amendment {
  private final Office office;

  /** Amends in the name of {@code office}. */
  public Amendment(Office office) {
    this.office = office;
  }

  /**
   * @param amended the new protocol
   * @param reason why, not blank
   * @throws Problem when the change is not one that a sealed study allows, or no reason is given
   */
  public ProtocolVersion amend(StudyLocation location, Protocol amended, String reason) {
    Deed.AMEND.require(office.stamp());
    if (reason.isBlank()) {
      throw new Problem("An amendment needs a reason: say why the protocol changes.");
    }
    try (StudyFile study = StudyFile.open(location.database())) {
      DataEntry.requireOpen(study, location);
      String text = study.protocols().getLast().text();
      if (text.equals(amended.text())) {
        throw new Problem("The amended protocol is the same as the present one: nothing to amend.");
      }
      Optional<String> refusal = refusal(Protocol.parse("the study's protocol", text), amended);
      if (refusal.isPresent()) {
        throw new Problem(refusal.get());
      }
      return study.amend(amended.text(), reason.strip(), office.stamp());
    }
  }

  /**
   * Why a sealed study does not allow a change of its protocol, in a sentence; empty when it does.
   *
   * @param present the protocol in force
   */
  public static Optional<String> refusal(Protocol present, Protocol amended) {
    if (!present.design().equals(amended.design())) {
      return Optional.of(
          "The amendment changes arms, criterion, sampling, order or repeats, but the cases are drawn"
              + " and sealed: build a new study instead.");
    }
    if (present.reading().rules().practice().cases()
        != amended.reading().rules().practice().cases()) {
      return Optional.of(
          "The amendment changes the number of practice cases, which are drawn and sealed: build a"
              + " new study instead.");
    }
    if (!measured(present).equals(measured(amended))) {
      return Optional.of(
          "The amendment adds, removes or rescales a question, so that answers before and after could"
              + " not be compared: build a new study instead.");
    }
    return Optional.empty();
  }

  /** What makes answers comparable: id, kind, number of choices, items, condition. */
  private static List<String> measured(Protocol protocol) {
    return protocol.reading().questions().stream()
        .map(q ->
            String.join(
                "/",
                q.id(),
                q.kind(),
                String.valueOf(q.choices().size()),
                String.valueOf(q.cannotJudge().isPresent()),
                q instanceof Question.Checklist list ? String.valueOf(list.items()) : "",
                String.valueOf(q.rules().onlyIf())))
        .toList();
  }
}
