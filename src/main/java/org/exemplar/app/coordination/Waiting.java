package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.coordination.design.Draft;
import org.exemplar.app.coordination.design.DraftCard;

/**
 * Something that waits for the coordinator.
 *
 * @param tone danger, warning or accent
 * @param what to do, a few words
 * @param study its title
 * @param next where it is done
 */
record Waiting(String tone, String what, String study, Runnable next) {
  /** Where a study's next step leads. */
  interface Ways {
    /** Goes to a place of the desk with a study open. */
    void go(StudyOverview study, Next next);

    /** Goes on with a draft. */
    void go(Draft draft);
  }

  /** The next step of a study. */
  enum Next {
    HAND_OUT("Hand out"),
    PROGRESS("Progress"),
    RETURNS("Returns"),
    AUDIT("Audit"),
    UNBLIND("Unblind"),
    RESULTS("Results");

    private final String words;

    Next(String words) {
      this.words = words;
    }

    /** What a button says. */
    String words() {
      return words;
    }

    /** The one that its stage asks for. */
    static Next of(StudyOverview study) {
      return switch (study.stage()) {
        case DRAFT, READING -> PROGRESS;
        case SEALED -> HAND_OUT;
        case RETURNED -> UNBLIND;
        case UNBLINDED -> RESULTS;
      };
    }
  }

  /** All that waits, what is wrong first. */
  static List<Waiting> of(List<Draft> drafts, List<StudyOverview> studies, Ways ways) {
    List<Waiting> waiting = new ArrayList<>();
    for (StudyOverview study : studies) {
      if (!study.trail().verification().intact()) {
        waiting.add(of("danger", "Look at what was changed", study, Next.AUDIT, ways));
      }
      if (study.waiting() > 0) {
        waiting.add(
            of(
                "danger",
                study.waiting() == 1
                    ? "Decide 1 answer that differs"
                    : "Decide " + study.waiting() + " answers that differ",
                study,
                Next.RETURNS,
                ways));
      }
    }
    for (StudyOverview study : studies) {
      boolean open = study.stage() != StudyStage.UNBLINDED;
      if (open && study.flags() > 0) {
        waiting.add(
            of(
                "warning",
                study.flags() == 1
                    ? "Look at 1 quality flag"
                    : "Look at " + study.flags() + " quality flags",
                study,
                Next.PROGRESS,
                ways));
      }
    }
    for (Draft draft : drafts) {
      waiting.add(
          new Waiting(
              "accent", "Go on with the draft", DraftCard.title(draft), () -> ways.go(draft)));
    }
    for (StudyOverview study : studies) {
      if (study.stage() == StudyStage.SEALED) {
        waiting.add(of("accent", "Hand out the reading files", study, Next.HAND_OUT, ways));
      } else if (study.stage() == StudyStage.RETURNED && study.waiting() == 0) {
        waiting.add(of("accent", "All answers are in: unblind", study, Next.UNBLIND, ways));
      }
    }
    return waiting;
  }

  private static Waiting of(String tone, String what, StudyOverview study, Next next, Ways ways) {
    return new Waiting(tone, what, study.about().title(), () -> ways.go(study, next));
  }
}
