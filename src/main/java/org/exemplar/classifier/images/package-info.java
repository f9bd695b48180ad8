/**
 * The radiographs of a comparison: label files, finding the file of each row, and the cache of
 * decoded and resized pictures.
 */
@NullMarked
package org.exemplar.classifier.images;

import org.jspecify.annotations.NullMarked;
