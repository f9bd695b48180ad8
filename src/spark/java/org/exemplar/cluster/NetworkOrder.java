package org.exemplar.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import org.apache.spark.broadcast.Broadcast;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.sweep.RunFacts;
import org.exemplar.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A network that an executor is asked to run, in a form that travels.
 *
 * @param run its checkpoint
 * @param mask what the driver chose to remove; null: the dense network
 */
record NetworkOrder(Run run, @Nullable Mask mask) implements Serializable {

  /**
   * A checkpoint.
   *
   * @param file absolute; the same on every machine
   */
  record Run(String file, String sha256, String architecture, int channels, int findings)
      implements Serializable {
    static Run of(RunFacts facts) {
      return new Run(
          facts.file().toAbsolutePath().toString(),
          facts.sha256().hex(),
          facts.architecture(),
          facts.channels(),
          facts.findings());
    }

    RunFacts facts() {
      return new RunFacts(Path.of(file), Sha256.parse(sha256), architecture, channels, findings);
    }
  }

  /**
   * A mask.
   *
   * @param packed sent once to each executor
   * @param total number of prunable weights
   */
  record Mask(String sha256, Broadcast<byte[]> packed, int total) implements Serializable {
    KeepMask keep() {
      return KeepMask.of(packed.value(), total);
    }
  }

  /** Equal for equal networks. */
  String key() {
    return run.sha256 + (mask == null ? " dense" : " " + mask.sha256);
  }
}
