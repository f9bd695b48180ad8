package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exemplar.classifier.Fixtures;
import org.exemplar.crypto.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sweep that the system kills again and again ends as one that nobody disturbed. */
@Tag("soak")
class KilledSweepTest {
  private static final int IMAGES = 60;
  private static final int KILLS = 12;

  @TempDir Path folder;
  private Path images;

  @BeforeEach
  void take_some_phantoms() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    for (int i = 0; i < IMAGES; i++) {
      String name = String.format(java.util.Locale.ROOT, "ph_%06d.png", i);
      Files.copy(Fixtures.phantom("images/" + name), images.resolve(name));
    }
  }

  private ChildProcess start(Path out) throws IOException {
    return ChildProcess.start(
        "512m",
        images,
        out,
        List.of(
            "128",
            "0.1:0.9:0.1",
            Fixtures.phantom("models/classes.txt").toString(),
            Fixtures.phantom("models/seed-0_chkpt.pt").toString(),
            Fixtures.phantom("models/seed-1_chkpt.pt").toString()));
  }

  private static Map<String, FileTime> finished(Path out) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    Path digests = out.resolve("predictions/digests.json");
    if (!Files.isRegularFile(digests)) {
      return times;
    }
    JsonNode recorded = JsonMapper.shared().readTree(digests);
    for (String name : recorded.propertyNames()) {
      Path table = out.resolve("predictions").resolve(name);
      assertThat(Sha256.ofFile(table).hex())
          .isEqualTo(recorded.path(name).path("sha256").asString());
      times.put(name, Files.getLastModifiedTime(table));
    }
    return times;
  }

  private static Map<String, String> digests(Path out) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(out.relativize(file).toString(), Sha256.ofFile(file).hex());
      }
    }
    return digests;
  }

  @Test
  void killed_at_random_moments_it_gives_the_same_bytes_and_computes_nothing_twice()
      throws Exception {
    Path calm = folder.resolve("calm");
    try (ChildProcess child = start(calm)) {
      assertThat(child.rest()).contains("made 20");
    }
    Path out = folder.resolve("killed");
    var random = new Random(20231008);
    int kills = 0;
    Map<String, FileTime> before = Map.of();
    while (kills < KILLS) {
      try (ChildProcess child = start(out)) {
        int lines = 1 + random.nextInt(kills % 3 == 0 ? 40 : 110);
        String line = child.line();
        while (line != null && --lines > 0) {
          line = child.line();
        }
        if (line == null) {
          break;
        }
        child.kill();
        kills++;
      }
      Map<String, FileTime> after = finished(out);
      assertThat(after).containsAllEntriesOf(before);
      before = after;
      if (before.size() >= 19) {
        Files.delete(out.resolve("predictions").resolve(before.keySet().iterator().next()));
        before = finished(remembering(out));
      }
    }
    assertThat(kills).isGreaterThanOrEqualTo(10);
    try (ChildProcess child = start(out)) {
      assertThat(child.rest()).contains("made " + (20 - before.size()));
    }
    assertThat(finished(out)).containsAllEntriesOf(before);
    assertThat(digests(out)).isEqualTo(digests(calm));
  }

  /** The folder with its record of finished tables without those that are not there. */
  private static Path remembering(Path out) throws IOException {
    Path file = out.resolve("predictions/digests.json");
    var root = (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(file);
    for (String name : List.copyOf(root.propertyNames())) {
      if (!Files.exists(out.resolve("predictions").resolve(name))) {
        root.remove(name);
      }
    }
    Files.writeString(file, root.toString());
    return out;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stopped_and_continued_by_the_shell_it_ends_as_if_it_had_not_been() throws Exception {
    Path out = folder.resolve("stopped");
    try (ChildProcess child = start(out)) {
      String line = child.line();
      while (line != null && !line.startsWith("Run 1 of 2, sparsity 0.30")) {
        line = child.line();
      }
      child.signal("STOP");
      assertThat(child.endsWithin(3000)).isFalse();
      assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/stat"))).contains(") T ");
      assertThat(out.resolve("manifest.json")).doesNotExist();
      child.signal("CONT");
      assertThat(child.rest()).contains("made 20");
    }
    try (ChildProcess child = start(folder.resolve("calm"))) {
      assertThat(child.rest()).contains("made 20");
    }
    assertThat(digests(out)).isEqualTo(digests(folder.resolve("calm")));
  }
}
