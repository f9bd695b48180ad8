package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.exemplar.crypto.Passphrase;
import org.exemplar.sitting.Seat;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.SittingClock;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.junit.jupiter.api.Test;

/** {@code exemplar read FILE} comes to a film without a class of the engine or the desks. */
class OwnEntryTest extends RoomTest {
  private static final Pattern NOT_FOR_READERS =
      Pattern.compile(
          "ai\\.djl\\.|org\\.pytorch|picocli\\.|org\\.apache\\.spark|org\\.jfree\\.|org\\.exemplar\\."
              + "(classifier|pie|blinding|analysis|export|stats|chart|cli|conduct|cluster|demo"
              + "|validation|app\\.(coordination|explorer|results|research))\\.");

  @Test
  void no_class_of_the_engine_is_loaded_on_the_way_to_a_film()
      throws IOException, InterruptedException {
    Path file = new ReadingFixture().write(folder, 0, 2);
    readUpToTheFirstCase(file);
    Path passphrase = Files.writeString(folder.resolve("passphrase"), ReadingFixture.PASSPHRASE);
    Path log = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                OwnEntryProbe.class.getName(),
                "read",
                file.toString(),
                "--passphrase-file",
                passphrase.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("out.txt"))).contains("a film is shown");
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded)
        .anyMatch(line -> line.contains("org.exemplar.app.reading.CasePage "))
        .anyMatch(line -> line.contains("org.exemplar.radiograph.NeutralRadiograph "));
    assertThat(loaded).noneMatch(line -> NOT_FOR_READERS.matcher(line).find());
  }

  /** Says who reads and checks the display, so that the next opening is at the first film. */
  private void readUpToTheFirstCase(Path file) {
    open(file);
    await("the passphrase is asked for", () -> shows("Passphrase"));
    AtomicReference<Display> display = new AtomicReference<>();
    robot.interact(() -> display.set(Displays.of(stage)));
    robot.interact(() -> stage.hide());
    try (ReadingFile reading = ReadingFile.open(file);
        Passphrase passphrase = Passphrase.of(ReadingFixture.PASSPHRASE);
        var journal = reading.unlock(passphrase).orElseThrow();
        Sitting sitting =
            Sitting.begin(journal, SittingClock.system(), new Seat(display.get(), "test", false))) {
      sitting.details(1, "");
      sitting.instructionsRead();
      sitting.displayChecked(new DisplayCheck(display.get(), Map.of(), true, null, true));
    }
  }
}
