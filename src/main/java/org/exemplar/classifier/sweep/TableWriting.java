package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.PredictionTableWriter;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** One table on its way to disk: outputs become probabilities, and what is no number stops it. */
final class TableWriting {
  private final ImageTable images;
  private final int findings;
  private final OutputKind output;
  private final String what;
  private float @Nullable [] firstRow;
  private boolean constant = true;

  /**
   * A table to be written.
   *
   * @param what names run and sparsity in sentences
   */
  TableWriting(ImageTable images, int findings, OutputKind output, String what) {
    this.images = images;
    this.findings = findings;
    this.output = output;
    this.what = what;
  }

  /**
   * Writes all rows beside their place; committing the writer puts them there.
   *
   * @param outputs hands raw outputs to a sink, in order
   * @param rowsDone told after each batch
   * @return for the caller to commit and close
   * @throws Problem naming run, sparsity and image where an output is not a number
   */
  PredictionTableWriter write(
      Path file, Consumer<BatchPredictor.Sink> outputs, IntConsumer rowsDone) {
    PredictionTableWriter writer = PredictionTableWriter.create(file, images.size(), findings);
    boolean whole = false;
    try {
      outputs.accept((firstRow, raw) -> {
        float[] probabilities = probabilities(firstRow, raw);
        writer.append(probabilities);
        watchForConstant(probabilities);
        rowsDone.accept(firstRow + raw.length / findings);
      });
      whole = true;
      return writer;
    } finally {
      if (!whole) {
        writer.close();
      }
    }
  }

  /** Whether every image got the same outputs; false for a single image. */
  boolean isConstant() {
    return constant && images.size() > 1;
  }

  private float[] probabilities(int firstRow, float[] raw) {
    var probabilities = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      float value = output == OutputKind.LOGITS ? sigmoid(raw[i]) : raw[i];
      if (Float.isNaN(value)) {
        throw new Problem(
            "The network of "
                + what
                + " gives no number (NaN) for the image "
                + images.row(firstRow + i / findings).id()
                + "; check the checkpoint and its input.");
      }
      probabilities[i] = value;
    }
    return probabilities;
  }

  private static float sigmoid(float logit) {
    return (float) (1 / (1 + Math.exp(-(double) logit)));
  }

  private void watchForConstant(float[] probabilities) {
    if (firstRow == null) {
      firstRow = Arrays.copyOf(probabilities, findings);
    }
    for (int row = 0; constant && row < probabilities.length; row += findings) {
      constant = Arrays.equals(firstRow, 0, findings, probabilities, row, row + findings);
    }
  }
}
