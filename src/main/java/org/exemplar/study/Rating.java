package org.exemplar.study;

/**
 * One submitted answer of one reader to one question on one case, with everything stored with it.
 * When a case was corrected, the latest rating of the same place and question counts.
 *
 * @param reader who answered
 * @param item which case at which place
 * @param rated question and answer
 * @param timing of the case
 * @param circumstances display, view and version
 */
public record Rating(
    ReaderId reader,
    WorklistItem item,
    RatedAnswer rated,
    Timing timing,
    Circumstances circumstances) {}
