/** Opening the key, and turning ratings into the planned results. */
@NullMarked
package org.exemplar.analysis;

import org.jspecify.annotations.NullMarked;
