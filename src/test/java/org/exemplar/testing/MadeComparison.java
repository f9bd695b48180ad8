package org.exemplar.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.PredictionSettings;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.crypto.Sha256;

/**
 * A small comparison made by hand: tiny PNGs with telling names, and predictions in which every
 * fifth image's findings change their order under pruning, so that exactly those are PIEs at the
 * 20th percentile.
 *
 * @param folder holds {@code comparison} and {@code images}
 * @param ids the images' ids, in order
 */
public record MadeComparison(Path folder, List<String> ids) {
  private static final List<String> FINDINGS =
      List.of("Effusion", "Mass", "Nodule", "Hernia", "Edema", "Fibrosis");

  /** A comparison of {@code images} images of equal size, each of a patient of its own. */
  public static MadeComparison of(Path folder, int images) {
    return of(folder, images, i -> 24);
  }

  /**
   * @param width of each image, by its index
   */
  public static MadeComparison of(Path folder, int images, IntUnaryOperator width) {
    try {
      Path comparison = Files.createDirectories(folder.resolve("comparison"));
      Files.createDirectories(comparison.resolve("predictions"));
      Path pictures = Files.createDirectories(folder.resolve("images").resolve("hospital-north"));
      SplittableRandom random = new SplittableRandom(17);
      List<String> ids = new ArrayList<>();
      List<ImageRow> rows = new ArrayList<>();
      for (int i = 0; i < images; i++) {
        String id = String.format(Locale.ROOT, "Mueller_%04d_20240131.png", i);
        Path file = pictures.resolve(id);
        picture(file, width.applyAsInt(i), random);
        List<Boolean> labels = FINDINGS.stream().map(f -> random.nextInt(4) == 0).toList();
        rows.add(
            new ImageRow(
                id,
                "hospital-north/" + id,
                Sha256.ofFile(file).hex(),
                labels,
                List.of("patient-" + i)));
        ids.add(id);
      }
      new ImageTable(FINDINGS, List.of("subj_id"), rows).write(comparison.resolve("images.csv"));
      writePredictions(comparison, images, random);
      return new MadeComparison(folder, ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the comparison lies. */
  public Path comparison() {
    return folder.resolve("comparison");
  }

  /** Where its images lie. */
  public Path images() {
    return folder.resolve("images");
  }

  /** Whether the image is a PIE at the 20th percentile. */
  public boolean pie(String id) {
    return ids.indexOf(id) % 5 == 0;
  }

  /**
   * The default protocol with other numbers, beside the comparison.
   *
   * @param perArm cases of each arm
   * @param practice practice cases
   * @param repeats hidden repeats
   */
  public Path protocol(int perArm, int practice, int repeats) {
    try {
      String text =
          Files.readString(Path.of("reader-study-protocol.md"))
              .replace("  PIE: 20\n", "  PIE: " + perArm + "\n")
              .replace("  NON_PIE: 20\n", "  NON_PIE: " + perArm + "\n")
              .replace("percentile: 5\n", "percentile: 20\n")
              .replace("practice:\n  cases: 3\n", "practice:\n  cases: " + practice + "\n")
              .replace(
                  "repeats:\n  cases: 0\n  minimum_gap: 15\n",
                  "repeats:\n  cases: " + repeats + "\n  minimum_gap: 2\n");
      return Files.writeString(folder.resolve("protocol.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void picture(Path file, int width, SplittableRandom random) throws IOException {
    BufferedImage image = new BufferedImage(width, 20, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, random.nextInt(256));
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private static void writePredictions(Path comparison, int images, SplittableRandom random) {
    int findings = FINDINGS.size();
    float[] dense = new float[images * findings];
    float[] pruned = new float[images * findings];
    for (int i = 0; i < images; i++) {
      for (int f = 0; f < findings; f++) {
        int at = i * findings + f;
        dense[at] = (float) (0.1 + 0.1 * f + 0.01 * random.nextDouble());
        int moved = i % 5 == 0 ? findings - 1 - f : f == 2 ? 3 : f == 3 ? 2 : f;
        pruned[at] = (float) (0.1 + 0.1 * moved + 0.01 * random.nextDouble());
      }
    }
    Sparsity criterion = new Sparsity(0.9);
    PredictionTable.of(images, findings, dense)
        .write(ComparisonFolder.tableFile(comparison, 0, Sparsity.DENSE));
    PredictionTable.of(images, findings, pruned)
        .write(ComparisonFolder.tableFile(comparison, 0, criterion));
    TreeMap<Sparsity, PrunedWeights> weights = new TreeMap<>();
    weights.put(criterion, new PrunedWeights(9, 10, "ab", 0, null));
    new ComparisonManifest(
            FINDINGS,
            List.of(new ComparedRun("seed-0.pt", "00", "ResNet", weights)),
            new PruningPlan(PruningMethod.L1, 0, List.of(criterion)),
            new PredictionSettings("0.1.0", Preprocessing.PAPER, OutputKind.PROBABILITIES, "cpu"),
            new ImageCounts(images, images, List.of()))
        .write(comparison.resolve("manifest.json"));
  }
}
