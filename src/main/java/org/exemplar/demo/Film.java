package org.exemplar.demo;

import java.util.Set;
import org.exemplar.demo.disease.Finding;

/**
 * A synthetic chest film.
 *
 * @param about what it shows
 * @param side pixels on a side
 * @param spacing of the pixels at the detector, mm
 * @param values 12 bits, row by row, 0 black; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a whole frame; never compared
public record Film(About about, int side, double spacing, short[] values) {
  /** The largest value. */
  public static final int WHITE = 4095;

  /**
   * What a film shows.
   *
   * @param number place in its set, from 0
   * @param present what was put in
   * @param given what its label says; differs from {@code present} where labels are noisy
   * @param portable taken in bed, AP
   * @param inverted stored with the smallest value white
   */
  public record About(
      int number, Set<Finding> present, Set<Finding> given, boolean portable, boolean inverted) {
    /** Keeps copies. */
    public About {
      present = Set.copyOf(present);
      given = Set.copyOf(given);
    }
  }
}
