/** Parts that several desks are made of: cards, segmented choices, filter chips. */
@NullMarked
package org.exemplar.app.control.parts;

import org.jspecify.annotations.NullMarked;
