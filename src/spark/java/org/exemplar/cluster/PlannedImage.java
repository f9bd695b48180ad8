package org.exemplar.cluster;

import java.io.Serializable;

/**
 * An image to look at.
 *
 * @param file absolute; the same on every machine
 */
record PlannedImage(String file) implements Serializable {}
