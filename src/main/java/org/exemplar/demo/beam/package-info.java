/** Rays through solids given by formulas: what each pixel's ray passes, in closed form. */
@NullMarked
package org.exemplar.demo.beam;

import org.jspecify.annotations.NullMarked;
