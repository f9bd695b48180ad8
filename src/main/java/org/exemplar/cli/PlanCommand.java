package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.analysis.Planner;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code exemplar plan}: power and precision of a study to come. */
@CommandLine.Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Power and interval width for any numbers of readers and cases, from a pilot's results",
      "or, without a pilot, from the defaults for scales and yes/no questions."
    })
final class PlanCommand extends Command {
  @Option(names = "--pilot", paramLabel = "results.json", description = "Results of a pilot study.")
  private @Nullable Path pilot;

  @Option(
      names = "--readers",
      required = true,
      split = ",",
      paramLabel = "4,6,10",
      description = "Numbers of readers.")
  private List<Integer> readers = new ArrayList<>();

  @Option(
      names = "--cases",
      required = true,
      split = ",",
      paramLabel = "40,100",
      description = "Numbers of cases, half of them PIEs.")
  private List<Integer> cases = new ArrayList<>();

  @Option(
      names = "--level",
      defaultValue = "0.05",
      description = "Level of the two-sided test (default: 0.05).")
  private double level;

  @Option(names = "--auc", description = "PIE-AUC to plan for (default: the pilot's).")
  private @Nullable Double auc;

  PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Planner.Request request =
        new Planner.Request(
            readers, cases, level, auc == null ? OptionalDouble.empty() : OptionalDouble.of(auc));
    List<Planner.Row> rows = new ArrayList<>();
    if (pilot != null) {
      rows.addAll(Planner.plan(ResultsJson.read(pilot), request));
    } else {
      rows.addAll(Planner.plan("scale", Planner.SCALE, request));
      rows.addAll(Planner.plan("yes/no", Planner.TWO_ANSWERS, request));
    }
    say("question              readers  cases  readers  AUC    power  half-width");
    List<Map<String, Object>> facts = new ArrayList<>();
    for (Planner.Row row : rows) {
      String effect = row.effect().name().toLowerCase(Locale.ROOT);
      say(
          String.format(
              Locale.ROOT,
              "%-20s  %7d  %5d  %-7s  %.3f  %.3f  %.3f",
              row.question(),
              row.readers(),
              row.cases(),
              effect,
              row.auc(),
              row.power(),
              row.halfWidth()));
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("question", row.question());
      fact.put("readers", row.readers());
      fact.put("cases", row.cases());
      fact.put("readers_effect", effect);
      fact.put("auc", row.auc());
      fact.put("power", row.power());
      fact.put("half_width", row.halfWidth());
      fact.put("df", row.df());
      facts.add(fact);
    }
    summary(facts);
  }
}
