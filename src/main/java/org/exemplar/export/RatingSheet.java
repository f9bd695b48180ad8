package org.exemplar.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.exemplar.problem.Problem;
import org.exemplar.store.AnswerHistory;
import org.exemplar.study.Circumstances;
import org.exemplar.study.Orientation;
import org.exemplar.study.Timing;

/**
 * The ratings of a study as they are handed to other programs: with arms after unblinding, without
 * before.
 *
 * @param source which study
 * @param questions in the order of the protocol
 * @param cases of the study, practice apart, in the order of their ids
 * @param readers all of them
 * @param answers that count, practice and repeats included, and how they came about
 */
public record RatingSheet(
    Source source,
    List<SheetQuestion> questions,
    List<SheetCase> cases,
    List<String> readers,
    Answers answers) {

  /** Copies; cases are sorted by id. */
  public RatingSheet {
    questions = List.copyOf(questions);
    cases = cases.stream().sorted(Comparator.comparing(SheetCase::id)).toList();
    readers = List.copyOf(readers);
  }

  /**
   * The answers of a study.
   *
   * @param ratings those that count
   * @param history every step of every answer, in the order made by each reader; empty for a bare
   *     table, which does not tell
   */
  public record Answers(List<SheetRating> ratings, List<SheetStep> history) {
    /** Copies. */
    public Answers {
      ratings = List.copyOf(ratings);
      history = List.copyOf(history);
    }
  }

  /**
   * Which study.
   *
   * @param studyId empty for a bare table
   * @param protocolDigest SHA-256 of the protocol in hex; empty for a bare table
   * @param simulated whether any rating was given by a program
   */
  public record Source(String studyId, String protocolDigest, boolean simulated) {}

  /**
   * One question.
   *
   * @param title two or three words
   * @param text as readers are asked
   * @param orientation which end is more PIE-like
   * @param form what its answers are
   */
  public record SheetQuestion(
      String id, String title, String text, Orientation orientation, AnswerForm form) {
    /**
     * A question of which only codes are known.
     *
     * @param points code to words, in order; empty where not known
     */
    public SheetQuestion(
        String id,
        String title,
        String text,
        Orientation orientation,
        Map<Integer, String> points) {
      this(id, title, text, orientation, AnswerForm.ofCodes(points));
    }

    /** Code to words, in order; empty where not known. */
    public Map<Integer, String> points() {
      return form.points();
    }

    /** Whether its answers have a number. */
    boolean measures() {
      return form.kind() != AnswerForm.Kind.TEXT;
    }

    /** The code turned so that higher is more PIE-like. */
    double score(double code) {
      return orientation == Orientation.LOWER ? 0 - code : code;
    }
  }

  /**
   * One case.
   *
   * @param id its code
   * @param pie whether it is a PIE; empty while the study is blinded
   * @param imageSha256 of the image's file; empty while blinded or where not known
   */
  public record SheetCase(String id, Optional<Boolean> pie, Optional<String> imageSha256) {
    /** {@code PIE}, {@code NON_PIE}, or empty while blinded. */
    String arm() {
      return pie.map(each -> each ? "PIE" : "NON_PIE").orElse("");
    }
  }

  /**
   * One answer.
   *
   * @param place who, where in the order
   * @param caseId which case
   * @param question id of the question
   * @param value what was answered
   * @param recorded how it was answered; empty for a bare table
   */
  public record SheetRating(
      Place place, String caseId, String question, Value value, Optional<Recorded> recorded) {
    /** Whether it counts in an analysis: no practice, first showing, with a code. */
    boolean counts() {
      return !place.practice() && place.showing() == 1 && value.code().isPresent();
    }
  }

  /**
   * Who answered, where in the order.
   *
   * @param position in the worklist from 1; 0 for a bare table
   * @param showing 1, or 2 for a repeat
   */
  public record Place(String reader, int position, int showing, boolean practice) {}

  /**
   * What was answered.
   *
   * @param kind as stored, such as {@code point} or {@code cannot_judge}; empty where not known
   * @param code empty for "cannot judge" and for text
   * @param text the words that the reader saw; may be empty
   * @param changes how often the answer was changed
   * @param comment the reader's comment on the case; may be empty
   */
  public record Value(String kind, OptionalDouble code, String text, int changes, String comment) {
    private static final String TEXT = "text";

    /** An answer of which no more than its code is known: without one it is "cannot judge". */
    public Value(OptionalDouble code, String text, int changes, String comment) {
      this(code.isPresent() ? "" : "cannot_judge", code, text, changes, comment);
    }

    /** Whether it is the reader's own words. */
    boolean words() {
      return kind.equals(TEXT);
    }
  }

  /**
   * How it was answered.
   *
   * @param sitting number of the reader's sitting, from 1; 0 where not recorded
   * @param swapMs from the end of the mask until the film was on the screen; empty where not
   *     recorded
   */
  public record Recorded(
      Timing timing, Circumstances circumstances, int sitting, OptionalLong swapMs) {
    /** Without the time of the swap. */
    public Recorded(Timing timing, Circumstances circumstances, int sitting) {
      this(timing, circumstances, sitting, OptionalLong.empty());
    }
  }

  /**
   * One step in the history of an answer.
   *
   * @param sitting number of the reader's sitting, from 1; 0 where not recorded
   * @param step the step itself
   */
  public record SheetStep(int sitting, AnswerHistory.Step step) {}

  /** The ratings that count, practice and repeats included. */
  public List<SheetRating> ratings() {
    return answers.ratings();
  }

  /** Whether arms are known. */
  public boolean unblinded() {
    return !cases.isEmpty() && cases.stream().allMatch(each -> each.pie().isPresent());
  }

  /**
   * Refuses a blinded sheet.
   *
   * @param format what cannot be written without arms
   * @throws Problem if arms are not known
   */
  void requireArms(String format) {
    if (!unblinded()) {
      throw new Problem(
          "The format " + format + " needs the arms: unblind the study and give --key.");
    }
  }

  /** The questions whose answers have a number. */
  List<SheetQuestion> measuring() {
    return questions.stream().filter(SheetQuestion::measures).toList();
  }

  /** What is said where a format leaves out the questions without a number. */
  List<String> withoutWords() {
    return questions.stream()
        .filter(each -> !each.measures())
        .map(each ->
            each.id()
                + " was left out, since its answers are words and this format holds numbers; the"
                + " formats csv, xlsx, json and redcap have them.")
        .toList();
  }

  /** The question with this id. */
  Optional<SheetQuestion> question(String id) {
    return questions.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Ratings that count, by question, then reader and case. */
  List<SheetRating> counted(String question) {
    return ratings().stream()
        .filter(SheetRating::counts)
        .filter(each -> each.question().equals(question))
        .sorted(
            Comparator.comparing((SheetRating each) -> each.place().reader())
                .thenComparing(SheetRating::caseId))
        .toList();
  }

  /** Cases that every reader rated on each of these questions. */
  List<SheetCase> complete(List<SheetQuestion> wanted) {
    List<String> ids = wanted.stream().map(SheetQuestion::id).toList();
    Map<String, Integer> found = new HashMap<>();
    ratings().stream()
        .filter(SheetRating::counts)
        .filter(each -> ids.contains(each.question()))
        .forEach(each -> found.merge(each.caseId(), 1, Integer::sum));
    int all = readers.size() * ids.size();
    List<SheetCase> complete = new ArrayList<>();
    for (SheetCase each : cases) {
      if (found.getOrDefault(each.id(), 0) == all) {
        complete.add(each);
      }
    }
    return complete;
  }
}
