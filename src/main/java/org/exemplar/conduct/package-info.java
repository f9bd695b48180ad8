/**
 * Running a sealed study without knowing an arm: handing out, taking back, progress, verification.
 */
@NullMarked
package org.exemplar.conduct;

import org.jspecify.annotations.NullMarked;
