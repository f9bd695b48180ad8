package org.exemplar.app.reading;

import java.time.Duration;

/**
 * Does something on the JavaFX thread after a while. A fake one makes tests independent of time.
 */
@FunctionalInterface
public interface Later {
  /**
   * Does {@code then} once {@code wait} is over; at once, but not before this call returns, when it
   * is zero.
   */
  void after(Duration wait, Runnable then);
}
