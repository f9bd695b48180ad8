package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.pie.Pies;
import org.exemplar.problem.Problem;

/** Turns the images of a comparison into candidates for a study. */
final class CandidateImages {
  private static final Set<String> PATIENT =
      Set.of("subjid", "subjectid", "subject", "patientid", "patient");
  private static final String SIZE = "size";
  private static final Set<String> SIZES = Set.of(SIZE, "imagesize", "dimensions");
  private static final Map<String, Set<String>> KNOWN_TRAITS =
      Map.of(
          "view",
          Set.of("view", "viewposition", "projection"),
          SIZE,
          SIZES,
          "source",
          Set.of("source", "dataset", "site", "hospital"));

  private CandidateImages() {}

  /**
   * Everything with a defined agreement, in the comparison's order.
   *
   * @param pies who is a PIE
   * @param matching on what controls are matched, as in {@link SelectionPlan}
   * @param size reads an image's size, asked only when the protocol matches on it and {@code
   *     images.csv} does not say it
   * @throws Problem when the comparison does not have what the protocol matches on
   */
  static List<Candidate> of(
      ComparisonFolder comparison,
      Pies pies,
      List<String> matching,
      Function<ImageRow, String> size) {
    ImageTable table = comparison.images();
    Optional<String> patient = column(table, PATIENT);
    Map<String, String> traits = traitColumns(table, matching);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Pies.Image image = pies.images().get(i);
      if (image.agreement().isEmpty()) {
        continue;
      }
      int row = i;
      Map<String, String> values = new HashMap<>();
      traits.forEach(
          (trait, column) -> values.put(trait, table.extra(row, column).orElse("").strip()));
      if (matching.contains(SIZE) && !traits.containsKey(SIZE)) {
        values.put(SIZE, size.apply(table.row(row)));
      }
      candidates.add(
          new Candidate(
              image.id(),
              image.pie() ? Arm.PIE : Arm.NON_PIE,
              patient
                  .flatMap(name -> table.extra(row, name))
                  .filter(v -> !v.isBlank())
                  .orElse(null),
              new HashSet<>(findings(table, row)),
              values));
    }
    return candidates;
  }

  /** The findings that an image's labels give, in the comparison's order. */
  static List<String> findings(ImageTable table, int row) {
    List<String> findings = new ArrayList<>();
    ImageRow image = table.row(row);
    for (int finding = 0; finding < table.findings().size(); finding++) {
      if (image.labels().get(finding)) {
        findings.add(table.findings().get(finding));
      }
    }
    return findings;
  }

  private static Map<String, String> traitColumns(ImageTable table, List<String> matching) {
    Map<String, String> columns = new HashMap<>();
    for (String name : matching) {
      if (name.equals(SelectionPlan.NUMBER_OF_FINDINGS) || name.equals(SelectionPlan.FINDINGS)) {
        requireLabels(table, name);
      } else if (name.startsWith(SelectionPlan.FINDING)) {
        requireLabels(table, name);
        String finding = name.substring(SelectionPlan.FINDING.length()).strip();
        if (!table.findings().contains(finding)) {
          throw new Problem(
              "The protocol matches on the finding \""
                  + finding
                  + "\", which the comparison does not have: choose one of "
                  + String.join(", ", table.findings())
                  + ".");
        }
      } else if (!name.equals(SIZE) || column(table, SIZES).isPresent()) {
        columns.put(name, traitColumn(table, name));
      }
    }
    return columns;
  }

  private static void requireLabels(ImageTable table, String name) {
    if (!table.hasLabels()) {
      throw new Problem(
          "The protocol matches on "
              + name
              + ", but the comparison was made without labels: run it again with --labels, or take"
              + " this out of the protocol's matching.");
    }
  }

  private static String traitColumn(ImageTable table, String trait) {
    String normal = normal(trait);
    return column(table, KNOWN_TRAITS.getOrDefault(normal, Set.of(normal)))
        .orElseThrow(() ->
            new Problem(
                "The protocol matches on "
                    + trait
                    + ", but images.csv has no such column: add it to the label file and run the"
                    + " comparison again, or take it out of the protocol's matching."));
  }

  private static Optional<String> column(ImageTable table, Set<String> names) {
    return table.extraColumns().stream().filter(name -> names.contains(normal(name))).findFirst();
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
