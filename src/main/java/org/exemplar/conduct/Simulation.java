package org.exemplar.conduct;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.sitting.SimulatedReader;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Rehearses a study: simulated readers rate reading files through the very path that people use,
 * and every rating is marked so. A simulated reader is as blind as a person; an effect of the arm
 * comes only from a table of shifts.
 */
public final class Simulation {
  private final InstantSource clock;
  private final String software;

  /**
   * @param clock when the simulated sittings begin
   * @param software version of this program
   */
  public Simulation(InstantSource clock, String software) {
    this.clock = clock;
    this.software = software;
  }

  /**
   * How to rate.
   *
   * @param seed makes the ratings repeatable, together with each reader's pseudonym
   * @param shifts by how much a case is found worse, in standard deviations; others get 0
   * @param limit at most so many cases of the study in each file
   */
  public record Behaviour(long seed, Map<CaseCode, Double> shifts, int limit) {
    /** Copies and checks the limit. */
    public Behaviour {
      shifts = Map.copyOf(shifts);
      if (limit < 0) {
        throw new Problem("--limit must not be negative.");
      }
    }
  }

  /**
   * What was rated in one file.
   *
   * @param cases how many cases of the study were read now
   */
  public record Rated(Path file, ReaderId reader, int cases) {}

  /**
   * Rates each file, going on where it stands.
   *
   * @param passphrase opens the files; lent
   * @throws Problem when a file cannot be opened or the passphrase is wrong
   */
  public List<Rated> rate(
      List<Path> files,
      Behaviour behaviour,
      Passphrase passphrase,
      Progress progress,
      Cancellation cancellation) {
    List<Rated> rated = new ArrayList<>();
    for (Path file : files) {
      cancellation.throwIfRequested();
      rated.add(rate(file, behaviour, passphrase, progress, cancellation));
    }
    return rated;
  }

  private Rated rate(
      Path file,
      Behaviour behaviour,
      Passphrase passphrase,
      Progress progress,
      Cancellation cancellation) {
    try (ReadingFile reading = ReadingFile.open(file);
        ReadingJournal journal =
            reading
                .unlock(passphrase)
                .orElseThrow(() ->
                    new Problem(
                        "The passphrase does not open "
                            + file
                            + ": give the one that it was packaged with."))) {
      SimulatedReader reader =
          SimulatedReader.of(behaviour.seed(), behaviour.shifts(), clock, software);
      int cases = reader.read(journal, behaviour.limit(), progress, cancellation);
      return new Rated(file, reading.summary().reader(), cases);
    }
  }
}
