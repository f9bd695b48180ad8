/** Reads and writes other programs' formats; writes the report. */
@NullMarked
package org.exemplar.export;

import org.jspecify.annotations.NullMarked;
