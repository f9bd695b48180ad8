package org.exemplar.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exemplar.problem.Problem;

/** The formats that ratings are read from. */
public enum ImportFormat {
  /** VGG Image Annotator CSV, one file per reader, as in the original survey. */
  VIA,
  /** REDCap's data export, as this program writes its data import. */
  REDCAP,
  /** {@code reader_id,case_id[,arm],question,value}, or this program's own long table. */
  LONG,
  /** {@code case_id[,group],reader_id} and one column per question. */
  WIDE;

  /** As it is written on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this word.
   *
   * @throws Problem if there is none
   */
  public static ImportFormat parse(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                "Nothing is imported from \""
                    + word
                    + "\"; choose one of "
                    + Arrays.stream(values())
                        .map(ImportFormat::word)
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
