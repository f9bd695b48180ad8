package org.exemplar.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
  private static final Path HOME = Path.of("/home/someone").toAbsolutePath();

  @Test
  void exemplar_home_holds_all_three() {
    String chosen = Path.of("/elsewhere").toAbsolutePath().toString();
    AppFolders folders = of("Linux", Map.of("EXEMPLAR_HOME", chosen, "XDG_DATA_HOME", "/x"));
    assertThat(folders.data()).isEqualTo(Path.of(chosen, "data"));
    assertThat(folders.images()).isEqualTo(Path.of(chosen, "cache", "images"));
    assertThat(folders.log()).isEqualTo(Path.of(chosen, "state", "exemplar.log"));
  }

  @Test
  void linux_follows_the_base_directory_specification() {
    String data = Path.of("/srv/data").toAbsolutePath().toString();
    AppFolders folders =
        of("Linux", Map.of("XDG_DATA_HOME", data, "XDG_CACHE_HOME", "relative/is/ignored"));
    assertThat(folders.data()).isEqualTo(Path.of(data, "exemplar"));
    assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/exemplar"));
    assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/exemplar"));
  }

  @Test
  void windows_and_mac_have_places_of_their_own() {
    String local = Path.of("/c/Users/someone/AppData/Local").toAbsolutePath().toString();
    assertThat(of("Windows 11", Map.of("LOCALAPPDATA", local)).data())
        .isEqualTo(Path.of(local, "Exemplar", "data"));
    assertThat(of("Mac OS X", Map.of()).state()).isEqualTo(HOME.resolve("Library/Logs/Exemplar"));
  }

  private static AppFolders of(String system, Map<String, String> environment) {
    return AppFolders.of(system, HOME, environment::get);
  }
}
