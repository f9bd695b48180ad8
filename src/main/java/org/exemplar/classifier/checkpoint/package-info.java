/**
 * Checkpoint files as data: what a file is, the tensors in it, and the architecture their shapes
 * say. Nothing in a file is executed, and no engine is needed.
 */
@NullMarked
package org.exemplar.classifier.checkpoint;

import org.jspecify.annotations.NullMarked;
