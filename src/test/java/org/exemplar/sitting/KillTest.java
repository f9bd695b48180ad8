package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
 * lost, the file opens, and it is intact. The long run of a thousand kills, about half an hour on
 * an idle machine: {@code ./mvnw test -Dtest=KillTest -Dexemplar.groups=soak
 * -Dexemplar.excludedGroups=none -DargLine=-Dexemplar.kills=1000}.
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
    int submitted = 0;
    for (int kill = 0; kill < Integer.getInteger("exemplar.kills", 20); kill++) {
      List<String> said = readUntilKilled(path, 1 + draw.nextInt(40));
      said.stream().filter(line -> line.split(" ").length == 3).forEach(acknowledged::add);
      assertGoesOnAfter(submitted, said);
      submitted = Math.max(submitted, lastSubmitted(said));
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(file.verify().broken()).as("after kill " + kill).isEmpty();
        assertThat(stored(file)).as("after kill " + kill).containsAll(acknowledged);
      }
    }
    assertThat(acknowledged).isNotEmpty();
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

  private static int lastSubmitted(List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith("submitted "))
        .mapToInt(line -> Integer.parseInt(line.substring("submitted ".length())))
        .max()
        .orElse(0);
  }

  /**
   * Lets the program say so many lines more, then kills it without warning.
   *
   * @return all that it said, which was acknowledged
   */
  private static List<String> readUntilKilled(Path path, int lines)
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
    List<String> said = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        add(reader.readLine(), said);
      }
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
