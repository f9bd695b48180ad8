package org.exemplar.folders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * Opening a reading file by double click, on desktops that follow freedesktop.org: a desktop entry
 * and a MIME type in the user's own data folder. Elsewhere the system asks the user once.
 */
public final class FileAssociation {
  private static final String MIME = "application/vnd.exemplar.reading";

  private final Path dataHome;

  /**
   * @param dataHome the user's data folder, usually {@code ~/.local/share}
   */
  public FileAssociation(Path dataHome) {
    this.dataHome = dataHome;
  }

  /**
   * That of this system's user.
   *
   * @param environment environment variables
   * @throws Problem where the system has its own way, which it says
   */
  public static FileAssociation ofThisSystem(Map<String, String> environment) {
    return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), environment);
  }

  static FileAssociation of(String system, String home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      throw new Problem(
          "On Windows, right-click a .reading file, choose Open with ▸ Choose another app, pick"
              + " exemplar.cmd and tick Always.");
    }
    if (os.startsWith("mac")) {
      throw new Problem(
          "On macOS, open a reading file from the program's window, or drag it there; Finder opens"
              + " files only with applications that were installed as such.");
    }
    String named = environment.getOrDefault("XDG_DATA_HOME", "");
    Path own = Path.of(home, ".local", "share");
    return new FileAssociation(Path.of(named).isAbsolute() ? Path.of(named) : own);
  }

  /**
   * Makes double click start {@code launcher read FILE}; doing it twice changes nothing.
   *
   * @return the files written
   */
  public List<Path> register(Path launcher) {
    WholeFile.write(entry(), desktopEntry(launcher.toAbsolutePath().normalize()));
    WholeFile.write(type(), mimeType());
    try (InputStream icon =
        FileAssociation.class.getResourceAsStream("/org/exemplar/app/fx/icon/128.png")) {
      if (icon != null) {
        WholeFile.write(icon(), icon.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tellDesktop();
    return List.of(entry(), type(), icon());
  }

  /** Whether {@link #register} was done, with this launcher or another. */
  public boolean registered() {
    return Files.isRegularFile(entry());
  }

  /** Whether a double click starts this launcher. */
  public boolean starts(Path launcher) {
    try {
      return registered()
          && Files.readString(entry()).equals(desktopEntry(launcher.toAbsolutePath().normalize()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes back what {@link #register} did. */
  public void unregister() {
    try {
      for (Path file : List.of(entry(), type(), icon())) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tellDesktop();
  }

  private Path entry() {
    return dataHome.resolve("applications").resolve("exemplar-reading.desktop");
  }

  private Path type() {
    return dataHome.resolve("mime").resolve("packages").resolve("exemplar-reading.xml");
  }

  private Path icon() {
    return dataHome.resolve("icons/hicolor/128x128/apps/exemplar-reading.png");
  }

  private static String desktopEntry(Path launcher) {
    return String.join(
        "\n",
        "[Desktop Entry]",
        "Type=Application",
        "Name=Exemplar reading room",
        "Comment=Read the cases of a reader study",
        "Exec=" + quoted(launcher.toString()) + " read %f",
        "Icon=exemplar-reading",
        "MimeType=" + MIME + ";",
        "Categories=Science;MedicalSoftware;",
        "Terminal=false",
        "NoDisplay=true",
        "");
  }

  /** As the Desktop Entry Specification quotes an argument, within a string value. */
  private static String quoted(String argument) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      switch (c) {
        case '"', '`', '$' -> quoted.append("\\\\").append(c);
        case '\\' -> quoted.append("\\\\\\\\");
        case '%' -> quoted.append("%%");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String mimeType() {
    return String.join(
        "\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<mime-info xmlns=\"http://www.freedesktop.org/standards/shared-mime-info\">",
        "  <mime-type type=\"" + MIME + "\">",
        "    <comment>Exemplar reading file</comment>",
        "    <glob pattern=\"*.reading\" weight=\"80\"/>",
        "    <icon name=\"exemplar-reading\"/>",
        "  </mime-type>",
        "</mime-info>",
        "");
  }

  /** Desktops that have these programs take notice at once, others at the next login. */
  private void tellDesktop() {
    tell("update-mime-database", dataHome.resolve("mime"));
    tell("update-desktop-database", dataHome.resolve("applications"));
  }

  private static void tell(String program, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Process process =
          new ProcessBuilder(program, folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      // The program is not there: the desktop finds the files by itself.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
