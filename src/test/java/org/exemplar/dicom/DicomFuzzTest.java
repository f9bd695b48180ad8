package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged files are read or refused: no other exception, and no memory that nothing justifies. */
class DicomFuzzTest {
  /** Generous for a 33 kB file: 64 MiB of inflation, and a few copies of 16 free megapixels. */
  private static final long MOST_BYTES = 400L << 20;

  private final RadiographFiles files = RadiographFiles.installed();
  private final List<String> names =
      Golden.derived().propertyNames().stream().filter(name -> name.endsWith(".dcm")).toList();

  @Test
  void some_hundred_mutants_are_read_or_refused() {
    tryMutants(600, 1);
  }

  /** {@code -Dexemplar.mutants=N} for another number. */
  @Test
  @Tag("soak")
  void a_hundred_thousand_mutants_are_read_or_refused() {
    tryMutants(Integer.getInteger("exemplar.mutants", 100_000), 2);
  }

  private void tryMutants(int count, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<byte[]> originals = names.stream().map(Golden::derived).toList();
    int read = 0;
    int refused = 0;
    for (int i = 0; i < count; i++) {
      int which = random.nextInt(originals.size());
      byte[] mutant = Mutations.random(originals.get(which), random);
      long before = allocated();
      try {
        Radiograph radiograph = files.read(Path.of(names.get(which)), mutant);
        assertThat(radiograph.pixels().count()).isEqualTo(radiograph.rows() * radiograph.columns());
        read++;
      } catch (Problem problem) {
        assertThat(problem.getMessage()).contains(names.get(which)).doesNotContain("\n");
        refused++;
      } catch (RuntimeException | Error fault) {
        throw new AssertionError("mutant " + i + " of " + names.get(which), fault);
      }
      assertThat(allocated() - before)
          .as("bytes for mutant %d of %s", i, names.get(which))
          .isLessThan(MOST_BYTES);
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
