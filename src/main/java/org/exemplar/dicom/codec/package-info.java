/**
 * Decoders of compressed DICOM frames in plain Java: RLE, JPEG (sequential DCT of 8 and 12 bits,
 * lossless), JPEG-LS; and the checks around OpenCV's JPEG 2000. All are strict: a frame that ends
 * early is refused, never completed.
 */
@NullMarked
package org.exemplar.dicom.codec;

import org.jspecify.annotations.NullMarked;
