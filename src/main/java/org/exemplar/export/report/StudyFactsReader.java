package org.exemplar.export.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.blinding.UnblindingKey;
import org.exemplar.export.report.StudyFacts.Audit;
import org.exemplar.export.report.StudyFacts.Conduct;
import org.exemplar.export.report.StudyFacts.Flow;
import org.exemplar.export.report.StudyFacts.Identity;
import org.exemplar.export.report.StudyFacts.Plan;
import org.exemplar.export.report.StudyFacts.QuestionFacts;
import org.exemplar.export.report.StudyFacts.Trust;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;
import org.exemplar.study.Design;
import org.exemplar.study.Deviation;
import org.exemplar.study.Orientation;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.Submission;

/** Takes the facts of a report out of an unblinded study. */
public final class StudyFactsReader {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final StudyFile study;
  private final UnblindedRatings ratings;
  private final Protocol protocol;

  private StudyFactsReader(StudyFile study, UnblindedRatings ratings) {
    this.study = study;
    this.ratings = ratings;
    this.protocol = Protocol.parse("protocol", study.protocols().getLast().text());
  }

  /**
   * Reads everything; verifies the study on the way.
   *
   * @param written when the report is written
   * @param software name and version of this program
   * @throws Problem if the study is not sealed
   */
  public static StudyFacts read(
      StudyFile study, UnblindedRatings ratings, Instant written, String software) {
    return new StudyFactsReader(study, ratings).facts(written, software);
  }

  private StudyFacts facts(Instant written, String software) {
    Design.Arms arms = protocol.design().arms();
    int readers = study.readers().size();
    String subtitle =
        arms.total() + " chest radiographs, " + readers + " readers, PIE against non-PIE";
    return new StudyFacts(
        new Identity(protocol.reading().title(), subtitle, DAY.format(written), software),
        Optional.of(trust()),
        plan(),
        protocol.reading().questions().stream().map(this::question).toList(),
        new Conduct(missing(), deviations(), amendments(), readers(), List.of()));
  }

  private Trust trust() {
    Seal seal =
        study.seal().orElseThrow(() -> new Problem("The study is not sealed: there is no report."));
    Verification verification = study.verify();
    StudyFile.Unblinding unblinding = ratings.study().unblinded();
    return new Trust(
        new StudyFacts.Protocol(study.protocols().size(), seal.protocolDigest().hex()),
        MINUTE.format(seal.sealedAt()),
        MINUTE.format(unblinding.stamp().at()) + ": " + unblinding.reason(),
        new Audit(
            verification.head().hash().hex(),
            verification.head().sequence(),
            verification.broken()));
  }

  private Plan plan() {
    Design design = protocol.design();
    boolean matched = design.sampling().controls() == Design.Controls.MATCHED;
    String percentile = trimmed(design.criterion().percentile());
    String others =
        matched
            ? "matched on " + String.join(", ", design.sampling().matchOn())
            : "drawn at random";
    Optional<UnblindingKey.Origin> origin = ratings.study().key().source().origin();
    String compared = "dense against pruned, sparsity " + trimmed(design.criterion().sparsity());
    Flow flow =
        new Flow(
            new StudyFacts.Source(
                origin
                    .map(
                        each -> each.listed() + " radiographs listed, " + each.used() + " compared")
                    .orElse("Radiographs of the comparison"),
                compared,
                origin.map(StudyFactsReader::leftOut).orElse(List.of())),
            new StudyFacts.Drawn(
                origin.map(each -> " of " + each.pies()).orElse(""),
                "lowest " + percentile + " % agreement, drawn at random"),
            new StudyFacts.Drawn(
                origin.map(each -> " of " + (each.used() - each.pies())).orElse(""), others),
            read());
    List<String> methods = new ArrayList<>();
    for (String heading : List.of("Cases", "Readers and reading", "Analysis plan")) {
      methods.addAll(ProtocolText.paragraphs(protocol.section(heading)));
    }
    return new Plan(flow, matched, "", methods);
  }

  /** How many in all, then the most frequent reasons. */
  private static List<String> leftOut(UnblindingKey.Origin origin) {
    int all = origin.listed() - origin.used();
    if (all <= 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(all + " left out");
    origin.leftOut().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(2)
        .forEach(each -> lines.add(each.getValue() + ": " + each.getKey()));
    return lines;
  }

  private String read() {
    int done = 0;
    int of = 0;
    for (ReadingProgress progress : study.progress().values()) {
      done += progress.done();
      of += progress.of();
    }
    return done + " of " + of + " cases read";
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private QuestionFacts question(Question question) {
    List<String> words =
        question.choices().stream()
            .map(choice -> choice.wording().toLowerCase(Locale.ROOT))
            .toList();
    boolean lower = protocol.analysis().orientations().get(question.id()) == Orientation.LOWER;
    String low = words.getFirst();
    String high = words.getLast();
    return new QuestionFacts(
        question.id(),
        question.wording().title(),
        question.wording().text(),
        lower ? high : low,
        lower ? low : high);
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    study
        .progress()
        .forEach((reader, progress) -> {
          if (progress.done() < progress.of()) {
            missing.add(
                reader.value()
                    + " returned "
                    + progress.done()
                    + " of "
                    + progress.of()
                    + " cases.");
          }
        });
    for (ReaderId reader : study.readers()) {
      for (Submission submission : study.submissions(reader)) {
        if (submission.outcome() != Submission.Outcome.COMPLETE && !submission.item().practice()) {
          missing.add(
              reader.value()
                  + ", case "
                  + submission.item().code()
                  + " "
                  + submission.outcome().word()
                  + ": \u201c"
                  + submission.reason()
                  + "\u201d.");
        }
      }
    }
    return missing;
  }

  private List<String> readers() {
    return study.details().stream()
        .map(each ->
            each.reader().value()
                + ": "
                + each.yearsOfExperience()
                + " years since the start of residency"
                + (each.subspecialty().isBlank() ? "" : ", " + each.subspecialty())
                + ".")
        .toList();
  }

  private List<String> deviations() {
    List<String> deviations = new ArrayList<>();
    for (ReaderId reader : study.readers()) {
      for (Deviation deviation : study.deviations(reader)) {
        deviations.add(
            reader.value()
                + ", "
                + MINUTE.format(deviation.at())
                + ": "
                + deviation.kind().word().replace('_', ' ')
                + ", \u201c"
                + deviation.reason()
                + "\u201d.");
      }
    }
    deviations.addAll(DecisionWords.of(study.disputes(), MINUTE));
    return deviations;
  }

  private List<String> amendments() {
    return study.protocols().stream()
        .filter(version -> version.version() > 1)
        .map(StudyFactsReader::amendment)
        .toList();
  }

  private static String amendment(ProtocolVersion version) {
    return "Version "
        + version.version()
        + ", "
        + MINUTE.format(version.stamp().at())
        + ", by "
        + version.stamp().actor()
        + ": \u201c"
        + version.reason()
        + "\u201d.";
  }
}
