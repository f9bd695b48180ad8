/**
 * Pixels, and the DICOM grayscale pipeline from stored value to screen gray; PNG and JPEG input.
 *
 * <p>Declares {@code RadiographReader}, found by {@link java.util.ServiceLoader}; the only door to
 * OpenCV and ImageIO.
 */
@NullMarked
package org.exemplar.radiograph;

import org.jspecify.annotations.NullMarked;
