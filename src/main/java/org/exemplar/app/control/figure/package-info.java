/** Drawings of the desks: numbers as marks, in the colours of the theme. */
@NullMarked
package org.exemplar.app.control.figure;

import org.jspecify.annotations.NullMarked;
