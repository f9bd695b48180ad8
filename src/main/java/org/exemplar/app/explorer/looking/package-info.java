/** The researcher's desk, one image: where the dense and the pruned networks look. */
@NullMarked
package org.exemplar.app.explorer.looking;

import org.jspecify.annotations.NullMarked;
