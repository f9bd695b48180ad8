package org.exemplar.radiograph;

/**
 * A place in a radiograph or a viewport, in pixels from the left and top edges; the centre of the
 * first pixel is (½, ½).
 *
 * @param x across
 * @param y down
 */
public record ImagePoint(double x, double y) {}
