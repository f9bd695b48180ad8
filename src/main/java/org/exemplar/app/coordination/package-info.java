/** The coordinator's desk. */
@NullMarked
package org.exemplar.app.coordination;

import org.jspecify.annotations.NullMarked;
