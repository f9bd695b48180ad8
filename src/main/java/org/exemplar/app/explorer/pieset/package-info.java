/** The researcher's desk, PIE set: what the PIEs are made of, and how firmly they are PIEs. */
@NullMarked
package org.exemplar.app.explorer.pieset;

import org.jspecify.annotations.NullMarked;
