package org.exemplar.classifier.torch;

import org.exemplar.classifier.comparison.Precision;
import org.exemplar.problem.Problem;

/**
 * Which device is taken, and why.
 *
 * @param gpu whether a GPU
 * @param note the reason, for people
 */
record DeviceChoice(boolean gpu, String note) {
  /**
   * Chooses.
   *
   * @param gpus how many libtorch can use
   * @param cpuBuild whether libtorch is the CPU build that comes with the program
   * @throws Problem if a GPU is demanded and none is usable
   */
  static DeviceChoice of(Device wanted, int gpus, boolean cpuBuild, Precision precision) {
    if (wanted != Device.CPU && gpus > 0) {
      return new DeviceChoice(true, "GPU" + in(precision));
    }
    String none = precision == Precision.TF32 ? "; tf32 has no effect on a CPU" : in(precision);
    if (wanted == Device.CPU) {
      return new DeviceChoice(false, "CPU, as asked" + none);
    }
    String why =
        cpuBuild
            ? "this is the CPU build of libtorch; PYTORCH_LIBRARY_PATH names no other"
            : "libtorch found no usable CUDA device or driver";
    if (wanted == Device.GPU) {
      throw new Problem("No GPU can be used: " + why + "; run with --device cpu.");
    }
    return new DeviceChoice(false, "CPU: " + why + none);
  }

  private static String in(Precision precision) {
    return precision == Precision.FLOAT32 ? "" : ", " + precision.text();
  }
}
