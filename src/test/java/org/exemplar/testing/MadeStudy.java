package org.exemplar.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.Simulation;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.Stretching;
import org.exemplar.store.ReadingLock;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** A small sealed study made from a {@link MadeComparison}, with passphrases that guard nothing. */
public record MadeStudy(MadeComparison comparison, BuiltStudy built, StudyLocation location) {
  public static final Instant SEALED_AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final String KEY_WORDS = "key words";
  public static final String READING_WORDS = "reading words";
  public static final String SOFTWARE = "0.1.0-test";

  /** A study of {@code perArm} cases in each arm, one practice case, read by so many readers. */
  public static MadeStudy of(Path folder, int perArm, int readers) {
    MadeComparison comparison = MadeComparison.of(folder.resolve("source"), 10 * perArm);
    return of(comparison, comparison.protocol(perArm, 1, 0), folder.resolve("study"), readers);
  }

  /** A study from a comparison and a protocol. */
  public static MadeStudy of(MadeComparison comparison, Path protocol, Path out, int readers) {
    BuildOptions.Sources sources =
        new BuildOptions.Sources(comparison.comparison(), comparison.images(), protocol);
    List<ReaderId> ids =
        IntStream.rangeClosed(1, readers).mapToObj(i -> new ReaderId("R0" + i)).toList();
    BuiltStudy built =
        new StudyBuild(InstantSource.fixed(SEALED_AT), SOFTWARE, Stretching.NONE_FOR_TESTS)
            .build(
                BuildOptions.of(sources, ids, OptionalLong.of(7), out),
                Passphrase.of(KEY_WORDS),
                Progress.NONE,
                new Cancellation());
    return new MadeStudy(comparison, built, StudyLocation.of(out));
  }

  /** The coordinator, so many minutes after the seal. */
  public static Office office(long minutes) {
    return Office.coordinator(InstantSource.fixed(SEALED_AT.plusSeconds(60 * minutes)), SOFTWARE);
  }

  /** The lock of reading files. */
  public static ReadingLock lock() {
    return new ReadingLock(
        Passphrase.of(READING_WORDS), Stretching.NONE_FOR_TESTS, new SecureDraw());
  }

  /** Writes every reader's file into the study's folder. */
  public List<Path> pack() {
    return new Packaging(office(5))
        .pack(location, Packaging.Order.ALL, lock(), Progress.NONE, new Cancellation()).stream()
            .map(Packaging.Packed::file)
            .toList();
  }

  /** Lets simulated readers rate, at most so many cases each. */
  public static void rate(List<Path> files, long seed, int limit) {
    rate(files, new Simulation.Behaviour(seed, Map.of(), limit));
  }

  /** Lets simulated readers rate. */
  public static void rate(List<Path> files, Simulation.Behaviour behaviour) {
    new Simulation(InstantSource.fixed(SEALED_AT.plusSeconds(3600)), SOFTWARE)
        .rate(files, behaviour, Passphrase.of(READING_WORDS), Progress.NONE, new Cancellation());
  }
}
