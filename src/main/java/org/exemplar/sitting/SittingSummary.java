package org.exemplar.sitting;

import java.time.Duration;
import org.exemplar.study.ReadingProgress;

/**
 * What was done, for the thank-you page.
 *
 * @param progress cases done
 * @param answers answers submitted to cases of the study
 * @param changed how many of them were changed
 * @param active active time on the cases of the study
 * @param sittings how often the file was opened for reading
 */
public record SittingSummary(
    ReadingProgress progress, int answers, int changed, Duration active, int sittings) {}
