package org.exemplar.app.reading;

import java.time.Duration;
import java.util.List;
import org.exemplar.sitting.Feedback;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.SittingProgress;
import org.exemplar.sitting.Stage;
import org.exemplar.study.Answer;
import org.exemplar.study.Practice;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Question;
import org.exemplar.study.ReadingProtocol;

/** What the panel says about a case, in words. */
public final class CaseWords {
  /** What checking nothing in a list is called. */
  public static final String NONE_OF_THESE = "None of these";

  private CaseWords() {}

  /** E.g. {@code Case 12 of 40}. */
  public static String heading(Sitting sitting) {
    SittingProgress progress = sitting.progress();
    return (sitting.item().practice() ? "Practice " : "Case ")
        + progress.place()
        + " of "
        + progress.of();
  }

  /** The share of cases that are done; it moves only during the mask. */
  public static double share(Sitting sitting) {
    SittingProgress progress = sitting.progress();
    return progress.of() == 0 ? 0 : (double) progress.done() / progress.of();
  }

  /** E.g. {@code About 44 min left}; empty while nothing can be said. */
  public static String timeLeft(Sitting sitting) {
    if (sitting.item().practice()) {
      return "Not part of the study, not counted";
    }
    String left = rounded(sitting.progress().timeLeft());
    return left.isEmpty() ? "" : "About " + left + " left";
  }

  /** E.g. {@code 44 min}, {@code 1 h 20 min}; empty for zero. */
  public static String rounded(Duration duration) {
    long minutes = Math.max(1, Math.round(duration.toMillis() / 60_000.0));
    if (duration.isZero() || duration.isNegative()) {
      return "";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    long fives = Math.round(minutes / 5.0) * 5;
    return fives / 60 + " h" + (fives % 60 == 0 ? "" : " " + fives % 60 + " min");
  }

  /** What keeps the case from being submitted. */
  public static String missing(Sitting sitting) {
    if (sitting.stage() == Stage.FEEDBACK) {
      return afterPractice(sitting);
    }
    if (sitting.stage() != Stage.CASE && sitting.stage() != Stage.PAUSED) {
      return "";
    }
    int answers = sitting.onScreen().unanswered().size();
    int findings = sitting.onScreen().reviewOpen() ? sitting.onScreen().unjudged().size() : 0;
    if (answers == 0 && findings == 0) {
      return "Complete";
    }
    String of = answers == 0 ? "" : answers + (answers == 1 ? " answer" : " answers");
    String reviewed = findings == 0 ? "" : findings + (findings == 1 ? " finding" : " findings");
    return (reviewed.isEmpty() || of.isEmpty() ? reviewed + of : reviewed + ", " + of) + " missing";
  }

  private static String afterPractice(Sitting sitting) {
    if (!sitting.mayLeaveFeedback()) {
      return "Try again: not yet near enough";
    }
    SittingProgress progress = sitting.progress();
    int more = progress.of() - progress.place();
    return more <= 0 ? "Now the study starts" : more + " more, then the study starts";
  }

  /** The correction policy, always at hand. */
  public static String policy(Sitting sitting) {
    if (sitting.item().practice()) {
      return "Nothing here is analysed";
    }
    return switch (sitting.protocol().rules().correction()) {
      case NONE -> "Answers are final once submitted";
      case PREVIOUS -> "The case before can be changed";
      case ANY -> "Answers can be changed in this sitting";
    };
  }

  /** The button that moves on. */
  public static String next(Sitting sitting) {
    SittingProgress progress = sitting.progress();
    if (!sitting.item().practice()) {
      return progress.place() == progress.of() ? "Finish" : "Next case";
    }
    if (sitting.stage() == Stage.CASE && sitting.feedbackFollows()) {
      return "See the feedback";
    }
    return progress.place() == progress.of() ? "Start the study" : "Next practice case";
  }

  /** An answer as it is shown, e.g. {@code 4 · Good}, {@code 63}, {@code None of these}. */
  public static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Point(int point, String wording) -> point + " · " + wording;
      case Answer.Checked(List<String> items) when items.isEmpty() -> NONE_OF_THESE;
      default -> answer.wording();
    };
  }

  /** How far an answer is from the team's, e.g. {@code Same}, {@code 2 points apart}. */
  public static String distance(Feedback line) {
    Answer given = line.given();
    if (given == null || line.reference() == null) {
      return "";
    }
    Answer reference = line.reference().answer();
    if (given.equals(reference)) {
      return "Same";
    }
    return switch (given) {
      case Answer.Point(int mine, String _)
          when reference instanceof Answer.Point(int theirs, String _) ->
          counted(Math.abs(mine - theirs), "point") + " apart";
      case Answer.Score(int mine) when reference instanceof Answer.Score(int theirs) ->
          Math.abs(mine - theirs) + " of 100 apart";
      case Answer.Checked mine when reference instanceof Answer.Checked theirs ->
          counted(mine.apart(theirs), "item") + " differ" + (mine.apart(theirs) == 1 ? "s" : "");
      case Answer.Text _ -> "";
      default -> "Different";
    };
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** Under the feedback: what practice is for and what opens the study. */
  public static String guide(ReadingProtocol protocol) {
    Practice practice = protocol.rules().practice();
    return "The team’s answers are a guide to the scales, not a mark. To go on, "
        + (practice.gate() == Practice.Gate.ANSWERED
            ? "answer every practice case once."
            : practice.distance() == 0 ? "answer as the team did." : near(protocol, practice));
  }

  private static String near(ReadingProtocol protocol, Practice practice) {
    boolean scores = protocol.questions().stream().anyMatch(Question.Score.class::isInstance);
    return "answer within "
        + counted(practice.distance(), "point")
        + (scores
            ? " (" + PracticeReference.SCORE_PER_POINT * practice.distance() + " on a line to 100)"
            : "")
        + " of the team.";
  }

  /** Findings of the vocabulary that contain what was typed and are neither given nor added. */
  public static List<String> offers(
      List<String> vocabulary, List<String> taken, String typed, int most) {
    String lower = typed.strip().toLowerCase(java.util.Locale.ROOT);
    if (lower.isEmpty()) {
      return List.of();
    }
    return vocabulary.stream()
        .filter(f -> !taken.contains(f))
        .filter(f -> f.toLowerCase(java.util.Locale.ROOT).contains(lower))
        .sorted(
            java.util.Comparator.comparing(
                f -> !f.toLowerCase(java.util.Locale.ROOT).startsWith(lower)))
        .limit(most)
        .toList();
  }
}
