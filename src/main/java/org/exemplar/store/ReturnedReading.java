package org.exemplar.store;

import java.time.Instant;
import org.exemplar.study.ReaderId;

/**
 * A reading file that brought something when it came back.
 *
 * @param reader whose it is
 * @param at when it was merged
 * @param copy whether it is a copy that was read apart
 * @param cases of the study that were finished in the file then, practice apart
 */
public record ReturnedReading(ReaderId reader, Instant at, boolean copy, int cases) {}
