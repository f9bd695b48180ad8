/**
 * How far readers agree on the same cases. Ratings come as one row per reader, one column per case,
 * NaN where missing.
 */
@NullMarked
package org.exemplar.stats.agreement;

import org.jspecify.annotations.NullMarked;
