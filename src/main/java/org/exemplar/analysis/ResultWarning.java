package org.exemplar.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Something that a reader of the results must know.
 *
 * @param question the question that it is about, null for the whole study
 * @param code what it is about
 * @param message one sentence in plain words
 */
public record ResultWarning(@Nullable String question, WarningCode code, String message) {}
