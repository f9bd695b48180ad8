/** Charts that know their numbers: one painting for the window and for files. */
@NullMarked
package org.exemplar.app.chart;

import org.jspecify.annotations.NullMarked;
