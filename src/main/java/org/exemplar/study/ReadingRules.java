package org.exemplar.study;

/** How a reading is conducted: practice, corrections, limits and pacing. */
public record ReadingRules(
    Practice practice, Correction correction, SittingLimits limits, Pacing pacing) {}
