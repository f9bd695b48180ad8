package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.exemplar.crypto.SeededDraw;
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
 * lost, the file opens, and it is intact. {@code -Dexemplar.kills=1000} for the long run.
 */
@Tag("soak")
class KillTest {
  @TempDir Path folder;

  @Test
  void no_acknowledged_answer_is_lost_however_often_the_program_dies()
      throws IOException, InterruptedException {
    SmallStudy small = new SmallStudy(6);
    Path path;
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      path = small.issue(study, "R01", folder);
    }
    SeededDraw draw = SeededDraw.of(3, "kills");
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < Integer.getInteger("exemplar.kills", 20); kill++) {
      readUntilKilled(path, 1 + draw.nextInt(40), acknowledged);
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(file.verify().broken()).as("after kill " + kill).isEmpty();
        assertThat(stored(file)).as("after kill " + kill).containsAll(acknowledged);
      }
    }
    assertThat(acknowledged).isNotEmpty();
  }

  /** Lets the program give so many more answers, then kills it without warning. */
  private static void readUntilKilled(Path path, int answers, Set<String> acknowledged)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledReader.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = "";
      for (int i = 0; i < answers && line != null; i++) {
        line = lines.readLine();
        acknowledge(line, acknowledged);
      }
      // Through the handle, which leaves the pipe open for what was said before.
      process.toHandle().destroyForcibly();
      // What it said after the last line read here was acknowledged too.
      for (line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledge(line, acknowledged);
      }
      process.waitFor();
    }
  }

  private static void acknowledge(String line, Set<String> acknowledged) {
    String[] words = line == null ? new String[0] : line.split(" ");
    if (words.length == 3) {
      acknowledged.add(line);
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
