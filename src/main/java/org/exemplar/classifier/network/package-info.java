/**
 * What a network computes, as plain data: tensors, the steps from image to findings, and how the
 * shapes of a state dict tell which network it is. No engine is needed.
 */
@NullMarked
package org.exemplar.classifier.network;

import org.jspecify.annotations.NullMarked;
