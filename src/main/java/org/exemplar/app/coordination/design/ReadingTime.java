package org.exemplar.app.coordination.design;

import org.exemplar.blinding.StudyPreview;
import org.exemplar.study.SittingLimits;

/**
 * How long a reader is expected to sit: 45 s for each showing, practice too, and 10 min for
 * instructions and the display check. A reckoning, not a promise.
 *
 * @param minutes in all
 * @param sittings in which they fit under the protocol's longest sitting
 */
record ReadingTime(int minutes, int sittings) {
  private static final int SECONDS_A_CASE = 45;
  private static final int MINUTES_BEFORE = 10;

  static ReadingTime of(StudyPreview.Burden burden, SittingLimits limits) {
    int showings = burden.cases() + burden.repeats() + burden.practice();
    int minutes = MINUTES_BEFORE + Math.ceilDiv(showings * SECONDS_A_CASE, 60);
    long longest = limits.longest().toMinutes();
    return new ReadingTime(minutes, longest == 0 ? 1 : (int) Math.ceilDiv((long) minutes, longest));
  }
}
