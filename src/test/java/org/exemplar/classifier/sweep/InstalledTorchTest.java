package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.Sparsity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A libtorch that lies elsewhere, as one with CUDA would: here the CPU build, found by its path.
 */
@EnabledOnOs(OS.LINUX)
class InstalledTorchTest {
  private static final int IMAGES = 6;

  @TempDir Path folder;

  private static boolean isLibtorch(Path file) {
    return String.valueOf(file.getFileName()).startsWith("lib");
  }

  /** The build's own libtorch without the bridge, in a folder of another name. */
  private Path installed() throws IOException {
    assertThat(Fixtures.torch().device()).isEqualTo("cpu"); // unpacks it
    Path installed = Files.createDirectories(folder.resolve("libtorch"));
    try (Stream<Path> unpacked = Files.walk(Fixtures.cache().resolve("libtorch"))) {
      for (Path file : unpacked.filter(Files::isRegularFile).toList()) {
        if (isLibtorch(file)) {
          Files.createSymbolicLink(installed.resolve(file.getFileName()), file);
        }
      }
    }
    return installed;
  }

  private Path compare(String out, ChildProcess.Setting setting) throws Exception {
    Path to = folder.resolve(out);
    List<String> more =
        List.of(
            "128",
            "0.9",
            Fixtures.phantom("models/classes.txt").toString(),
            Fixtures.phantom("models/seed-0_chkpt.pt").toString());
    try (ChildProcess child = ChildProcess.start(setting, folder.resolve("images"), to, more)) {
      assertThat(child.rest()).contains("made 2");
    }
    return ComparisonFolder.tableFile(to, 0, new Sparsity(0.9));
  }

  @Test
  void a_libtorch_named_by_its_path_is_loaded_and_gives_the_same_table() throws Exception {
    Path images = Files.createDirectories(folder.resolve("images"));
    for (int i = 0; i < IMAGES; i++) {
      String name = "ph_00000" + i + ".png";
      Files.copy(Fixtures.phantom("images/" + name), images.resolve(name));
    }
    Path cache = folder.resolve("cache");
    Path elsewhere =
        compare(
            "elsewhere",
            new ChildProcess.Setting(
                "512m",
                cache,
                Map.of(
                    "PYTORCH_LIBRARY_PATH",
                    installed().toString(),
                    "PYTORCH_VERSION",
                    "2.7.1",
                    "PYTORCH_FLAVOR",
                    "cpu")));
    try (Stream<Path> unpacked = Files.walk(cache)) {
      assertThat(unpacked.filter(Files::isRegularFile))
          .anySatisfy(file -> assertThat(file.toString()).contains("djl_torch"))
          .noneMatch(InstalledTorchTest::isLibtorch);
    }
    Path own = compare("own", new ChildProcess.Setting("512m", Fixtures.cache(), Map.of()));
    assertThat(elsewhere).hasSameBinaryContentAs(own);
  }
}
