/**
 * A comparison on disk: who was compared ({@code manifest.json}), over which radiographs ({@code
 * images.csv}), and what every run said at every sparsity ({@code predictions/*.npy}).
 *
 * <p>Plain files that Python and R read without this program. Nothing here knows an engine.
 */
@NullMarked
package org.exemplar.classifier.comparison;

import org.jspecify.annotations.NullMarked;
