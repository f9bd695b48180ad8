/** Which weights pruning removes: numbers in, a keep mask out. No engine is needed. */
@NullMarked
package org.exemplar.classifier.prune;

import org.jspecify.annotations.NullMarked;
