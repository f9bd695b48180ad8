package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/** The formats that ratings are written in. */
public enum ExportFormat {
  /** Long CSV with a codebook beside it. */
  CSV(
      "csv",
      "The long table: one row for each answer that counts, every column explained in the codebook.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return PlainTables.longCsv(sheet, out);
    }
  },
  /** One row per reader and case, one column per question; {@code analyze --ratings} reads it. */
  WIDE_CSV(
      "wide-csv",
      "One row for each reader and case, one column for each question; analyze --ratings reads it.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return PlainTables.wideCsv(sheet, out);
    }
  },
  /** A workbook of the long table, the wide table and the questions. */
  XLSX("xlsx", "A workbook: ratings (long), wide, questions and the history of the answers.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return RatingWorkbook.write(sheet, out);
    }
  },
  /** iMRMC's text file for its R package 2 and Java program 4. */
  IMRMC(
      "imrmc",
      "iMRMC, truth 1 is PIE, modality is question. R: iMRMC::doIMRMC(\"FILE\"); or open it in the Java program.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return Imrmc.write(sheet, out);
    }
  },
  /** The {@code .imrmc} flavour that RJafroc reads: whole numbers as ids, nothing missing. */
  IMRMC_RJAFROC(
      "imrmc-rjafroc",
      "iMRMC format for RJafroc. R: RJafroc::DfReadDataFile(\"FILE\", format = \"iMRMC\").") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return Imrmc.writeForRjafroc(sheet, out);
    }
  },
  /** RJafroc's workbook of three sheets. */
  RJAFROC(
      "rjafroc",
      "RJafroc workbook. R: RJafroc::DfReadDataFile(\"FILE\", newExcelFileFormat = TRUE).") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return RjafrocWorkbook.write(sheet, out);
    }
  },
  /** MRMCaov's and OR-DBM's long CSV. */
  MRMCAOV(
      "mrmcaov",
      "R: mrmc(empirical_auc(truth, rating), treatment, reader, case, data = read.csv(\"FILE\")) of MRMCaov.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return PlainTables.mrmcaov(sheet, out);
    }
  },
  /** REDCap's data import, with the data dictionary beside it. */
  REDCAP(
      "redcap",
      "REDCap data import: one record for each reader, one repeat instance for each case read.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return Redcap.write(sheet, out);
    }
  },
  /** VGG Image Annotator: a folder with one CSV per reader, as the original survey's. */
  VIA(
      "via",
      "VGG Image Annotator table of one reader; the survey script of the original study reads it.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return Via.write(sheet, out);
    }
  },
  /** One JSON document. */
  JSON(
      "json",
      "All ratings, their history and the codebook in one document, format exemplar-ratings/1.") {
    @Override
    Exported files(RatingSheet sheet, Path out) {
      return PlainTables.json(sheet, out);
    }
  };

  private final String word;
  private final String says;

  ExportFormat(String word, String says) {
    this.word = word;
    this.says = says;
  }

  /** As it is written on the command line. */
  public String word() {
    return word;
  }

  /**
   * Writes a sheet, beside it a text that says what each file is and, where the long table has
   * arms, scripts that compute the main numbers again.
   *
   * @param out a file; for {@link #VIA} a folder
   * @throws Problem if the format needs arms and the sheet is blinded, nothing can be written in
   *     it, or a file cannot be written
   */
  public Exported write(RatingSheet sheet, Path out) {
    Exported exported = files(sheet, out);
    List<Path> files = new ArrayList<>(exported.files());
    if (this == CSV && sheet.unblinded()) {
      Path folder = Objects.requireNonNullElse(out.getParent(), Path.of(""));
      files.addAll(Reproduction.write(folder, Objects.toString(out.getFileName())));
    }
    Path readme =
        this == VIA
            ? out.resolve("README.txt")
            : WholeFile.beside(out, "_" + word.replace('-', '_') + "_README.txt");
    files.add(new Readme(sheet, readme).write(files, says, exported.notes()));
    return new Exported(files, exported.notes());
  }

  /** Writes the files themselves. */
  abstract Exported files(RatingSheet sheet, Path out);

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
