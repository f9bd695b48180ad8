/**
 * Making a comparison: every run at every sparsity over all images, into a folder, restartable at
 * any moment.
 */
@NullMarked
package org.exemplar.classifier.sweep;

import org.jspecify.annotations.NullMarked;
