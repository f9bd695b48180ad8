/**
 * Exemplar: radiologist reader studies of pruning-identified exemplars. This package holds {@code
 * Main} only; docs/house.md names the rooms.
 */
@NullMarked
package org.exemplar;

import org.jspecify.annotations.NullMarked;
