/** The researcher's desk: results of an unblinded study. */
@NullMarked
package org.exemplar.app.results;

import org.jspecify.annotations.NullMarked;
