package org.exemplar.folders;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The three folders that belong to the application and not to a study.
 *
 * @param data what the user would miss: settings, recent files
 * @param cache what can be made again: decoded images, unpacked natives
 * @param state the log
 */
public record AppFolders(Path data, Path cache, Path state) {
  private static final String NAME = "exemplar";

  /** Where the program's own assets and its launcher lie: the checkout or the installed folder. */
  public static Path program() {
    String named = System.getProperty("exemplar.root");
    return named == null ? Path.of("").toAbsolutePath() : Path.of(named);
  }

  /** The folders of this system and its environment variables. */
  public static AppFolders ofThisSystem() {
    return ofThisSystem(System::getenv);
  }

  /** The folders of this system under other environment variables. */
  public static AppFolders ofThisSystem(UnaryOperator<@Nullable String> environment) {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        environment);
  }

  /**
   * The folders of any system, so that each system's rule can be tested on every other.
   *
   * @param system the value of {@code os.name}
   * @param home the user's home folder
   * @param environment environment variables by name; null where unset
   */
  static AppFolders of(String system, Path home, UnaryOperator<@Nullable String> environment) {
    Path chosen = absolute(environment.apply("EXEMPLAR_HOME"));
    if (chosen != null) {
      return new AppFolders(
          chosen.resolve("data"), chosen.resolve("cache"), chosen.resolve("state"));
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path local = absolute(environment.apply("LOCALAPPDATA"));
      Path base =
          (local != null ? local : home.resolve("AppData").resolve("Local")).resolve("Exemplar");
      return new AppFolders(base.resolve("data"), base.resolve("cache"), base.resolve("state"));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new AppFolders(
          library.resolve("Application Support").resolve("Exemplar"),
          library.resolve("Caches").resolve("Exemplar"),
          library.resolve("Logs").resolve("Exemplar"));
    }
    return new AppFolders(
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        xdg(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
  }

  /** The bounded image cache; may be deleted at any time. */
  public Path images() {
    return cache.resolve("images");
  }

  /** The log file of the window and the command line. */
  public Path log() {
    return state.resolve("exemplar.log");
  }

  private static Path xdg(
      UnaryOperator<@Nullable String> environment, String variable, Path otherwise) {
    Path base = absolute(environment.apply(variable));
    return (base != null ? base : otherwise).resolve(NAME);
  }

  /** The XDG base directory specification ignores relative paths; so do we. */
  private static @Nullable Path absolute(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    Path path = Path.of(value);
    return path.isAbsolute() ? path : null;
  }
}
