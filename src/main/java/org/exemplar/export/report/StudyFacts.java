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
   * @param source images they were drawn of
   * @param pie the PIE arm, of how many and how drawn
   * @param nonPie the same of the other arm
   * @param read e.g. "238 of 240 cases read"; empty where not known
   */
  public record Flow(Source source, Drawn pie, Drawn nonPie, String read) {}

  /**
   * Images that cases were drawn of.
   *
   * @param title e.g. "200 radiographs"
   * @param note e.g. "dense against pruned, sparsity 0.9"
   * @param leftOut how many were left out and why, one line each; empty where none or not known
   */
  public record Source(String title, String note, List<String> leftOut) {
    public Source {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * An arm as it was drawn.
   *
   * @param of e.g. " of 23"; empty where not known
   * @param note e.g. "lowest 5 % agreement", "matched on finding, sex"
   */
  public record Drawn(String of, String note) {}

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
   * @param readers what is known of each reader, one sentence each
   * @param notes anything else a reader of the report should know
   */
  public record Conduct(
      List<String> missing,
      List<String> deviations,
      List<String> amendments,
      List<String> readers,
      List<String> notes) {
    /** Nothing to tell. */
    public static final Conduct PLAIN =
        new Conduct(List.of(), List.of(), List.of(), List.of(), List.of());

    public Conduct {
      missing = List.copyOf(missing);
      deviations = List.copyOf(deviations);
      amendments = List.copyOf(amendments);
      readers = List.copyOf(readers);
      notes = List.copyOf(notes);
    }
  }

  /** Facts about a bare table of ratings, which has neither seal nor protocol. */
  public static StudyFacts ofTable(
      Identity identity, String source, List<QuestionFacts> questions) {
    Drawn given = new Drawn("", "as given");
    Flow flow =
        new Flow(new Source(source, "arms as given in the table", List.of()), given, given, "");
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
