package org.exemplar.pie;

import static org.exemplar.pie.CsvTable.flag;
import static org.exemplar.pie.CsvTable.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;

/** Writes the tables that speak of images: agreement, contributions, stability, overlap. */
final class PieTables {
  private final PieResults results;
  private final PieDisagreement disagreement;
  private final Path out;

  PieTables(PieResults results, Path out) {
    this.results = results;
    this.disagreement = results.disagreement();
    this.out = out;
  }

  void write() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new Problem("The folder " + out + " could not be made; choose another.", e);
    }
    agreement();
    contributions();
    stability();
    overlap();
    results.forgetting().ifPresent(this::forgetting);
    PieCodebook.write(out.resolve("codebook.json"), results);
  }

  private void forgetting(PieForgetting forgetting) {
    new ForgettingTables(
            forgetting, results.folder().manifest().tables(), disagreement.sparsities(), out)
        .write();
  }

  private List<String> ids() {
    return results.folder().images().ids();
  }

  private void agreement() {
    List<String> header = new ArrayList<>(List.of("image_id"));
    disagreement.sparsities().forEach(sparsity -> header.add("spearman_" + sparsity.text()));
    header.add("pie");
    boolean[] pie = disagreement.selection().flags();
    List<String> ids = ids();
    CsvTable.write(
        out.resolve("agreement.csv"),
        header,
        rows -> {
          for (int image = 0; image < ids.size(); image++) {
            List<String> row = new ArrayList<>(header.size());
            row.add(ids.get(image));
            for (Agreement agreement : disagreement.agreements()) {
              row.add(number(agreement.value(image)));
            }
            row.add(flag(pie[image]));
            rows.accept(row);
          }
        });
  }

  private void contributions() {
    List<String> findings = results.folder().manifest().findings();
    List<String> header = new ArrayList<>(List.of("image_id", "one_minus_spearman"));
    header.addAll(findings);
    List<String> ids = ids();
    CsvTable.write(
        out.resolve("contributions.csv"),
        header,
        rows -> {
          for (int image = 0; image < ids.size(); image++) {
            Optional<double[]> shares = disagreement.contributions().get(image);
            List<String> row = new ArrayList<>(header.size());
            row.add(ids.get(image));
            row.add(number(1 - disagreement.agreement().value(image)));
            for (int f = 0; f < findings.size(); f++) {
              row.add(shares.isPresent() ? number(shares.get()[f]) : "");
            }
            rows.accept(row);
          }
        });
  }

  private void stability() {
    List<String> header =
        new ArrayList<>(
            List.of("image_id", "pie", "pie_probability_over_runs", "sparsities_as_pie"));
    disagreement.sparsities().forEach(sparsity -> header.add("pie_" + sparsity.text()));
    header.add("modal_label_differs");
    List<boolean[]> flags = disagreement.selections().stream().map(PieSelection::flags).toList();
    boolean[] pie = disagreement.selection().flags();
    boolean[] modal = new boolean[pie.length];
    results.instability().modalLabelPies().forEach(image -> modal[image] = true);
    List<Double> probability = results.instability().overRuns().probabilities();
    List<String> ids = ids();
    CsvTable.write(
        out.resolve("stability.csv"),
        header,
        rows -> {
          for (int image = 0; image < ids.size(); image++) {
            int i = image;
            long times = flags.stream().filter(each -> each[i]).count();
            Stream<String> start =
                Stream.of(ids.get(i), flag(pie[i]), rounded(probability.get(i)), "" + times);
            Stream<String> each = flags.stream().map(at -> flag(at[i]));
            rows.accept(Stream.of(start, each, Stream.of(flag(modal[i]))).flatMap(s -> s).toList());
          }
        });
  }

  private void overlap() {
    List<Sparsity> sparsities = disagreement.sparsities();
    CsvTable.write(
        out.resolve("overlap.csv"),
        List.of("sparsity_a", "sparsity_b", "both", "only_a", "only_b", "jaccard"),
        rows -> {
          for (int a = 0; a < sparsities.size(); a++) {
            for (int b = a + 1; b < sparsities.size(); b++) {
              PieOverlap overlap =
                  PieOverlap.of(disagreement.selections().get(a), disagreement.selections().get(b));
              rows.accept(
                  List.of(
                      sparsities.get(a).text(),
                      sparsities.get(b).text(),
                      number(overlap.both()),
                      number(overlap.onlyFirst()),
                      number(overlap.onlySecond()),
                      number(overlap.jaccard())));
            }
          }
        });
  }

  private static String rounded(double probability) {
    return number(Double.parseDouble(String.format(Locale.ROOT, "%.12g", probability)));
  }
}
