/** The demonstration: embedded radiographs and classifiers, and the study made of them. */
@NullMarked
package org.exemplar.demo;

import org.jspecify.annotations.NullMarked;
