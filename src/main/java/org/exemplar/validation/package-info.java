/** Known answers, computed again on the user's machine. */
@NullMarked
package org.exemplar.validation;

import org.jspecify.annotations.NullMarked;
