package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.study.Condition;
import org.exemplar.study.Orientation;
import org.exemplar.study.Question;
import org.exemplar.study.ScalePoint;
import org.exemplar.study.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is typed, whole or not.
 *
 * @param answers what can be chosen, by kind
 * @param holds what holds for an answer
 */
record QuestionForm(String id, Kind kind, Words words, Answers answers, Holds holds) {
  /** What stands where a new question is to be written. */
  static final String PLACEHOLDER = "What do you want to ask?";

  /** The kinds of questions. */
  enum Kind {
    AGREEMENT("Agreement", "Agree or disagree with the given findings, then finding by finding"),
    SCALE("Scale", "3 to 9 points, each in words"),
    YES_NO("Yes or no", "Two answers"),
    SCORE("0 to 100", "A number between two ends"),
    CHECKLIST("Checklist", "Any of several findings or criteria"),
    TEXT("Free text", "Words of the reader’s own");

    private final String words;
    private final String about;

    Kind(String words, String about) {
      this.words = words;
      this.about = about;
    }

    String words() {
      return words;
    }

    String about() {
      return about;
    }

    /** Whether the number of answers is free. */
    boolean listed() {
      return this == SCALE || this == CHECKLIST;
    }

    /** Whether a list may have so many answers. */
    boolean takes(int lines) {
      return this == SCALE
          ? lines >= Question.Scale.FEWEST && lines <= Question.Scale.MOST
          : lines >= 1 && lines <= Question.Checklist.MOST;
    }

    /** Whether answers have a number that can be analysed. */
    boolean measures() {
      return this != TEXT;
    }
  }

  /** Title, text and help. */
  record Words(String title, String text, String help) {}

