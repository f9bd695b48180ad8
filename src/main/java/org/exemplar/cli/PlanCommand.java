package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.exemplar.analysis.Planner;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.stats.mrmc.PowerSimulation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exemplar plan}: power and precision of a study to come. */
@CommandLine.Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Power and interval width for any numbers of readers and cases, from a pilot's results",
      "or, without a pilot, from the defaults for scales and yes/no questions.",
      "With --running: how many cases a running study needs, from its ratings without any arm."
    })
final class PlanCommand extends Command {
  @Option(names = "--pilot", paramLabel = "results.json", description = "Results of a pilot study.")
  private @Nullable Path pilot;

  @Option(
      names = "--running",
      paramLabel = "STUDY",
      description = "A running study; its arms are neither needed nor looked at.")
  private @Nullable Path running;

  @Option(
      names = "--readers",
      split = ",",
      paramLabel = "4,6,10",
      description = "Numbers of readers (with --running, default: those who rated).")
  private List<Integer> readers = new ArrayList<>();

  @Option(
      names = "--cases",
      split = ",",
      paramLabel = "40,100",
      description = "Numbers of cases, half of them PIEs.")
  private List<Integer> cases = new ArrayList<>();

  @Option(
      names = "--groups",
      defaultValue = "1",
      paramLabel = "N",
      description = {
        "Split-plot: deal readers and cases into N groups; each group of readers reads",
        "its own cases alone (default: 1, everybody reads everything)."
      })
  private int groups;

  @Option(
      names = "--level",
      defaultValue = "0.05",
      description = "Level of the two-sided test (default: 0.05).")
  private double level;

  @Option(
      names = "--questions",
      defaultValue = "1",
      paramLabel = "M",
      description = "Holm over M questions: plan at the level divided by M (default: 1).")
  private int questions;

  @Option(names = "--auc", description = "PIE-AUC to plan for (default: the pilot's).")
  private @Nullable Double auc;

  @Option(
      names = "--power",
      defaultValue = "0.8",
      description = "Power for which the cases needed are told (default: 0.8).")
  private double power;

  @Option(
      names = "--simulate",
      defaultValue = "0",
      paramLabel = "N",
      description = "Check each plan: draw N studies and analyse them by the primary analysis.")
  private int simulate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of --simulate and --running (default: 1).")
  private long seed;

  @Spec private @Nullable CommandSpec spec;

  PlanCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    if (running == null ? readers.isEmpty() || cases.isEmpty() : pilot != null) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Give --readers and --cases, or --running STUDY alone.");
    }
    if (!(power > 0 && power < 1) || simulate < 0) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--power lies between 0 and 1, --simulate is 0 or more.");
    }
    OptionalDouble planned = auc == null ? OptionalDouble.empty() : OptionalDouble.of(auc);
    if (running != null) {
      reestimate(StudyLocation.of(running), planned);
      return;
    }
    Planner.Request request =
        new Planner.Request(readers, cases, groups, level, planned).holm(questions);
    List<Planner.Row> rows =
        pilot == null ? Planner.plan(request) : Planner.plan(ResultsJson.read(pilot), request);
    table(rows, progress, cancellation);
  }

  private void table(List<Planner.Row> rows, Progress progress, Cancellation cancellation) {
    say(
        "question              readers  cases  readers  AUC    power  half-width"
            + (simulate > 0 ? "  simulated" : ""));
    List<Map<String, Object>> facts = new ArrayList<>();
    int done = 0;
    for (Planner.Row row : rows) {
      cancellation.throwIfRequested();
      String line =
          String.format(
              Locale.ROOT,
              "%-20s  %7d  %5d  %-7s  %.3f  %.3f  %.3f",
              row.question(),
              row.readers(),
              row.cases(),
              effect(row),
              row.auc(),
              row.power(),
              row.halfWidth());
      Map<String, Object> fact = facts(row);
      if (simulate > 0) {
        progress.report("Simulating", done++, rows.size());
        PowerSimulation simulated = row.simulate(simulate, seed);
        line +=
            String.format(Locale.ROOT, "       %.3f ± %.3f", simulated.power(), simulated.error());
        fact.put("simulated", facts(simulated));
      }
      say(line);
      facts.add(fact);
    }
    sayNeeded(rows);
    summary(facts);
  }

  private static String effect(Planner.Row row) {
    return row.effect().name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> facts(Planner.Row row) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("question", row.question());
    fact.put("readers", row.readers());
    fact.put("cases", row.cases());
    fact.put("groups", row.plan().design().groups());
    fact.put("readers_effect", effect(row));
    fact.put("auc", row.auc());
    fact.put("level", row.level());
    fact.put("power", row.power());
    fact.put("half_width", row.halfWidth());
    fact.put("se", Math.sqrt(row.plan().variance()));
    fact.put("df", row.plan().df());
    fact.put("cases_for_power", orNull(row.casesFor(power)));
    return fact;
  }

  private static Map<String, Object> facts(PowerSimulation simulated) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("power", simulated.power());
    fact.put("monte_carlo_error", simulated.error());
    fact.put("auc", simulated.auc());
    fact.put("se", simulated.standardError());
    fact.put("studies", simulated.studies());
    return fact;
  }

  /** The cases needed, once for each question, number of readers and effect. */
  private void sayNeeded(List<Planner.Row> rows) {
    Map<String, String> needed = new LinkedHashMap<>();
    for (Planner.Row row : rows) {
      needed.computeIfAbsent(
          "%s, %d readers who %s"
              .formatted(
                  row.question(),
                  row.readers(),
                  row.effect() == Planner.ReaderEffect.ALIKE ? "are alike" : "differ"),
          key -> words(row.casesFor(power)));
    }
    say(String.format(Locale.ROOT, "Cases for a power of %.2f, read by all:", power));
    needed.forEach((who, count) -> say("  " + who + ": " + count));
  }

  private void reestimate(StudyLocation location, OptionalDouble planned) {
    OptionalInt plannedReaders =
        readers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(readers.getFirst());
    List<CaseReestimation> estimates =
        CaseReestimation.of(
            location,
            new CaseReestimation.Aim(power, level / questions, planned, plannedReaders, seed));
    List<Map<String, Object>> facts = new ArrayList<>();
    for (CaseReestimation each : estimates) {
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("question", each.question());
      fact.put("readers", each.readers());
      fact.put("cases", each.cases());
      fact.put("auc", each.auc());
      each.needed()
          .value()
          .ifPresent(needed -> {
            say(
                "%s: %s if readers are alike, %s if they differ"
                    .formatted(each.question(), words(needed.alike()), words(needed.differ())));
            fact.put("cases_needed_alike", orNull(needed.alike()));
            fact.put("cases_needed_differ", orNull(needed.differ()));
          });
      each.needed()
          .reason()
          .ifPresent(
              because -> warn(each.question() + ": nothing can be told, because " + because));
      facts.add(fact);
    }
    say("Estimated without any arm; an effect in the ratings makes the numbers a little larger.");
    summary(facts);
  }

  private static String words(OptionalInt count) {
    return count.isEmpty() ? "more than 20,000 cases" : "about " + count.getAsInt() + " cases";
  }

  private static @Nullable Integer orNull(OptionalInt count) {
    return count.isEmpty() ? null : (Integer) count.getAsInt();
  }
}
