/** Results as drawings for screen and file: the only door to JFreeChart and Batik. */
@NullMarked
package org.exemplar.chart;

import org.jspecify.annotations.NullMarked;
