/**
 * Whole files: written so that they are the old one or the new one, never half of it; and which
 * character separates the fields of a table.
 */
@NullMarked
package org.exemplar.files;

import org.jspecify.annotations.NullMarked;
