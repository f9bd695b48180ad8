package org.exemplar.sitting;

import org.exemplar.study.Answer;
import org.exemplar.study.PracticeReference.Reference;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * One line of the feedback on a practice case.
 *
 * @param question the question
 * @param given what the reader answered, null when nothing
 * @param reference the study team's answer, null when there is none
 * @param near whether the answer lies within the distance that the protocol allows
 */
public record Feedback(
    Question question, @Nullable Answer given, @Nullable Reference reference, boolean near) {}
