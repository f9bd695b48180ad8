package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
  /** What every file is granted: tables over all 16-bit values, and what the runtime does. */
  private static final long GRANTED = 4L << 20;

  /** Bytes for a byte of the file: its fragments joined, its tables as numbers. */
  private static final long PER_BYTE = 12;

  /** Bytes for a sample that the header announces: the decoded and the final one, and planes. */
  private static final long PER_SAMPLE = 8;

  /** The most that a deflated byte can stand for, held at most three times while it grows. */
  private static final long PER_DEFLATED_BYTE = 3 * 1032;

  private final RadiographFiles files = RadiographFiles.installed();
  private final List<String> names =
      Golden.derived().propertyNames().stream().filter(name -> name.endsWith(".dcm")).toList();

  @Test
  void some_hundred_mutants_are_read_or_refused() {
    tryMutants(600, 1);
  }

  /** {@code ./mvnw -Pfuzz test}; {@code -Dexemplar.mutants=N} for another number. */
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
          .isLessThan(justified(mutant));
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  /** The memory that a file's own length, and the size in its header, justify. */
  private static long justified(byte[] mutant) {
    long bytes = GRANTED + PER_BYTE * mutant.length;
    DicomFile file;
    try {
      file = DicomParser.parse(mutant);
    } catch (DicomFault refused) {
      return bytes + inflated(mutant);
    }
    try {
      return bytes
          + (file.syntax() == TransferSyntax.DEFLATED ? inflated(mutant) : 0)
          + PER_SAMPLE * PixelDescription.of(file.attributes()).shape().count();
    } catch (DicomFault refused) {
      return bytes + inflated(mutant);
    }
  }

  private static long inflated(byte[] mutant) {
    boolean deflated =
        new String(mutant, StandardCharsets.ISO_8859_1).contains(TransferSyntax.DEFLATED.uid());
    return deflated ? PER_DEFLATED_BYTE * mutant.length : 0;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
