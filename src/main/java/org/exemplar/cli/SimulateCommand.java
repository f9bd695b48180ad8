package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.conduct.Shifts;
import org.exemplar.conduct.Simulation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.study.CaseCode;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar simulate}. */
@CommandLine.Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Rehearses: simulated readers rate through the path that people use, and every rating is marked so.")
final class SimulateCommand extends Command {
  @Parameters(arity = "1..*", paramLabel = "FILE.reading", description = "Reading files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "Makes the ratings repeatable.")
  private long seed;

  @Option(
      names = "--shifts",
      paramLabel = "CSV",
      description = "case_code,shift: by how many standard deviations a case is found worse.")
  private @Nullable Path shifts;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many cases in each file.")
  private int limit = Integer.MAX_VALUE;

  @Mixin private PassphraseOptions passphraseOptions = new PassphraseOptions();

  SimulateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Map<CaseCode, Double> table = shifts == null ? Map.of() : Shifts.read(shifts);
    List<Map<String, Object>> facts = new ArrayList<>();
    try (Passphrase passphrase =
        Passphrase.taking(
            passphraseOptions.passphrase("Passphrase of the reading files", surroundings()))) {
      Simulation simulation = new Simulation(surroundings().clock(), Version.number());
      for (Simulation.Rated rated :
          simulation.rate(
              files,
              new Simulation.Behaviour(seed, table, limit),
              passphrase,
              progress,
              cancellation)) {
        say(rated.reader() + " (simulated): " + rated.cases() + " cases read in " + rated.file());
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("reader", rated.reader().value());
        fact.put("file", rated.file().toString());
        fact.put("cases", rated.cases());
        fact.put("simulated", true);
        facts.add(fact);
      }
    }
    summary(facts);
  }
}
