package org.exemplar.export.report;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.exemplar.export.report.StudyFacts.Audit;
import org.exemplar.export.report.StudyFacts.Conduct;
import org.exemplar.export.report.StudyFacts.Flow;
import org.exemplar.export.report.StudyFacts.Identity;
import org.exemplar.export.report.StudyFacts.Plan;
import org.exemplar.export.report.StudyFacts.Protocol;
import org.exemplar.export.report.StudyFacts.QuestionFacts;
import org.exemplar.export.report.StudyFacts.Trust;

/** A report's input: made ratings of six readers with 5 % missing, and an invented study. */
final class ReportFixture {
  private ReportFixture() {}

  static Path resultsFile() {
    try {
      return Path.of(
          Objects.requireNonNull(ReportFixture.class.getResource("results.json")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static StudyFacts facts() {
    Audit audit = new Audit("6e02b9d1f74c2a08".repeat(4), 418, Optional.empty());
    Trust trust =
        new Trust(
            new Protocol(1, "4c1f08d2e77b93a6".repeat(4)),
            "30 October 2026, 09:12 UTC",
            "25 November 2026: planned end of reading",
            audit);
    return new StudyFacts(
        new Identity(
            "Do radiologists see what pruning forgets?",
            "Chest reading, autumn: 40 chest radiographs, 6 readers, PIE against non-PIE",
            "25 November 2026",
            "Exemplar 0.1.0"),
        Optional.of(trust),
        new Plan(
            new Flow(
                new StudyFacts.Source(
                    "203 radiographs listed, 200 compared",
                    "dense against pruned, sparsity 0.9",
                    List.of("3 left out", "3: the file cannot be decoded")),
                new StudyFacts.Drawn(" of 20", "lowest 10 % agreement, drawn at random"),
                new StudyFacts.Drawn(" of 180", "matched on finding"),
                "234 of 240 cases read"),
            true,
            "",
            List.of(
                "PIEs are the 10 % of radiographs on which three dense networks and their copies"
                    + " pruned to 90 % (global L1, no fine-tuning) agree least by Spearman\u2019s"
                    + " correlation over 20 findings; other cases were matched to them.",
                "Six readers rated all cases independently in random orders balanced by arm, blind to"
                    + " arm, network and source.")),
        List.of(
            new QuestionFacts(
                "label_disagreement",
                "Label",
                "Do the given findings fit this film?",
                "agrees",
                "disagrees"),
            new QuestionFacts(
                "image_quality",
                "Quality",
                "How good is the image for diagnosis?",
                "better",
                "worse"),
            new QuestionFacts(
                "difficulty", "Difficulty", "How hard is this film to read?", "easier", "harder")),
        new Conduct(
            List.of("R03 left 12 answers out.", "R05 stopped after 38 cases."),
            List.of("R02 read on past the limit of a sitting once: \u201clast two cases\u201d."),
            List.of(),
            List.of("R01: 12 years since the start of residency, Thoracic radiology."),
            List.of()));
  }
}
