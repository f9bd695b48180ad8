package org.exemplar.pie;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.exemplar.files.WholeFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file that says what every column means, which criterion was used, and what was undefined. */
final class PieCodebook {
  private PieCodebook() {}

  static void write(Path file, PieResults results) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode book = (ObjectNode) columns();
    PieSummary summary = results.summary();
    PieSelection selection = summary.selection();
    ObjectNode criterion = book.putObject("criterion");
    criterion.put("sparsity", summary.criterion().value());
    criterion.put("percentile", selection.percentile());
    criterion.put(
        "rule",
        "the floor(percentile/100 * images) images with the lowest agreement; ties in the order of images.csv; undefined agreement is never a PIE");
    criterion.put("images", selection.images());
    criterion.put("pies", selection.pies().size());
    selection.cut().ifPresent(cut -> criterion.put("agreement_of_last_pie", cut));
    criterion.put("images_tied_at_boundary", selection.tiedAtCut());
    criterion.put("pies_tied_at_boundary", selection.tiedPies());
    criterion.put("images_at_or_below_percentile", selection.atOrBelowPercentile());
    ArrayNode undefined = criterion.putArray("undefined_agreement");
    summary.undefined().forEach(undefined::add);
    PieStability stability = results.instability().overRuns();
    ObjectNode bootstrap = book.putObject("bootstrap_over_runs");
    bootstrap.put("draws", stability.draws());
    bootstrap.put("all_possible_draws", stability.exact());
    ArrayNode warnings = book.putArray("warnings");
    summary.warnings().forEach(warnings::add);
    WholeFile.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(book) + "\n");
  }

  /** The constant part. */
  static JsonNode columns() {
    try (InputStream in =
        Objects.requireNonNull(PieCodebook.class.getResourceAsStream("codebook.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
