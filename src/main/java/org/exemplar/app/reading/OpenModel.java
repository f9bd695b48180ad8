package org.exemplar.app.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.exemplar.app.fx.FileWords;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Worklist;

/**
 * What a reading file says about itself before its passphrase is asked for.
 *
 * @param name the file's name
 * @param place its size and folder
 * @param title the study's title
 * @param lead how much there is to read
 * @param intact what the check without passphrase found, in words
 * @param sound whether it may be read in
 */
public record OpenModel(
    String name, String place, String title, String lead, String intact, boolean sound) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Duration PER_CASE = Duration.ofSeconds(75);

  /** Looks at an open file; verifies it, so call it off the JavaFX thread. */
  static OpenModel of(ReadingFile file, ZoneId zone) throws IOException {
    Path path = file.path();
    var broken = file.verify().broken();
    String sealed = DAY.format(file.summary().sealedAt().atZone(zone));
    return new OpenModel(
        path.getFileName().toString(),
        FileWords.size(Files.size(path)) + " · in " + FileWords.place(path),
        file.summary().title(),
        lead(file.worklist(), file.progress().done()),
        broken.isEmpty()
            ? "File intact. Sealed on " + sealed + "."
            : "This file was damaged or changed: "
                + broken.get()
                + ". Ask the coordinator for a new copy; do not read in this one.",
        broken.isEmpty());
  }

  private static String lead(Worklist worklist, int done) {
    int cases = worklist.cases().size();
    int practice = worklist.practice().size();
    String reader = " for reader " + worklist.reader() + ". ";
    if (done >= cases) {
      return "All " + cases + " cases are read" + reader + "The file can be sent back.";
    }
    if (done > 0) {
      return done + " of " + cases + " cases are read" + reader + "You go on where you stopped.";
    }
    String what =
        cases
            + (cases == 1 ? " case" : " cases")
            + (practice == 0
                ? ""
                : " and " + practice + (practice == 1 ? " practice case" : " practice cases"));
    String time = CaseWords.rounded(PER_CASE.multipliedBy(cases + practice));
    return what + reader + "About " + time + ", in as many sittings as you like.";
  }
}
