/** The report of a study: one self-contained page made from results and facts. */
@NullMarked
package org.exemplar.export.report;

import org.jspecify.annotations.NullMarked;
