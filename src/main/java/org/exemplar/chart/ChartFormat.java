package org.exemplar.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/** What a chart can be saved as. */
public enum ChartFormat {
  /** Shapes and real text. */
  SVG {
    @Override
    byte[] bytes(Chart chart) {
      String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgWriter.svg(chart.drawing());
      return xml.getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Pixels on white, 300 to the inch when a pixel of the drawing is a 96th of an inch. */
  PNG {
    @Override
    byte[] bytes(Chart chart) {
      return PngWriter.png(Canvas.paint(chart.drawing(), PngWriter.SCALE));
    }
  },
  /** Shapes, with letters as outlines, so that no font is needed. */
  PDF {
    @Override
    byte[] bytes(Chart chart) {
      return PdfWriter.pdf(chart.drawing());
    }
  },
  /** The numbers. */
  CSV {
    @Override
    byte[] bytes(Chart chart) {
      StringWriter text = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
        csv.writeRecord(chart.data().columns());
        chart.data().rows().forEach(csv::writeRecord);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  };

  /** The file as bytes. */
  abstract byte[] bytes(Chart chart);

  /** The end of file names, e.g. {@code svg}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format that the end of a file's name says.
   *
   * @throws Problem if it says none
   */
  public static ChartFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst()
        .orElseThrow(
            () -> new Problem("End the name of " + file + " with .svg, .png, .pdf or .csv."));
  }

  /**
   * Saves a chart; the file is complete or not there.
   *
   * @throws Problem if it cannot be written
   */
  public void write(Chart chart, Path file) {
    WholeFile.write(file, bytes(chart));
  }
}
