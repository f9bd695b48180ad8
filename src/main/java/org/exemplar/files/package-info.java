/** Writing a file so that it is the old one or the new one, never half of it. */
@NullMarked
package org.exemplar.files;

import org.jspecify.annotations.NullMarked;
