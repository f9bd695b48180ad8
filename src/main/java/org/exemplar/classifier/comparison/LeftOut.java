package org.exemplar.classifier.comparison;

/**
 * An image or label row that takes no part.
 *
 * @param id the label file's id, or the path below the image folder where no row names it
 * @param reason in plain words
 */
public record LeftOut(String id, String reason) {}
