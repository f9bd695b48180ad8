package org.exemplar.app.explorer;

import java.util.function.IntConsumer;

/**
 * Where one image can be shown.
 *
 * @param place in place of what is shown
 * @param window in a window of its own
 */
public record ImageDoors(IntConsumer place, IntConsumer window) {}
