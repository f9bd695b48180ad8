package org.exemplar.classifier.comparison;

import java.util.Locale;
import org.exemplar.problem.Problem;

/** In which numbers a network calculates. What it gives is float32 in every case. */
public enum Precision {
  /** IEEE binary32 throughout: what the reference numbers were made with. */
  FLOAT32,
  /**
   * Products of float32 values rounded to 10 bits of mantissa, in the matrix units of NVIDIA GPUs;
   * without effect on a CPU.
   */
  TF32,
  /** Kernels and images in bfloat16 (7 bits of mantissa), the last layer in float32. */
  BF16;

  /** As the command line and the manifest write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The precision of that name.
   *
   * @throws Problem if there is none
   */
  public static Precision parse(String text) {
    for (Precision precision : values()) {
      if (precision.text().equals(text)) {
        return precision;
      }
    }
    throw new Problem("Precision \"" + text + "\" is unknown; choose float32, tf32 or bf16.");
  }
}
