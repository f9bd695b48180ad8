package org.exemplar.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** Computes all known answers again, on this machine. */
public final class Validation {
  /** About how many checks there are, for the progress bar. */
  private static final int ABOUT = 109;

  private final Place place;
  private final References references;

  /**
   * Where and on what the checks run.
   *
   * @param natives where the engine's native libraries are unpacked
   * @param device where networks run
   */
  public record Place(Path natives, Device device) {}

  /** With the reference data inside the program. */
  public Validation(Place place) {
    this(place, References.embedded());
  }

  Validation(Place place, References references) {
    this.place = place;
    this.references = references;
  }

  /**
   * Runs every check; a failed check is a result, not an error.
   *
   * @param version this program's
   * @param now when the report is dated
   * @throws Problem when there is no room for temporary files
   */
  public ValidationReport run(
      String version, Instant now, Progress progress, Cancellation cancellation) {
    List<Check> checks = new ArrayList<>();
    Consumer<Check> done =
        check -> {
          checks.add(check);
          progress.report(
              "Checking " + check.section().words().toLowerCase(java.util.Locale.ROOT),
              Math.min(checks.size(), ABOUT),
              ABOUT);
        };
    progress.report("Starting", 0, ABOUT);
    Path scratch = scratch();
    String device;
    try {
      device = engine(scratch, done, cancellation);
      statistics(new Bench(Section.STATISTICS, done, cancellation));
      Bench grayscale = new Bench(Section.GRAYSCALE, done, cancellation);
      grayscale.check(
          "Reference data",
          "the program itself",
          () -> {
            new GrayscaleChecks(references, scratch).run(grayscale);
            return present();
          });
      audit(scratch, new Bench(Section.AUDIT, done, cancellation));
    } finally {
      delete(scratch);
    }
    progress.report("Done", ABOUT, ABOUT);
    return new ValidationReport(version, now, Environment.ofThisMachine(device), checks);
  }

  private String engine(Path scratch, Consumer<Check> done, Cancellation cancellation) {
    Bench bench = new Bench(Section.ENGINE, done, cancellation);
    List<String> device = new ArrayList<>();
    bench.check(
        "Engine and reference data",
        "the program itself",
        () -> {
          TorchRuntime torch = TorchRuntime.start(place.natives(), place.device());
          torch.threads(1);
          device.add(torch.note());
          new EngineChecks(references, scratch, torch).run(bench);
          return present();
        });
    new DisagreementChecks(references).run(bench);
    return device.isEmpty() ? "none: the engine did not start" : device.getFirst();
  }

  private void statistics(Bench bench) {
    bench.check(
        "Reference data",
        "the program itself",
        () -> {
          new NumberChecks(references).run(bench);
          new MrmcChecks(references).run(bench);
          new AgreementChecks(references).run(bench);
          return present();
        });
  }

  private void audit(Path scratch, Bench bench) {
    bench.check(
        "Reference data",
        "the program itself",
        () -> {
          new AuditChecks(references).run(bench);
          new CryptoChecks(references).run(bench);
          new JournalChecks(references, scratch).run(bench);
          return present();
        });
  }

  private static Comparison present() {
    return Comparison.same("whether all of it could be used", "used", "used");
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("exemplar-validate");
    } catch (IOException e) {
      throw new Problem(
          "There is no room for temporary files ("
              + e.getMessage()
              + "); free some space and try again.",
          e);
    }
  }

  /** What the system still holds on to stays behind among its temporary files. */
  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException leftBehind) {
      folder.toFile().deleteOnExit();
    }
  }
}
