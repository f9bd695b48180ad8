package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.fx.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

class ShellModelsTest {
  private static final Instant NOW = Instant.parse("2026-11-14T09:42:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-11-14T07:05:00Z, 'today, 07:05'",
    "2026-11-13T23:00:00Z, yesterday",
    "2026-11-09T10:00:00Z, 9 November",
    "2025-12-31T10:00:00Z, 31 December 2025",
  })
  void days_are_told_as_people_say_them(Instant moment, String words) {
    assertThat(DayWords.of(moment, NOW, ZoneOffset.UTC)).isEqualTo(words);
  }

  @Test
  void recent_files_come_back_newest_first_and_each_once() {
    Path file = folder.resolve("deep/recent.json");
    RecentFiles recent = new RecentFiles(file);
    recent.remember(line("a.reading", NOW));
    recent.remember(line("b.reading", NOW));
    recent.remember(line("a.reading", NOW.plusSeconds(5)));
    RecentFiles again = new RecentFiles(file);
    assertThat(again.lines())
        .extracting(r -> r.path().getFileName().toString())
        .containsExactly("a.reading", "b.reading");
    assertThat(again.lines().getFirst().opened()).isEqualTo(NOW.plusSeconds(5));
    again.forget(Path.of("b.reading"));
    assertThat(new RecentFiles(file).lines()).hasSize(1);
  }

  @Test
  void an_unreadable_list_or_settings_file_never_stops_the_program() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), "{ not json");
    assertThat(new RecentFiles(file).lines()).isEmpty();
    assertThat(Settings.load(file)).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void settings_come_back() {
    Path file = folder.resolve("settings.json");
    Settings settings =
        Settings.DEFAULT
            .withLook(Theme.Look.LIGHT)
            .withScale(1.5)
            .withLastDoor(3)
            .withKeys("ohif", Map.of("invert", "V"));
    settings.save(file);
    assertThat(Settings.load(file)).isEqualTo(settings);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void what_is_dropped_is_recognised_by_its_content() throws IOException {
    Path sqlite = write("R01.reading", "SQLite format 3\0 and more");
    assertThat(Recognition.of(sqlite)).isEqualTo(Thing.READING_FILE);
    assertThat(Recognition.of(write("R02.reading", "a letter"))).isEqualTo(Thing.UNKNOWN);
    Path study = Files.createDirectories(folder.resolve("study"));
    Path database = Files.copy(sqlite, study.resolve("study.db"));
    assertThat(Recognition.of(study)).isEqualTo(Thing.STUDY);
    assertThat(Recognition.of(database)).isEqualTo(Thing.STUDY);
    assertThat(Recognition.opened(database, Thing.STUDY)).isEqualTo(study.toAbsolutePath());
    Path comparison = Files.createDirectories(folder.resolve("comparison"));
    Files.writeString(
        comparison.resolve("manifest.json"), "{\"format\": \"exemplar-comparison/1\"}");
    assertThat(Recognition.of(comparison)).isEqualTo(Thing.COMPARISON);
    Path images = Files.createDirectories(folder.resolve("images"));
    Files.write(images.resolve("a.bin"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    assertThat(Recognition.of(images)).isEqualTo(Thing.IMAGES);
    assertThat(Recognition.of(write("chkpt.pt", "PK\3\4 and more"))).isEqualTo(Thing.CHECKPOINT);
    assertThat(Recognition.of(folder.resolve("missing"))).isEqualTo(Thing.UNKNOWN);
  }

  @Test
  void back_and_forward_work_as_in_a_browser() {
    History history = new History();
    Location explore = Location.of("research", "explore");
    Location image = new Location("research", "explore", "7");
    history.go(Optional.of(explore));
    history.go(Optional.of(image));
    history.go(Optional.of(image));
    history.back();
    assertThat(history.hereProperty().get()).contains(explore);
    history.forward();
    assertThat(history.hereProperty().get()).contains(image);
    history.back();
    history.back();
    assertThat(history.hereProperty().get()).isEmpty();
    assertThat(history.canGoBackProperty().get()).isFalse();
    history.go(Optional.of(image));
    assertThat(history.canGoForwardProperty().get()).isFalse();
  }

  @Test
  void commands_are_found_by_words_and_run() {
    List<String> done = new ArrayList<>();
    CommandSearchModel model =
        new CommandSearchModel(query ->
            List.of(
                Command.of("Renew study", "", Feather.PLUS, () -> done.add("renew")),
                Command.of("New study", "desk", Feather.PLUS, () -> done.add("new")),
                Command.of("Settings", "", Feather.SLIDERS, () -> done.add("settings"))));
    model.open();
    assertThat(model.found()).hasSize(3);
    model.queryProperty().set("new stu");
    assertThat(model.found())
        .extracting(Command::words)
        .containsExactly("New study", "Renew study");
    model.move(-1);
    model.run();
    assertThat(done).containsExactly("renew");
    model.queryProperty().set("nothing like it");
    model.run();
    assertThat(done).hasSize(1);
  }

  @Test
  void commands_leave_rows_for_images_and_help_and_tab_looks_under_one_heading() {
    List<Command> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(Command.of("Command em " + i, "", Feather.PLUS, () -> {}));
      all.add(of(Command.Group.IMAGES, "Image em " + i));
    }
    all.add(of(Command.Group.HELP, "Help em"));
    CommandSearchModel model = new CommandSearchModel(query -> all);
    model.open();
    model.queryProperty().set("em");
    assertThat(model.found())
        .extracting(Command::group)
        .containsExactly(
            Command.Group.COMMANDS,
            Command.Group.COMMANDS,
            Command.Group.COMMANDS,
            Command.Group.COMMANDS,
            Command.Group.IMAGES,
            Command.Group.IMAGES,
            Command.Group.IMAGES,
            Command.Group.HELP);
    model.nextScope(-1);
    assertThat(model.found()).extracting(Command::words).containsExactly("Help em");
    model.nextScope(1);
    assertThat(model.scopeProperty().get()).isNull();
    model.nextScope(1);
    assertThat(model.found()).hasSize(8).allMatch(c -> c.group() == Command.Group.COMMANDS);
  }

  private static Command of(Command.Group group, String words) {
    return new Command(group, words, "", Feather.PLUS, "", () -> {});
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Recent line(String name, Instant at) {
    return new Recent(
        Path.of(name), Thing.READING_FILE, "A study", "Case 1 of 2", Recent.Tone.INFO, at);
  }
}
