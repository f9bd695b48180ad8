package org.exemplar.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void nothing_asked_lets_the_work_pass() {
    cancellation.throwIfRequested();
    assertThat(cancellation.requested()).isFalse();
    assertThat(cancellation.paused()).isFalse();
  }

  @Test
  void cancelled_work_stops() {
    cancellation.cancel();
    assertThatThrownBy(cancellation::throwIfRequested).isInstanceOf(CancellationException.class);
  }

  @Test
  void paused_work_stands_still_until_it_may_go_on() throws Exception {
    var steps = new AtomicInteger();
    var reached = new CountDownLatch(1);
    cancellation.pause();
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              reached.countDown();
              cancellation.throwIfRequested();
              steps.incrementAndGet();
            });
    reached.await();
    while (worker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(steps).hasValue(0);
    cancellation.resume();
    worker.join();
    assertThat(steps).hasValue(1);
    assertThat(cancellation.paused()).isFalse();
  }

  @Test
  void paused_work_can_be_cancelled() {
    cancellation.pause();
    var work = CompletableFuture.runAsync(cancellation::throwIfRequested);
    cancellation.cancel();
    assertThatThrownBy(work::join).hasRootCauseInstanceOf(CancellationException.class);
  }

  @Test
  void an_interrupt_ends_the_wait_and_is_kept() throws Exception {
    cancellation.pause();
    var interrupted = new CompletableFuture<Boolean>();
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                cancellation.throwIfRequested();
              } catch (CancellationException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    worker.interrupt();
    assertThat(interrupted.get()).isTrue();
  }
}
