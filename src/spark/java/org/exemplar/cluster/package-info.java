/**
 * The comparison on Apache Spark: images are shared out over the executors of a cluster, each
 * decodes its share and predicts every run at every sparsity on it through the classes of {@code
 * classifier}; the driver chooses the masks and writes the same folder as on one computer.
 *
 * <p>Compiled and tested with {@code -Pspark} only; see {@code docs/cluster.md}.
 */
@NullMarked
package org.exemplar.cluster;

import org.jspecify.annotations.NullMarked;
