/** The researcher's desk: puts the explorer's and the results' pages on one rail. */
@NullMarked
package org.exemplar.app.research;

import org.jspecify.annotations.NullMarked;
