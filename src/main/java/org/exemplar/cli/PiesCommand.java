package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.export.PieSetFigures;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieListing;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieOverlap;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSelection;
import org.exemplar.pie.PieSets;
import org.exemplar.pie.PieSummary;
import org.exemplar.pie.TablePies;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code exemplar pies}: which images are PIEs, in comparisons or in anyone's prediction tables.
 */
@CommandLine.Command(
    name = "pies",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the pruning-identified exemplars of one comparison or more (several are laid side by side),",
      "or of prediction tables made elsewhere (--dense, --pruned: CSV, NPY or pandas pickle)."
    })
final class PiesCommand extends Command {
  @Parameters(paramLabel = "COMPARISON", arity = "0..*", description = "Folders that compare made.")
  private List<Path> comparisons = new ArrayList<>();

  @Option(
      names = "--sparsity",
      description = "Sparsity of the criterion (default: 0.90, else the largest).")
  private @Nullable String sparsity;

  @Option(
      names = "--percentile",
      defaultValue = "5",
      description = "Share of images in per cent (default: 5).")
  private double percentile;

  @Option(
      names = "--dense",
      paramLabel = "TABLE",
      arity = "1..*",
      description = "Predictions of dense networks, one table a run.")
  private List<Path> dense = new ArrayList<>();

  @Option(
      names = "--pruned",
      paramLabel = "TABLE",
      arity = "1..*",
      description = "Predictions of their pruned copies.")
  private List<Path> pruned = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "CSV",
      description = {
        "Write agreement and PIEs of every image here, ..._codebook.json and ..._agreement.svg",
        "beside it; with several comparisons of the same images also ..._overlap.csv,",
        "..._side_by_side.csv (every sparsity), ..._shared.svg and ..._overall.svg."
      })
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  PiesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    boolean tables = !dense.isEmpty() || !pruned.isEmpty();
    if (tables == !comparisons.isEmpty() || dense.isEmpty() != pruned.isEmpty()) {
      throw new CommandLine.ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "Give either COMPARISON folders, or --dense and --pruned tables.");
    }
    if (!(percentile > 0 && percentile <= 100)) {
      throw new CommandLine.ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "--percentile must be above 0 and at most 100.");
    }
    if (tables) {
      ofTables();
    } else {
      ofComparisons(progress, cancellation);
    }
  }

  private void ofTables() {
    TablePies pies = TablePies.of(dense, pruned, percentile);
    PieSelection selection = pies.selection();
    List<String> ids = selection.pies().stream().map(pies.ids()::get).toList();
    say(counts(selection));
    ids.forEach(this::say);
    if (out != null) {
      pies.write(out);
      var _ = PieSetFigures.write(pies, out);
    }
    summary(facts(selection, ids));
  }

  private void ofComparisons(Progress progress, Cancellation cancellation) {
    PieOptions options = PieOptions.PAPER.withPercentile(percentile);
    if (sparsity != null) {
      options = options.withSparsity(Sparsity.parse(sparsity));
    }
    List<PieResults> all = new ArrayList<>();
    List<Map<String, Object>> facts = new ArrayList<>();
    for (Path folder : comparisons) {
      PieResults results =
          PieAnalysis.compute(ComparisonFolder.open(folder), options, progress, cancellation);
      all.add(results);
      PieSummary pies = results.summary();
      say(folder + ", sparsity " + pies.criterion().text() + ": " + counts(pies.selection()));
      pies.pies().forEach(this::say);
      pies.warnings().forEach(this::warn);
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("comparison", folder.toString());
      fact.put("sparsity", pies.criterion().text());
      fact.putAll(facts(pies.selection(), pies.pies()));
      facts.add(fact);
    }
    List<String> ids = all.getFirst().folder().images().ids();
    if (out != null) {
      PieListing.write(all, out);
    }
    if (all.stream().allMatch(each -> each.folder().images().ids().equals(ids))) {
      sideBySide(all, facts);
    } else {
      warn("The comparisons are over different images; they are listed, not laid side by side.");
    }
    summary(facts.size() == 1 ? facts.getFirst() : facts);
  }

  private void sideBySide(List<PieResults> all, List<Map<String, Object>> facts) {
    PieSets sets = PieSets.of(all);
    for (PieSets.Pair pair : sets.pairs()) {
      PieOverlap overlap = pair.overlap();
      say(
          String.format(
              Locale.ROOT,
              "%s (%s) and %s (%s), sparsity %s: %d PIEs of both, %d and %d of one only",
              pair.a().folder(),
              words(pair.a().kind()),
              pair.b().folder(),
              words(pair.b().kind()),
              pair.a().sparsity().text(),
              overlap.both(),
              overlap.onlyFirst(),
              overlap.onlySecond()));
      overlaps(facts.get(pair.a().comparison())).add(fact(pair));
    }
    if (out != null) {
      if (all.size() > 1) {
        sets.writeBeside(out);
      }
      var _ = PieSetFigures.write(all, sets, out);
    }
  }

  private static String words(PieSets.Kind kind) {
    return kind.method() + ", " + kind.precision();
  }

  @SuppressWarnings("unchecked") // put there by this method alone
  private static List<Object> overlaps(Map<String, Object> fact) {
    return (List<Object>) fact.computeIfAbsent("overlaps", key -> new ArrayList<>());
  }

  private static Map<String, Object> fact(PieSets.Pair pair) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("with", pair.b().folder().toString());
    fact.put("sparsity", pair.a().sparsity().text());
    fact.put("both", pair.overlap().both());
    fact.put("only_this", pair.overlap().onlyFirst());
    fact.put("only_other", pair.overlap().onlySecond());
    return fact;
  }

  private static Map<String, Object> facts(PieSelection selection, List<String> ids) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("images", selection.images());
    facts.put("percentile", selection.percentile());
    facts.put("pies", ids);
    facts.put("undefined", selection.undefined().size());
    facts.put("tied_at_boundary", selection.tiedAtCut());
    facts.put("at_or_below_percentile", selection.atOrBelowPercentile());
    return facts;
  }

  private static String counts(PieSelection selection) {
    return String.format(
        Locale.ROOT,
        "%d PIEs of %d images; %d tied at the boundary, %d by the rule \"at or below the percentile\", %d without an agreement",
        selection.pies().size(),
        selection.images(),
        selection.tiedAtCut(),
        selection.atOrBelowPercentile(),
        selection.undefined().size());
  }
}
