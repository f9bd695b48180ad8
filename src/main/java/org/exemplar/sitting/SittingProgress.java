package org.exemplar.sitting;

import java.time.Duration;

/**
 * How far the sitting has come.
 *
 * @param place number of the current item among practice cases or among cases, from 1
 * @param of how many there are of its kind
 * @param done items of its kind finished
 * @param timeLeft estimate from the reader's own pace; zero while nothing can be said
 * @param readInThisSitting cases finished since the file was opened
 */
public record SittingProgress(
    int place, int of, int done, Duration timeLeft, int readInThisSitting) {}
