/** What went wrong, in plain words. Every room may use it; it uses none. */
@NullMarked
package org.exemplar.problem;

import org.jspecify.annotations.NullMarked;
