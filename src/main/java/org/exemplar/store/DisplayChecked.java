package org.exemplar.store;

import java.time.Instant;
import org.exemplar.study.DisplayCheck;

/**
 * A display check as it was made.
 *
 * @param number from 1, as ratings refer to it
 * @param at when
 */
public record DisplayChecked(int number, Instant at, DisplayCheck check) {}
