package org.exemplar.sitting;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a sitting.
 *
 * @param wall dates; may be set back or forth at any time
 * @param nanos durations: monotonic nanoseconds with an arbitrary origin
 */
public record SittingClock(InstantSource wall, LongSupplier nanos) {
  /** The machine's clocks. */
  public static SittingClock system() {
    return new SittingClock(InstantSource.system(), System::nanoTime);
  }
}
