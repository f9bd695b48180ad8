/** The protocol of a study on the coordinator's desk: read, built, amended. */
@NullMarked
package org.exemplar.app.coordination.protocol;

import org.jspecify.annotations.NullMarked;
