/** The one door to the unblinding key, and ratings joined with their arms behind it. */
@NullMarked
package org.exemplar.analysis.unblinding;

import org.jspecify.annotations.NullMarked;
