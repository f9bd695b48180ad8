package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CaseTimerTest {
  private long now = Long.MAX_VALUE - 5;
  private final CaseTimer timer = new CaseTimer(() -> now, Duration.ofSeconds(60));

  @Test
  void a_minute_without_input_is_active_and_the_rest_idle() {
    timer.start();
    pass(40);
    timer.input();
    pass(100);
    assertActiveAndIdle(100, 40);
    timer.input();
    pass(10);
    assertActiveAndIdle(110, 40);
  }

  @Test
  void hidden_time_is_idle_and_pauses_are_neither() {
    timer.start();
    pass(5);
    timer.hidden(true);
    pass(20);
    timer.hidden(false);
    pass(5);
    timer.stop();
    pass(1000);
    timer.start();
    pass(5);
    assertActiveAndIdle(15, 20);
  }

  @Test
  void asking_often_changes_nothing() {
    timer.start();
    for (int i = 0; i < 100; i++) {
      pass(1);
      timer.activeNanos();
    }
    assertActiveAndIdle(60, 40);
  }

  /** The clock's origin is arbitrary: here it runs over from the largest to the smallest number. */
  private void pass(long seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void assertActiveAndIdle(long active, long idle) {
    assertThat(Duration.ofNanos(timer.activeNanos())).isEqualTo(Duration.ofSeconds(active));
    assertThat(Duration.ofNanos(timer.idleNanos())).isEqualTo(Duration.ofSeconds(idle));
  }
}
