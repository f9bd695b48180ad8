/** What a desk offers to the main window, and what the window lends to a desk. */
@NullMarked
package org.exemplar.app.desk;

import org.jspecify.annotations.NullMarked;
