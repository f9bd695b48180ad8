package org.exemplar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.blinding.Arm;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;

/** The demonstration's folder: what lies where in it, and the small files that only it has. */
record DemoFolder(Path path) {
  private static final String DEFAULT_NAME = "exemplar-demo";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /**
   * Finds a folder to write to.
   *
   * @param wanted as asked for, or null for the next free one below {@code here}
   * @throws Problem if the folder that was asked for holds a study already
   */
  static DemoFolder choose(@org.jspecify.annotations.Nullable Path wanted, Path here) {
    Path chosen = wanted;
    for (int n = 1; chosen == null; n++) {
      Path candidate = here.resolve(n == 1 ? DEFAULT_NAME : DEFAULT_NAME + "-" + n);
      if (!Files.exists(candidate.resolve("study"))) {
        chosen = candidate;
      }
    }
    if (Files.exists(chosen.resolve("study"))) {
      throw new Problem(
          chosen + " holds a study already; give another folder with --out, or remove it.");
    }
    try {
      Files.createDirectories(chosen);
    } catch (IOException e) {
      throw new Problem("The folder " + chosen + " cannot be made; choose another with --out.", e);
    }
    return new DemoFolder(chosen.toAbsolutePath().normalize());
  }

  Path films() {
    return path.resolve("films");
  }

  Path comparison() {
    return path.resolve("comparison");
  }

  Path study() {
    return path.resolve("study");
  }

  Path passphrases() {
    return path.resolve("passphrases.txt");
  }

  Path shifts() {
    return path.resolve("simulated-effect.csv");
  }

  Path pictures() {
    return path.resolve("screenshots");
  }

  Path report() {
    return study().resolve("results").resolve("report.html");
  }

  /** Keeps a copy of a reading file in which nothing was read yet, to be pictured. */
  Path keepUnread(Path reading) {
    Path copy = path.resolve("unread").resolve(reading.getFileName().toString());
    try {
      Files.createDirectories(path.resolve("unread"));
      return Files.copy(reading, copy);
    } catch (IOException e) {
      throw new Problem(copy + " cannot be written; check the folder and the free space.", e);
    }
  }

  /** Removes that copy. */
  void removeUnread() {
    try (var files = Files.list(path.resolve("unread"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(path.resolve("unread"));
    } catch (IOException e) {
      throw new Problem(path.resolve("unread") + " cannot be removed; remove it by hand.", e);
    }
  }

  /** A passphrase of 16 letters and digits in groups of four (79 bits). */
  static String drawPassphrase(SecureDraw draw) {
    byte[] bytes = draw.bytes(64);
    StringBuilder text = new StringBuilder();
    for (int i = 0, letters = 0; letters < 16; i++) {
      int value = bytes[i % bytes.length] & 0xff;
      if (value < 256 - 256 % LETTERS.length() || i >= bytes.length) {
        if (letters > 0 && letters % 4 == 0) {
          text.append('-');
        }
        text.append(LETTERS.charAt(value % LETTERS.length()));
        letters++;
      }
    }
    return text.toString();
  }

  void writePassphrases(String key, String reading) {
    write(
        passphrases(),
        List.of(
            "Drawn for this demonstration; in a real study nobody writes them into one file.",
            "unblinding key: " + key,
            "reading files:  " + reading));
  }

  /** Writes what simulated readers of a rehearsal find: PIEs worse than the others. */
  void writeShifts(Map<CaseCode, Arm> arms, double shift) {
    List<String> lines = new ArrayList<>(List.of("case_code,shift"));
    new TreeMap<>(arms)
        .forEach((code, arm) ->
            lines.add(
                code.value()
                    + ","
                    + String.format(Locale.ROOT, "%.2f", arm == Arm.PIE ? shift : 0.0)));
    write(shifts(), lines);
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Problem(file + " cannot be written; check the folder and the free space.", e);
    }
  }
}
