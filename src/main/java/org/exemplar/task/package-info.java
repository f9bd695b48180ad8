/** How long work reports progress and is cancelled, without knowing who watches. */
@NullMarked
package org.exemplar.task;

import org.jspecify.annotations.NullMarked;
