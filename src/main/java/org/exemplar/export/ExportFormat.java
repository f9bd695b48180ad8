package org.exemplar.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.exemplar.problem.Problem;

/** The formats that ratings are written in. */
public enum ExportFormat {
  /** Long CSV with a codebook beside it. */
  CSV("csv") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return PlainTables.longCsv(sheet, out);
    }
  },
  /** One row per reader and case, one column per question; {@code analyze --ratings} reads it. */
  WIDE_CSV("wide-csv") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return PlainTables.wideCsv(sheet, out);
    }
  },
  /** A workbook of the long table, the wide table and the questions. */
  XLSX("xlsx") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return RatingWorkbook.write(sheet, out);
    }
  },
  /** iMRMC's text file for its R package 2 and Java program 4. */
  IMRMC("imrmc") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return Imrmc.write(sheet, out);
    }
  },
  /** The {@code .imrmc} flavour that RJafroc reads: whole numbers as ids, nothing missing. */
  IMRMC_RJAFROC("imrmc-rjafroc") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return Imrmc.writeForRjafroc(sheet, out);
    }
  },
  /** RJafroc's workbook of three sheets. */
  RJAFROC("rjafroc") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return RjafrocWorkbook.write(sheet, out);
    }
  },
  /** MRMCaov's and OR-DBM's long CSV. */
  MRMCAOV("mrmcaov") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return PlainTables.mrmcaov(sheet, out);
    }
  },
  /** REDCap's data import, with the data dictionary beside it. */
  REDCAP("redcap") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return Redcap.write(sheet, out);
    }
  },
  /** VGG Image Annotator: a folder with one CSV per reader, as the original survey's. */
  VIA("via") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return Via.write(sheet, out);
    }
  },
  /** One JSON document. */
  JSON("json") {
    @Override
    public Exported write(RatingSheet sheet, Path out) {
      return PlainTables.json(sheet, out);
    }
  };

  private final String word;

  ExportFormat(String word) {
    this.word = word;
  }

  /** As it is written on the command line. */
  public String word() {
    return word;
  }

  /**
   * Writes a sheet.
   *
   * @param out a file; for {@link #VIA} a folder
   * @throws Problem if the format needs arms and the sheet is blinded, nothing can be written in
   *     it, or a file cannot be written
   */
  public abstract Exported write(RatingSheet sheet, Path out);

  /**
   * The format of this word.
   *
   * @throws Problem if there is none
   */
  public static ExportFormat parse(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word.equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Problem("There is no format \"" + word + "\"; choose one of " + words() + "."));
  }

  /** All words, comma-separated. */
  public static String words() {
    List<ExportFormat> all = List.of(values());
    return all.stream().map(ExportFormat::word).collect(Collectors.joining(", "));
  }
}
