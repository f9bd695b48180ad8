package org.exemplar.export.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report says beside the numbers: which study, whether it can be trusted, how it was planned
 * and what was done otherwise.
 *
 * @param identity what the study is called
 * @param trust seal and audit; empty for a bare table of ratings
 * @param plan what was planned, and the cases
 * @param questions in the order of the protocol
 * @param conduct what happened
 */
public record StudyFacts(
    Identity identity,
    Optional<Trust> trust,
    Plan plan,
    List<QuestionFacts> questions,
    Conduct conduct) {
  public StudyFacts {
    questions = List.copyOf(questions);
  }

  /**
   * What the study is called.
   *
   * @param title of the study, neutral
   * @param subtitle one line below it; may be empty
   * @param written date of the report as people read it, e.g. {@code 25 November 2026}
   * @param software name and version of this program
   */
  public record Identity(String title, String subtitle, String written, String software) {}

  /**
   * Why the results can be trusted.
   *
   * @param protocol version and digest
   * @param sealed when, as people read it
   * @param unblinded when and why, as people read it
   * @param audit the audit trail
   */
  public record Trust(Protocol protocol, String sealed, String unblinded, Audit audit) {}

  /**
   * Which protocol.
   *
   * @param version from 1
   * @param digest SHA-256 in hex
   */
  public record Protocol(int version, String digest) {}

  /**
   * The audit trail.
   *
   * @param head digest of the last entry, in hex
   * @param entries how many
   * @param broken the first thing found broken, as one plain clause; empty when intact
   */
  public record Audit(String head, long entries, Optional<String> broken) {}

  /**
   * What was planned, and where cases came from.
   *
   * @param flow cases before the readers
   * @param matched whether the arms were matched on anything
   * @param primary the primary analysis in the protocol's words; empty to state the default
   * @param methods paragraphs about selection, reading and analysis; may be empty
   */
  public record Plan(Flow flow, boolean matched, String primary, List<String> methods) {
    public Plan {
      methods = List.copyOf(methods);
    }
  }

  /**
   * Where cases came from.
   *
   * @param source e.g. "200 radiographs"
   * @param sourceNote e.g. "dense against pruned, 0.90"
   * @param pieNote e.g. "lowest 5 % agreement"
   * @param nonPieNote e.g. "matched, from 180"
   */
  public record Flow(String source, String sourceNote, String pieNote, String nonPieNote) {}

  /**
   * One question as people read it.
   *
   * @param id as in the results
   * @param title two or three words
   * @param text the question
   * @param lessPie one or two words for the end that is less PIE-like, e.g. "agrees"
   * @param morePie for the other end, e.g. "disagrees"
   */
  public record QuestionFacts(
      String id, String title, String text, String lessPie, String morePie) {}

  /**
   * What happened.
   *
   * @param missing one sentence for each reader or reason with missing ratings
   * @param deviations what was done otherwise than planned, one sentence each
   * @param amendments changes of the protocol after the seal, one sentence each
   * @param notes anything else a reader of the report should know
   */
  public record Conduct(
      List<String> missing, List<String> deviations, List<String> amendments, List<String> notes) {
    /** Nothing to tell. */
    public static final Conduct PLAIN = new Conduct(List.of(), List.of(), List.of(), List.of());

    public Conduct {
      missing = List.copyOf(missing);
      deviations = List.copyOf(deviations);
      amendments = List.copyOf(amendments);
      notes = List.copyOf(notes);
    }
  }

  /** Facts about a bare table of ratings, which has neither seal nor protocol. */
  public static StudyFacts ofTable(
      Identity identity, String source, List<QuestionFacts> questions) {
    Flow flow = new Flow(source, "arms as given in the table", "as given", "as given");
    return new StudyFacts(
        identity, Optional.empty(), new Plan(flow, false, "", List.of()), questions, Conduct.PLAIN);
  }

  /** The facts of a question; its id stands in where it is not described. */
  public QuestionFacts question(String id) {
    return questions.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseGet(() -> QuestionWords.of(id));
  }
}
