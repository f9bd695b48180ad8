/** The only door to DJL: checkpoints, pruning, prediction, prediction files. */
@NullMarked
package org.exemplar.classifier;

import org.jspecify.annotations.NullMarked;
