/**
 * The native and ImageIO codecs behind plain arrays: OpenCV (PNG, JPEG, JPEG 2000, resizing) and
 * ImageIO (raw PNG samples). Knows nothing of radiographs, so that everything that only shows or
 * stores pixels never loads a native library.
 */
@NullMarked
package org.exemplar.radiograph.codec;

import org.jspecify.annotations.NullMarked;
