package org.exemplar.sitting;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.SmallStudy;
import org.exemplar.study.Answer;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.Question;

/** A program that rates until it is killed, and says each answer once the sitting took it. */
final class KilledReader {
  private KilledReader() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Display display = new Display("d", 1, 1, 1);
    SimulatedClock clock = new SimulatedClock(InstantSource.system().instant());
    try (ReadingFile file = ReadingFile.open(Path.of(arguments[0]))) {
      Sitting sitting =
          Sitting.begin(SmallStudy.unlock(file), clock.clock(), new Seat(display, "test", true));
      int turn = 0;
      while (sitting.stage() != Stage.DONE) {
        switch (sitting.stage()) {
          case DETAILS -> sitting.details(1, "");
          case INSTRUCTIONS -> sitting.instructionsRead();
          case DISPLAY_CHECK ->
              sitting.displayChecked(new DisplayCheck(display, Map.of(), true, null, true));
          case FEEDBACK -> sitting.leaveFeedback();
          case MASK -> {
            clock.pass(sitting.maskLeft());
            out.println("at " + sitting.item().position());
            sitting.shown(Duration.ZERO);
          }
          default -> {
            // Changes its mind forever at the last case, so that it is never done by itself.
            for (Question question : sitting.protocol().questions()) {
              List<Answer> choices = question.choices();
              Answer answer = choices.get(turn++ % choices.size());
              sitting.onScreen().answer(question.id(), answer);
              out.println(
                  sitting.item().position() + " " + question.id() + " " + answer.code().getAsInt());
            }
            for (String finding : sitting.onScreen().unjudged()) {
              sitting.onScreen().judge(finding, FindingVerdict.UNSURE);
            }
            if (turn % 9 == 0 && !sitting.upcoming(1).isEmpty()) {
              int position = sitting.item().position();
              sitting.submit();
              out.println("submitted " + position);
            }
          }
        }
      }
    }
  }
}
