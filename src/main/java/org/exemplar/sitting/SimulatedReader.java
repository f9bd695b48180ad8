package org.exemplar.sitting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.Question;
import org.exemplar.study.WorklistItem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * A reader that is a program: rates through {@link Sitting} like a person, as blind as one. Knows
 * of a case only its code and the shift that a table gives it. Time is simulated: nothing waits.
 */
public final class SimulatedReader {
  private static final Display DISPLAY = new Display("simulated", 1920, 1080, 1);
  private static final Duration NIGHT = Duration.ofHours(12);

  private final long seed;
  private final Map<CaseCode, Double> shifts;
  private final SimulatedClock clock;
  private final Seat seat;

  private SimulatedReader(
      long seed, Map<CaseCode, Double> shifts, SimulatedClock clock, Seat seat) {
    this.seed = seed;
    this.shifts = shifts;
    this.clock = clock;
    this.seat = seat;
  }

  /**
   * A simulated reader.
   *
   * @param seed makes the ratings repeatable, together with the reader's pseudonym and the codes
   * @param shifts by how many standard deviations a case is rated more difficult, of less quality
   *     (questions whose id contains {@code quality}) and more wrongly labelled; cases not in it 0
   * @param start when the simulated sitting begins
   * @param appVersion version of this program
   */
  public static SimulatedReader of(
      long seed, Map<CaseCode, Double> shifts, InstantSource start, String appVersion) {
    return new SimulatedReader(
        seed,
        Map.copyOf(shifts),
        new SimulatedClock(start.instant()),
        new Seat(DISPLAY, appVersion, true));
  }

  /**
   * Reads on from where the file stands, practice included; ends the day where the protocol limits
   * a sitting and goes on the next.
   *
   * @param limit at most so many cases of the study
   * @return how many cases of the study were read
   * @throws org.exemplar.problem.Problem when a person has read in this file
   */
  public int read(ReadingJournal journal, int limit, Progress progress, Cancellation cancellation) {
    SimulatedOpinion opinion = new SimulatedOpinion(seed, journal.file().summary().reader());
    int total = Math.min(limit, journal.file().progress().of());
    int read = 0;
    boolean more = true;
    while (more) {
      try (Sitting sitting = Sitting.begin(journal, clock.clock(), seat)) {
        int before = read;
        while (read < limit && sitting.stage() != Stage.DONE && sitting.stage() != Stage.LIMIT) {
          cancellation.throwIfRequested();
          act(sitting, opinion);
          read = before + sitting.progress().readInThisSitting();
          progress.report("Reader " + sitting.reader() + " (simulated)", read, total);
        }
        more = sitting.stage() == Stage.LIMIT && read < limit;
      }
      clock.pass(NIGHT);
    }
    return read;
  }

  private void act(Sitting sitting, SimulatedOpinion opinion) {
    switch (sitting.stage()) {
      case DETAILS -> {
        SeededDraw draw = opinion.at(sitting.item()).fork("details");
        sitting.details(3 + draw.nextInt(25), "simulated");
      }
      case INSTRUCTIONS -> {
        clock.pass(Duration.ofMinutes(2));
        sitting.instructionsRead();
      }
      case DISPLAY_CHECK ->
          sitting.displayChecked(
              new DisplayCheck(DISPLAY, Map.of("simulated", "yes"), true, null, true));
      case MASK -> {
        clock.pass(sitting.maskLeft());
        sitting.shown(Duration.ZERO);
      }
      case CASE -> rate(sitting, opinion);
      case FEEDBACK -> leaveFeedback(sitting, opinion);
      case BREAK -> {
        sitting.takeBreak();
        clock.pass(sitting.waitLeft());
        sitting.goOn();
      }
      case WASHOUT -> {
        clock.pass(sitting.waitLeft());
        sitting.goOn();
      }
      case PAUSED, LIMIT, DONE ->
          throw new IllegalStateException("nothing to do: " + sitting.stage());
    }
  }

  private void rate(Sitting sitting, SimulatedOpinion opinion) {
    WorklistItem item = sitting.item();
    SeededDraw draw = opinion.at(item).fork("time and findings");
    clock.pass(Duration.ofMillis(8_000 + draw.nextInt(20_000)));
    double shift = shifts.getOrDefault(item.code(), 0.0);
    for (Question question : sitting.protocol().questions()) {
      if (sitting.onScreen().asked(question)) {
        sitting.activity();
        sitting.onScreen().answer(question.id(), opinion.on(question, item, shift));
        clock.pass(Duration.ofMillis(1_000 + draw.nextInt(4_000)));
      }
    }
    for (String finding : sitting.onScreen().unjudged()) {
      FindingVerdict[] verdicts = FindingVerdict.values();
      sitting.onScreen().judge(finding, verdicts[draw.nextInt(verdicts.length)]);
    }
    sitting.submit();
  }

  /** Where the gate asks for it, takes over the study team's answers. */
  private void leaveFeedback(Sitting sitting, SimulatedOpinion opinion) {
    clock.pass(Duration.ofSeconds(10));
    if (sitting.mayLeaveFeedback()) {
      sitting.leaveFeedback();
      return;
    }
    Map<String, Answer> wanted = new LinkedHashMap<>();
    for (Feedback line : sitting.feedback()) {
      if (!line.near() && line.reference() != null) {
        wanted.put(line.question().id(), line.reference().answer());
      }
    }
    sitting.tryAgain();
    clock.pass(sitting.maskLeft());
    sitting.shown(Duration.ZERO);
    WorklistItem item = sitting.item();
    for (Question question : sitting.protocol().questions()) {
      boolean asked = sitting.onScreen().asked(question);
      boolean open = sitting.onScreen().answer(question.id()).isEmpty();
      if (asked && (open || wanted.containsKey(question.id()))) {
        Answer own = opinion.on(question, item, shifts.getOrDefault(item.code(), 0.0));
        sitting.onScreen().answer(question.id(), wanted.getOrDefault(question.id(), own));
      }
    }
    for (String finding : sitting.onScreen().unjudged()) {
      sitting.onScreen().judge(finding, FindingVerdict.DISAGREE);
    }
    sitting.submit();
  }
}
