package org.exemplar.classifier.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a network in evaluation mode. Inputs name earlier results: 0 is the image batch,
 * {@code i} the result of step {@code i} counted from 1. Weights are names of tensors.
 */
public sealed interface Step {
  /**
   * Batch normalisation with stored statistics: {@code (x − mean) / √(variance + epsilon) · weight
   * + bias} per channel.
   */
  record Norm(String weight, String bias, String mean, String variance, double epsilon) {
    /** PyTorch's names below {@code prefix}, and its epsilon. */
    public static Norm of(String prefix) {
      return new Norm(
          prefix + ".weight",
          prefix + ".bias",
          prefix + ".running_mean",
          prefix + ".running_var",
          1e-5);
    }
  }

  /** How a kernel moves over the image; the same in both directions. */
  record Window(int kernel, int stride, int padding, int dilation, int groups) {
    /** A window that is neither dilated nor grouped. */
    public static Window of(int kernel, int stride, int padding) {
      return new Window(kernel, stride, padding, 1, 1);
    }

    /** The side of what comes out of a square input. */
    public int sideAfter(int side) {
      return (side + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    }
  }

  /** Convolution, then normalisation where {@code norm} is given. */
  record Convolution(
      int input, String weight, @Nullable String bias, @Nullable Norm norm, Window window)
      implements Step {}

  /** Normalisation that no convolution precedes. */
  record Normalisation(int input, Norm norm) implements Step {}

  /** {@code max(x, 0)}. */
  record Relu(int input) implements Step {}

  /** Largest value in a window; padding counts as minus infinity. */
  record MaxPool(int input, Window window) implements Step {}

  /** Mean of a window; without padding. */
  record AveragePool(int input, Window window) implements Step {}

  /** Mean over the whole plane: from images × channels × height × width to images × channels. */
  record GlobalMean(int input) implements Step {}

  /** Element-wise sum. */
  record Sum(int left, int right) implements Step {}

  /** Channels one after the other. */
  record Concatenation(List<Integer> inputs) implements Step {
    /** Keeps a copy. */
    public Concatenation {
      inputs = List.copyOf(inputs);
    }
  }

  /** {@code x · weightᵀ + bias}. */
  record Linear(int input, String weight, @Nullable String bias) implements Step {}

  /** Logistic function. */
  record Sigmoid(int input) implements Step {}
}
