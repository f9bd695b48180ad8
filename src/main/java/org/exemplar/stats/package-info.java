/**
 * Numbers in, numbers out: ranks, AUC, MRMC variance, agreement, resampling. Knows no radiology.
 */
@NullMarked
package org.exemplar.stats;

import org.jspecify.annotations.NullMarked;
