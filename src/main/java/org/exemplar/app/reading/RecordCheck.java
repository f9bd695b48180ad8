package org.exemplar.app.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.exemplar.store.KeptElsewhere;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.Verification;

/**
 * What a check of a reading file's record found.
 *
 * @param intact whether nothing is broken
 * @param title the same in words
 * @param entries audit entries; 0 when answers are kept outside the file and it was not checked
 * @param bytes size of the file
 * @param code the first sixteen characters of the audit's head, in fours
 */
record RecordCheck(boolean intact, String title, long entries, long bytes, String code) {
  /** Verifies a file; takes its time, so call it off the JavaFX thread. */
  static RecordCheck of(ReadingFile file) throws IOException {
    Optional<KeptElsewhere> kept = file.keptElsewhere();
    if (kept.isPresent()) {
      return new RecordCheck(false, kept.get().sentence(), 0, 0, "");
    }
    Verification found = file.verify();
    String hash = found.head().hash().hex();
    return new RecordCheck(
        found.intact(),
        found
            .broken()
            .map(b -> "The record is broken: " + b)
            .orElse("Record complete and unbroken"),
        found.head().sequence(),
        Files.size(file.path()),
        String.join(
            " ",
            hash.substring(0, 4),
            hash.substring(4, 8),
            hash.substring(8, 12),
            hash.substring(12, 16)));
  }
}
