package org.exemplar.sitting;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Answer;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/** What practice cases tell the reader: the study team's answers beside the reader's. */
final class Gate {
  private final ReadingJournal journal;

  Gate(ReadingJournal journal) {
    this.journal = journal;
  }

  /** One line for each question that was asked and that the team left an answer to. */
  List<Feedback> feedback(CaseOnScreen practice) {
    PracticeReference reference = journal.reference(practice.item().code());
    int distance = journal.file().protocol().rules().practice().distance();
    List<Feedback> feedback = new ArrayList<>();
    for (Question question : journal.file().protocol().questions()) {
      PracticeReference.@Nullable Reference team = reference.to(question.id()).orElse(null);
      if (team != null && practice.asked(question)) {
        @Nullable Answer given = practice.answer(question.id()).orElse(null);
        boolean near = given != null && reference.near(question.id(), given, distance);
        feedback.add(new Feedback(question, given, team, near));
      }
    }
    return feedback;
  }
}
