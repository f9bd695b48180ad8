/**
 * The blinded nouns and verbs of a reader study: protocol, cases, questions, worklists, ratings.
 */
@NullMarked
package org.exemplar.study;

import org.jspecify.annotations.NullMarked;
