package org.exemplar.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.exemplar.files.WholeFile;

/** The plain text beside exported files that says what each of them is and what opens it. */
final class Readme {
  private final RatingSheet sheet;
  private final Path file;
  private final StringBuilder text = new StringBuilder(2048);

  /**
   * A text beside files.
   *
   * @param sheet what the files were made of
   * @param file where the text is written
   */
  Readme(RatingSheet sheet, Path file) {
    this.sheet = sheet;
    this.file = file;
  }

  /**
   * Writes what these files are.
   *
   * @param main what those are of which nothing else is known, in a sentence
   * @param notes come last
   */
  Path write(List<Path> files, String main, List<String> notes) {
    head();
    boolean figures = false;
    for (Path each : files) {
      String name = Objects.toString(each.getFileName());
      if (Objects.equals(each.getParent(), file.getParent())) {
        line(name);
        line("    " + Contents.of(name).orElse(main.replace("FILE", name)));
      } else {
        figures = true;
      }
    }
    if (figures) {
      line("figures/");
      line("    The figures of the report as SVG, beside each the numbers it shows as CSV.");
    }
    if (!notes.isEmpty()) {
      line("");
      notes.forEach(this::line);
    }
    WholeFile.write(file, text.toString());
    return file;
  }

  private void head() {
    String study = sheet.source().studyId();
    line(study.isEmpty() ? "Ratings of a table" : "Ratings of reader study " + study);
    if (sheet.source().simulated()) {
      line("SIMULATED ratings, not from radiologists");
    }
    if (!sheet.source().protocolDigest().isEmpty()) {
      line("Protocol, SHA-256: " + sheet.source().protocolDigest());
    }
    line(
        sheet.readers().size()
            + " readers, "
            + sheet.cases().size()
            + " cases, "
            + sheet.ratings().size()
            + " answers, practice and repeats included");
    line(
        sheet.unblinded()
            ? "Arms are known: PIE and NON_PIE."
            : "Blinded: no arm, no digest of an image, nothing of a network is in these files.");
    for (RatingSheet.SheetQuestion question : sheet.questions()) {
      line(
          "Question "
              + question.id()
              + ": "
              + question.orientation().word()
              + " codes are more PIE-like. "
              + question.text());
    }
    line("Text files are UTF-8; tables have a header row; times are ISO 8601 in UTC.");
    line("");
  }

  private void line(String words) {
    text.append(words.strip().isEmpty() ? "" : words.stripTrailing()).append('\n');
  }
}
