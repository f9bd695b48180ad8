/** Bridges from long work to JavaFX: tasks, dialogs, styling, fonts. */
@NullMarked
package org.exemplar.app.fx;

import org.jspecify.annotations.NullMarked;
