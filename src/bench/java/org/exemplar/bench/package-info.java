/**
 * One side of each benchmark: the program's own code, told over standard input when to work. Built
 * by the profile {@code bench} only; see {@code docs/benchmarks.md}.
 */
@NullMarked
package org.exemplar.bench;

import org.jspecify.annotations.NullMarked;
