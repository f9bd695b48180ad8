package org.exemplar.classifier.torch;

import java.util.Locale;
import org.exemplar.problem.Problem;

/** Where networks shall run. */
public enum Device {
  /** On a GPU when there is a usable one, else on the CPU. */
  AUTO,
  /** On the CPU. */
  CPU,
  /** On a GPU, or not at all. */
  GPU;

  /** As the command line writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The device of that name.
   *
   * @throws Problem if there is none
   */
  public static Device parse(String text) {
    for (Device device : values()) {
      if (device.text().equals(text)) {
        return device;
      }
    }
    throw new Problem("Device \"" + text + "\" is unknown; choose auto, cpu or gpu.");
  }
}
