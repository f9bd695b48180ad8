package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.store.MergeOutcome;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.SmallStudy;
import org.exemplar.store.StudyFile;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a reading program again and again at random moments: no answer that the sitting took is
 * lost, the file opens, it is intact, and the coordinator takes it back. The long run of a thousand
 * kills: {@code ./mvnw -Pkills test}.
 */
@Tag("soak")
class KillTest {
  /** Kills of one reading; then the next reader begins at the first page. */
  private static final int OF_ONE_READING = 10;

  private static final int CASES = 24;

  /** Longer than an answer takes to be stored, so that a kill meets any part of it. */
  private static final int LONGEST_WAIT_NANOS = 20_000_000;

  @TempDir Path folder;
  private final SeededDraw draw = SeededDraw.of(3, "kills");

  @Test
  void no_acknowledged_answer_is_lost_however_often_the_program_dies()
      throws IOException, InterruptedException {
    int kills = Integer.getInteger("exemplar.kills", 20);
    int answers = 0;
    for (int reading = 0; reading * OF_ONE_READING < kills; reading++) {
      Path own = Files.createDirectory(folder.resolve("reading-" + reading));
      answers += readAndKill(own, Math.min(OF_ONE_READING, kills - reading * OF_ONE_READING));
      System.out.printf(
          "%d of %d kills, %d acknowledged answers, none lost%n",
          Math.min(kills, (reading + 1) * OF_ONE_READING), kills, answers);
    }
    assertThat(answers).isGreaterThan(kills);
  }

  /**
   * One reading, killed so many times, then taken back.
   *
   * @return how many answers were acknowledged
   */
  private int readAndKill(Path own, int kills) throws IOException, InterruptedException {
    SmallStudy small = new SmallStudy(CASES);
    Path studyFile = own.resolve("study.db");
    Path path;
    try (StudyFile study = small.create(studyFile)) {
      path = small.issue(study, "R01", own);
    }
    Set<String> acknowledged = new HashSet<>();
    int submitted = 0;
    for (int kill = 0; kill < kills; kill++) {
      List<String> said = readUntilKilled(path, 1 + draw.nextInt(40));
      said.stream().filter(line -> line.split(" ").length == 3).forEach(acknowledged::add);
      assertGoesOnAfter(submitted, said);
      submitted = Math.max(submitted, lastSubmitted(said));
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(file.verify().broken()).as("after kill " + kill).isEmpty();
        assertThat(stored(file)).as("after kill " + kill).containsAll(acknowledged);
      }
    }
    try (StudyFile study = StudyFile.open(studyFile);
        ReadingFile file = ReadingFile.openReadOnly(path)) {
      assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Merged.class);
    }
    return acknowledged.size();
  }

  /** The case first shown is the one after the last that was submitted, as far as was told. */
  private static void assertGoesOnAfter(int submitted, List<String> said) {
    said.stream()
        .filter(line -> line.startsWith("at "))
        .findFirst()
        .ifPresent(line ->
            assertThat(Integer.parseInt(line.substring(3)))
                .as("the case shown after a kill")
                .isBetween(submitted + 1, submitted + 2));
  }

  /** The last place that was said to be submitted, or to lie before the one shown. */
  private static int lastSubmitted(List<String> said) {
    return said.stream()
        .filter(line -> line.matches("(submitted|at) \\d+"))
        .mapToInt(line ->
            Integer.parseInt(line.substring(line.indexOf(' ') + 1))
                - (line.startsWith("at") ? 1 : 0))
        .max()
        .orElse(0);
  }

  /**
   * Lets the program say so many lines more, then kills it without warning a moment later.
   *
   * @return all that it said, which was acknowledged
   */
  private List<String> readUntilKilled(Path path, int lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledReader.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        add(reader.readLine(), said);
      }
      LockSupport.parkNanos(draw.nextInt(LONGEST_WAIT_NANOS));
      // Through the handle, which leaves the pipe open for what was said before.
      process.toHandle().destroyForcibly();
      // What it said after the last line read here was acknowledged too; a line cut off was not.
      reader.lines().forEach(line -> add(line, said));
      process.waitFor();
    }
    return said;
  }

  private static void add(String line, List<String> said) {
    if (line != null && line.matches("(at \\d+|submitted \\d+|\\d+ \\w+ \\d+)")) {
      said.add(line);
    }
  }

  /** Place, question and code of every change on disk. */
  private static Set<String> stored(ReadingFile file) {
    Set<String> stored = new HashSet<>();
    for (WorklistItem item : file.worklist().items()) {
      for (AnswerChange change : file.changes(item)) {
        RatedAnswer rated = change.change();
        stored.add(
            item.position() + " " + change.questionId() + " " + rated.answer().code().getAsInt());
      }
    }
    return stored;
  }
}
