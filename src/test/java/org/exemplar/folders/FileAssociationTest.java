package org.exemplar.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAssociationTest {
  @TempDir Path home;

  @Test
  void a_double_click_starts_the_launcher_with_the_file_until_it_is_taken_back()
      throws IOException {
    FileAssociation association = FileAssociation.of("Linux", home.toString(), Map.of());
    List<Path> written = association.register(Path.of("/opt/my tools/100 %/exemplar"));
    Path share = home.resolve(".local/share");
    assertThat(written).allMatch(Files::isRegularFile).allMatch(f -> f.startsWith(share));
    assertThat(Files.readString(share.resolve("applications/exemplar-reading.desktop")))
        .contains("Exec=\"/opt/my tools/100 %%/exemplar\" read %f\n")
        .contains("MimeType=application/vnd.exemplar.reading;\n");
    assertThat(Files.readString(share.resolve("mime/packages/exemplar-reading.xml")))
        .contains("type=\"application/vnd.exemplar.reading\"")
        .contains("pattern=\"*.reading\"");
    association.unregister();
    assertThat(written).noneMatch(Files::exists);
  }

  @Test
  void the_users_own_data_folder_is_honoured() throws IOException {
    Path data = home.resolve("data");
    FileAssociation.of("Linux", home.toString(), Map.of("XDG_DATA_HOME", data.toString()))
        .register(Path.of("/opt/exemplar"));
    try (Stream<Path> found = Files.walk(data.resolve("applications"))) {
      assertThat(found).anyMatch(f -> f.endsWith("exemplar-reading.desktop"));
    }
  }

  @Test
  void other_systems_say_how_it_is_done_there() {
    assertThatThrownBy(() -> FileAssociation.of("Windows 11", "C:/Users/r", Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Open with");
    assertThatThrownBy(() -> FileAssociation.of("Mac OS X", "/Users/r", Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("On macOS");
  }
}
