/**
 * The rules of a reading without a screen: next case, what may be answered, timing, pauses, limits.
 *
 * <p>Driven by the reading room and by simulated readers alike.
 */
@NullMarked
package org.exemplar.sitting;

import org.jspecify.annotations.NullMarked;
