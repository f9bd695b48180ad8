/** The researcher's desk: comparisons and images. */
@NullMarked
package org.exemplar.app.explorer;

import org.jspecify.annotations.NullMarked;
