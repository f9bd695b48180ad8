package org.exemplar.classifier.sweep;

import java.util.Optional;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.jspecify.annotations.Nullable;

/** A network that is put into the engine when first needed: not at all for finished tables. */
public final class LazyNetwork implements AutoCloseable {
  private final TorchRuntime runtime;
  private final Checkpoint checkpoint;
  private @Nullable Network loaded;
  private boolean changed;

  /** A network of a checkpoint that was read. */
  public LazyNetwork(TorchRuntime runtime, Checkpoint checkpoint) {
    this.runtime = runtime;
    this.checkpoint = checkpoint;
  }

  private Network network() {
    if (loaded == null) {
      loaded = runtime.load(checkpoint);
    }
    return loaded;
  }

  /** As it was trained. */
  public Network dense() {
    if (changed) {
      network().restore();
      changed = false;
    }
    return network();
  }

  /** With a mask applied. */
  public Network pruned(KeepMask mask) {
    network().prune(mask);
    changed = true;
    return network();
  }

  /** As what it ran, where that is not what its file says; empty when nothing ran. */
  public Optional<String> ranAs() {
    return loaded == null ? Optional.empty() : loaded.ranAs();
  }

  /** Refuses a network that shows no weights. */
  public void requirePrunable() {
    network().prunable();
  }

  @Override
  public void close() {
    if (loaded != null) {
      loaded.close();
    }
  }
}
