package org.exemplar.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Outcome;
import org.exemplar.task.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Lets R fit the ordinal mixed models, where R and its package {@code ordinal} are installed. The
 * script is left beside the ratings, so that anyone may run it again.
 */
public final class MixedModelRun {
  /** The script's name beside the ratings. */
  public static final String SCRIPT = "mixed-model.R";

  private static final double REACH = 1.959963984540054;
  private static final long GLANCE_MS = 200;

  private final String rscript;
  private final Duration limit;

  /**
   * @param rscript the command that runs a script
   * @param limit after which R is stopped
   */
  public MixedModelRun(String rscript, Duration limit) {
    this.rscript = rscript;
    this.limit = limit;
  }

  /** {@code Rscript}, stopped after half an hour. */
  public static MixedModelRun standard() {
    return new MixedModelRun("Rscript", Duration.ofMinutes(30));
  }

  /**
   * Writes the script beside a ratings file and runs it.
   *
   * @param ratings a {@code ratings.csv} as this program exports it, with arms
   * @return the models, or why there are none
   * @throws Problem if the script cannot be written
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Outcome<MixedModel> run(Path ratings, Cancellation cancellation) {
    Path script = ratings.resolveSibling(SCRIPT);
    WholeFile.write(script, script());
    Path answer = null;
    try {
      answer = Files.createTempFile("mixed-model", ".txt");
      Process process =
          new ProcessBuilder(rscript, "--vanilla", script.toString(), ratings.toString())
              .redirectOutput(answer.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return finished(process, cancellation)
          ? parse(Files.readAllLines(answer, StandardCharsets.UTF_8), process.exitValue())
          : Outcome.undefined("R did not finish within %d s".formatted(limit.toSeconds()));
    } catch (IOException e) {
      return Outcome.undefined(
          "R was not found on this machine (the command " + rscript + " does not run)");
    } finally {
      delete(answer);
    }
  }

  private boolean finished(Process process, Cancellation cancellation) {
    try {
      long glances = Math.max(1, limit.toMillis() / GLANCE_MS);
      for (long glance = 0; glance < glances; glance++) {
        if (process.waitFor(GLANCE_MS, TimeUnit.MILLISECONDS)) {
          return true;
        }
        cancellation.throwIfRequested();
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script() {
    try (InputStream in =
        Objects.requireNonNull(MixedModelRun.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the lines {@code key<TAB>value} that the script answers. */
  static Outcome<MixedModel> parse(List<String> lines, int exit) {
    Map<String, String> versions = new LinkedHashMap<>();
    Map<String, List<String>> byQuestion = new LinkedHashMap<>();
    List<String> mine = new ArrayList<>();
    for (String line : lines) {
      String key = key(line);
      if (key.equals("question")) {
        mine = byQuestion.computeIfAbsent(value(line), question -> new ArrayList<>());
      } else if (byQuestion.isEmpty()) {
        versions.put(key, value(line));
      } else {
        mine.add(line);
      }
    }
    if (versions.containsKey("absent")) {
      return Outcome.undefined(
          "R has no package ordinal; install.packages(\"ordinal\") in R installs it");
    }
    if (exit != 0 || !versions.containsKey("ordinal")) {
      return Outcome.undefined("R failed; run " + SCRIPT + " to see why");
    }
    Map<String, MixedModel.Fit> fits = new LinkedHashMap<>();
    byQuestion.forEach((question, answered) -> fits.put(question, fit(answered)));
    return Outcome.of(
        new MixedModel(versions.getOrDefault("r", ""), versions.getOrDefault("ordinal", ""), fits));
  }

  private static String key(String line) {
    int tab = line.indexOf('\t');
    return tab < 0 ? line : line.substring(0, tab);
  }

  private static String value(String line) {
    return line.substring(line.indexOf('\t') + 1);
  }

  private static MixedModel.Fit fit(List<String> lines) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, Double> thresholds = new LinkedHashMap<>();
    List<String> messages = new ArrayList<>();
    for (String line : lines) {
      switch (key(line)) {
        case "message" -> messages.add(value(line));
        case "threshold" -> thresholds.put(key(value(line)), number(value(value(line))));
        default -> numbers.put(key(line), number(value(line)));
      }
    }
    double se = numbers.getOrDefault("se", Double.NaN);
    boolean proper = Double.isFinite(se) && se > 0;
    double effect = proper ? numbers.getOrDefault("effect", Double.NaN) : Double.NaN;
    thresholds.values().removeIf(cut -> !proper || !Double.isFinite(cut));
    return new MixedModel.Fit(
        numbers.getOrDefault("n", 0.0).intValue(),
        Warnings.finite(effect),
        finite(proper, numbers, "se"),
        finite(proper, numbers, "statistic"),
        finite(proper, numbers, "p"),
        Warnings.finite(effect - REACH * se),
        Warnings.finite(effect + REACH * se),
        finite(proper, numbers, "reader_sd"),
        finite(proper, numbers, "case_sd"),
        finite(proper, numbers, "log_likelihood"),
        thresholds,
        messages);
  }

  private static OptionalDouble finite(boolean proper, Map<String, Double> numbers, String key) {
    return proper ? Warnings.finite(numbers.getOrDefault(key, Double.NaN)) : OptionalDouble.empty();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
