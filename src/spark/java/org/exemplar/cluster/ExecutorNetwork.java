package org.exemplar.cluster;

import java.util.Optional;
import org.exemplar.classifier.sweep.LazyNetwork;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.jspecify.annotations.Nullable;

/**
 * The one network that an executor's process holds. Its tasks share it: the checkpoint is read once
 * for each run, and pruned once for each table. A task that wants another waits until nobody uses
 * the present one.
 */
final class ExecutorNetwork {
  /** One per process, as the engine itself is: a task knows nothing else of its process. */
  static final ExecutorNetwork HERE = new ExecutorNetwork();

  private String checkpoint = "";
  private String key = "";
  private @Nullable LazyNetwork loaded;
  private @Nullable Network current;
  private int users;
  private int read;

  /** The network while a task uses it. */
  final class Lease implements AutoCloseable {
    private final LazyNetwork of;
    private final Network network;

    private Lease(LazyNetwork of, Network network) {
      this.of = of;
      this.network = network;
    }

    Network network() {
      return network;
    }

    Optional<String> ranAs() {
      return of.ranAs();
    }

    @Override
    public void close() {
      giveBack();
    }
  }

  /**
   * Waits for the network.
   *
   * @throws org.exemplar.problem.Problem if its checkpoint is not what the driver saw
   */
  synchronized Lease take(NetworkOrder order, TorchRuntime runtime) throws InterruptedException {
    String wanted = order.key();
    while (users > 0 && !wanted.equals(key)) {
      wait();
    }
    LazyNetwork lazy = loaded;
    if (lazy == null || !order.run().sha256().equals(checkpoint)) {
      drop();
      lazy = new LazyNetwork(runtime, order.run().facts().readAgain());
      read++;
      loaded = lazy;
      checkpoint = order.run().sha256();
    }
    Network network = current;
    if (network == null || !wanted.equals(key)) {
      key = "";
      NetworkOrder.Mask mask = order.mask();
      network = mask == null ? lazy.dense() : lazy.pruned(mask.keep());
      current = network;
      key = wanted;
    }
    users++;
    return new Lease(lazy, network);
  }

  private synchronized void giveBack() {
    users--;
    notifyAll();
  }

  /** How many checkpoints were read so far. */
  synchronized int read() {
    return read;
  }

  /** Frees the network; waits for its users. */
  synchronized void close() {
    try {
      while (users > 0) {
        wait();
      }
      drop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop() {
    if (loaded != null) {
      loaded.close();
    }
    loaded = null;
    current = null;
    checkpoint = "";
    key = "";
  }
}
