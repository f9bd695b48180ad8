package org.exemplar.sitting;

import java.time.InstantSource;
import java.util.Map;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.CaseCode;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * A reader that is a program: rates through {@link Sitting} like a person, as blind as one. Knows
 * of a case only its code and the shift that a table gives it. Time is simulated: nothing waits.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class SimulatedReader {
  private SimulatedReader() {}

  /**
   * A simulated reader.
   *
   * @param seed makes the ratings repeatable, together with the reader's pseudonym
   * @param shifts by how much a case is rated more difficult, less well exposed and more wrongly
   *     labelled, in standard deviations; cases not in it get 0
   * @param start when the simulated sitting begins
   * @param appVersion version of this program
   */
  public static SimulatedReader of(
      long seed, Map<CaseCode, Double> shifts, InstantSource start, String appVersion) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads on from where the file stands.
   *
   * @param limit at most so many cases of the study
   * @return how many cases were read
   */
  public int read(ReadingJournal journal, int limit, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }
}
