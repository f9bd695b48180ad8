/**
 * Running networks: the only classes that see DJL and libtorch. Plain Java types in and out, so
 * native memory looks after itself.
 */
@NullMarked
package org.exemplar.classifier.torch;

import org.jspecify.annotations.NullMarked;
