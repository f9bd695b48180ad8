/**
 * Disagreement of dense and pruned classifiers, PIEs, forgettability, composition and stability of
 * the PIE set.
 */
@NullMarked
package org.exemplar.pie;

import org.jspecify.annotations.NullMarked;
