/** Controls that the desks and the reading room share: radiograph view, rating controls. */
@NullMarked
package org.exemplar.app.control;

import org.jspecify.annotations.NullMarked;
