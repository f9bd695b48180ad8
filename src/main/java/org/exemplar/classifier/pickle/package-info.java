/**
 * Reads Python pickles as data. A pickle is a program; here only what an allow-list names is ever
 * built, and nothing is executed.
 */
@NullMarked
package org.exemplar.classifier.pickle;

import org.jspecify.annotations.NullMarked;