  /**
   * What can be chosen.
   *
   * @param lines points of a scale, items of a checklist, or the two answers or ends
   * @param longest most characters of a text, as typed
   */
  record Answers(List<String> lines, String longest) {
    Answers {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What holds for an answer.
   *
   * @param cannotJudge its words; null when it is not offered
   * @param orientation which end is expected more of among PIEs; null for none
   */
  record Holds(
      boolean required,
      boolean review,
      @Nullable String cannotJudge,
      When when,
      @Nullable Orientation orientation) {}

  /** When a question is asked. */
  enum Asked {
    ALWAYS("For every case"),
    ANSWERED("After certain answers"),
    FINDING("With a finding"),
    FINDINGS("With several findings");

    private final String words;

    Asked(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * The condition as typed.
   *
   * @param what the question's id or the finding
   * @param numbers codes with commas between, or how many findings
   */
  record When(Asked asked, String what, String numbers) {
    static final When ALWAYS = new When(Asked.ALWAYS, "", "");
  }

  /** A question to begin with. */
  static QuestionForm fresh(Kind kind, String id) {
    List<String> lines =
        switch (kind) {
          case AGREEMENT -> List.of("Agree", "Disagree");
          case SCALE -> List.of("Very poor", "Poor", "Adequate", "Good", "Excellent");
          case YES_NO -> List.of("Yes", "No");
          case SCORE -> List.of("Not at all", "Completely");
          case CHECKLIST -> List.of("First item", "Second item");
          case TEXT -> List.of();
        };
    return new QuestionForm(
        id,
        kind,
        new Words("New question", PLACEHOLDER, ""),
        new Answers(lines, "1000"),
        new Holds(
            kind != Kind.TEXT,
            kind == Kind.AGREEMENT,
            kind == Kind.TEXT ? null : "Cannot judge",
            When.ALWAYS,
            kind.measures() ? Orientation.HIGHER : null));
  }

  /** A question of a protocol. */
  static QuestionForm of(Question question, @Nullable Orientation orientation) {
    Question.Rules rules = question.rules();
    Wording wording = question.wording();
    List<String> lines =
        switch (question) {
          case Question.Agreement q -> List.of(q.agree(), q.disagree());
          case Question.Scale q -> q.points().stream().map(ScalePoint::wording).toList();
          case Question.YesNo q -> List.of(q.yes(), q.no());
          case Question.Score q -> List.of(q.low(), q.high());
          case Question.Checklist q -> q.items();
          case Question.FreeText _ -> List.of();
        };
    return new QuestionForm(
        question.id(),
        kind(question),
        new Words(wording.title(), wording.text(), wording.help()),
        new Answers(
            lines, question instanceof Question.FreeText text ? "" + text.longest() : "1000"),
        new Holds(
            rules.required(),
            rules.review(),
            rules.cannotJudge(),
            when(rules.onlyIf()),
            orientation));
  }

  private static Kind kind(Question question) {
    return switch (question) {
      case Question.Agreement _ -> Kind.AGREEMENT;
      case Question.Scale _ -> Kind.SCALE;
      case Question.YesNo _ -> Kind.YES_NO;
      case Question.Score _ -> Kind.SCORE;
      case Question.Checklist _ -> Kind.CHECKLIST;
      case Question.FreeText _ -> Kind.TEXT;
    };
  }

  private static When when(@Nullable Condition condition) {
    return switch (condition) {
      case null -> When.ALWAYS;
      case Condition.Answered(String id, List<Integer> codes) ->
          new When(
              Asked.ANSWERED, id, String.join(", ", codes.stream().map(String::valueOf).toList()));
      case Condition.Finding(String name) -> new When(Asked.FINDING, name, "");
      case Condition.FindingsAtLeast(int count) -> new When(Asked.FINDINGS, "", "" + count);
    };
  }

  /**
   * The question that is meant.
   *
   * @throws IllegalArgumentException when something is missing; {@link FormCheck} says what
   */
  Question question() {
    Wording wording = new Wording(words.title.strip(), words.text.strip(), words.help.strip());
    List<String> lines = answers.lines.stream().map(String::strip).toList();
    Question.Rules rules =
        new Question.Rules(
            holds.required,
            kind == Kind.AGREEMENT && holds.review,
            holds.cannotJudge == null ? null : holds.cannotJudge.strip(),
            condition().orElse(null));
    return switch (kind) {
      case AGREEMENT -> new Question.Agreement(id, wording, lines.get(0), lines.get(1), rules);
      case SCALE ->
          new Question.Scale(
              id,
              wording,
              IntStream.range(0, lines.size())
                  .mapToObj(i -> new ScalePoint(i + 1, lines.get(i)))
                  .toList(),
              rules);
      case YES_NO -> new Question.YesNo(id, wording, lines.get(0), lines.get(1), rules);
      case SCORE -> new Question.Score(id, wording, lines.get(0), lines.get(1), rules);
      case CHECKLIST -> new Question.Checklist(id, wording, lines, rules);
      case TEXT ->
          new Question.FreeText(id, wording, Integer.parseInt(answers.longest.strip()), rules);
    };
  }

  private Optional<Condition> condition() {
    When when = holds.when;
    return switch (when.asked) {
      case ALWAYS -> Optional.empty();
      case ANSWERED -> Optional.of(new Condition.Answered(when.what, codes(when.numbers)));
      case FINDING -> Optional.of(new Condition.Finding(when.what.strip()));
      case FINDINGS ->
          Optional.of(new Condition.FindingsAtLeast(Integer.parseInt(when.numbers.strip())));
    };
  }

  /** Codes with commas or spaces between. */
  static List<Integer> codes(String typed) {
    return Arrays.stream(typed.strip().split("[,\\s]+"))
        .filter(code -> !code.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  QuestionForm withId(String next) {
    return new QuestionForm(next, kind, words, answers, holds);
  }

  QuestionForm with(Words next) {
    return new QuestionForm(id, kind, next, answers, holds);
  }

  QuestionForm with(Answers next) {
    return new QuestionForm(id, kind, words, next, holds);
  }

  QuestionForm with(Holds next) {
    return new QuestionForm(id, kind, words, answers, next);
  }

  QuestionForm with(When next) {
    return with(
        new Holds(holds.required, holds.review, holds.cannotJudge, next, holds.orientation));
  }

  /** With other words in one line of the answers. */
  QuestionForm withLine(int index, String line) {
    List<String> lines = new ArrayList<>(answers.lines);
    lines.set(index, line);
    return with(new Answers(lines, answers.longest));
  }

  /** Of another kind, keeping what both kinds have. */
  QuestionForm withKind(Kind next) {
    QuestionForm fresh = fresh(next, id);
    boolean fits = next.listed() && kind.listed() && next.takes(answers.lines.size());
    return new QuestionForm(
        id,
        next,
        words,
        fits ? answers : fresh.answers,
        new Holds(
            holds.required,
            next == Kind.AGREEMENT,
            next == Kind.TEXT ? null : holds.cannotJudge,
            holds.when,
            !next.measures()
                ? null
                : holds.orientation == null ? fresh.holds.orientation : holds.orientation));
  }
}
