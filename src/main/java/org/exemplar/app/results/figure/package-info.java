/** Charts of results and plans: one drawing for the screen and for files. */
@NullMarked
package org.exemplar.app.results.figure;

import org.jspecify.annotations.NullMarked;
