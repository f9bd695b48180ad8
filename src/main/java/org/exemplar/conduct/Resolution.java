package org.exemplar.conduct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.problem.Problem;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.exemplar.store.StudyFile;

/**
 * Says which of two answers counts, where one reader gave two: by a rule, by exceptions to it, each
 * with its reason in the audit trail. Both answers stay stored; a later decision replaces an
 * earlier one until the study is unblinded.
 */
public final class Resolution {
  private final Office office;

  /** Decides in the name of {@code office}. */
  public Resolution(Office office) {
    this.office = office;
  }

  /**
   * What is wanted for one dispute.
   *
   * @param rule the rule followed
   * @param kept id of the reading that counts; for {@link Decision.Rule#CHOSEN} any of the sides
   * @param reason why, not blank
   */
  public record Choice(Dispute dispute, Decision.Rule rule, String kept, String reason) {
    /** By a rule. */
    public static Choice by(Decision.Rule rule, Dispute dispute) {
      return new Choice(
          dispute,
          rule,
          dispute.by(rule).readingId(),
          "Rule for all conflicts: " + rule.words() + ".");
    }
  }

  /** All answers that differ, decided or not. */
  public static List<Dispute> disputes(StudyLocation location) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      return study.disputes();
    }
  }

  /**
   * Writes decisions.
   *
   * @return how many
   * @throws Problem when a reason is missing, or unblinding has closed data entry
   */
  public int decide(StudyLocation location, List<Choice> choices) {
    Deed.DECIDE.require(office.stamp());
    try (StudyFile study = StudyFile.open(location.database())) {
      DataEntry.requireOpen(study, location);
      Map<Dispute, Decision> decisions = new LinkedHashMap<>();
      for (Choice choice : choices) {
        if (choice.reason().isBlank()) {
          throw new Problem(
              "The decision on position "
                  + choice.dispute().item().position()
                  + " of "
                  + choice.dispute().reader()
                  + " needs a reason: say why this answer counts.");
        }
        decisions.put(
            choice.dispute(),
            new Decision(choice.kept(), choice.rule(), choice.reason().strip(), office.stamp()));
      }
      study.decide(decisions, office.stamp());
      return decisions.size();
    }
  }

  /** Decides all that nobody has decided yet by one rule. */
  public int decideOpen(StudyLocation location, Decision.Rule rule) {
    return decide(
        location,
        disputes(location).stream()
            .filter(Dispute::open)
            .map(dispute -> Choice.by(rule, dispute))
            .toList());
  }
}
