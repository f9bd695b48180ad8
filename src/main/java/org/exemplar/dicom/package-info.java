/** The only door to DICOM files: a {@code RadiographReader}. */
@NullMarked
package org.exemplar.dicom;

import org.jspecify.annotations.NullMarked;
