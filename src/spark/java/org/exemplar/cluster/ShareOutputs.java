package org.exemplar.cluster;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a network gave for one share, in a form that travels. */
final class ShareOutputs implements Serializable {
  private static final long serialVersionUID = 1L;

  private final float[] outputs;
  private final String device;
  private final @Nullable String ranAs;

  ShareOutputs(float[] outputs, String device, @Nullable String ranAs) {
    this.outputs = outputs;
    this.device = device;
    this.ranAs = ranAs;
  }

  /** Raw outputs, rows × findings; the share's usable images in order. */
  float[] outputs() {
    return outputs;
  }

  /** Where the network ran. */
  String device() {
    return device;
  }

  /** As what it ran, where that is not what its file says. */
  Optional<String> ranAs() {
    return Optional.ofNullable(ranAs);
  }
}
