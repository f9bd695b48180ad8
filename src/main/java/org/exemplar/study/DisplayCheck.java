package org.exemplar.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader saw on the test pattern. Warns; does not prove calibration.
 *
 * @param display the monitor
 * @param answers what was asked → what was answered, in the order asked
 * @param passed whether everything that should be seen was seen
 * @param luminance measured values when typed in, else null
 * @param pixelForPixel whether the pattern could be drawn on whole device pixels
 */
public record DisplayCheck(
    Display display,
    Map<String, String> answers,
    boolean passed,
    @Nullable Luminance luminance,
    boolean pixelForPixel) {
  /** Copies. */
  public DisplayCheck {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /**
   * What was measured.
   *
   * @param minimum cd/m², null when not measured
   * @param maximum cd/m², null when not measured
   * @param ambient a note on the room's light; may be empty
   */
  public record Luminance(@Nullable Double minimum, @Nullable Double maximum, String ambient) {}
}
