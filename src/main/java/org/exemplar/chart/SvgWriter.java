package org.exemplar.chart;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Writes drawings as SVG 1.1: plain shapes and real text, no style sheet, no script. */
public final class SvgWriter {
  private static final String FONT =
      "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

  private SvgWriter() {}

  /** The drawing as an {@code <svg>} element, to stand in HTML or, as it is, in a file. */
  public static String svg(Drawing drawing) {
    StringBuilder out = new StringBuilder(4096);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(number(drawing.width()))
        .append(' ')
        .append(number(drawing.height()))
        .append("\" width=\"")
        .append(number(drawing.width()))
        .append("\" height=\"")
        .append(number(drawing.height()))
        .append("\" role=\"img\" font-family=\"")
        .append(FONT)
        .append("\">\n<title>")
        .append(escape(drawing.description()))
        .append("</title>\n");
    for (Mark mark : drawing.marks()) {
      append(out, mark);
      out.append('\n');
    }
    return out.append("</svg>\n").toString();
  }

  /**
   * Writes a file beside its place and moves it there.
   *
   * @throws Problem if it cannot be written
   */
  public static void write(Drawing drawing, Path file) {
    WholeFile.write(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(drawing));
  }

  private static void append(StringBuilder out, Mark mark) {
    switch (mark) {
      case Mark.Box box -> {
        Mark.Rectangle at = box.place();
        out.append("<rect");
        attribute(out, "x", at.x());
        attribute(out, "y", at.y());
        attribute(out, "width", at.width());
        attribute(out, "height", at.height());
        if (box.radius() > 0) {
          attribute(out, "rx", box.radius());
        }
        paint(out, box.fill(), box.pen());
        out.append("/>");
      }
      case Mark.Path path -> {
        out.append(path.closed() ? "<polygon" : "<polyline").append(" points=\"");
        out.append(
            path.points().stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" ")));
        out.append('"');
        paint(out, path.fill(), path.pen());
        out.append("/>");
      }
      case Mark.Disc disc -> {
        out.append("<circle");
        attribute(out, "cx", disc.x());
        attribute(out, "cy", disc.y());
        attribute(out, "r", disc.radius());
        paint(out, disc.fill(), null);
        out.append("/>");
      }
      case Mark.Text text -> text(out, text);
    }
  }

  private static void text(StringBuilder out, Mark.Text text) {
    out.append("<text");
    attribute(out, "x", text.x());
    attribute(out, "y", text.y());
    attribute(out, "font-size", text.type().size());
    out.append(" fill=\"").append(text.type().colour()).append('"');
    if (text.type().bold()) {
      out.append(" font-weight=\"600\"");
    }
    switch (text.type().anchor()) {
      case START -> {}
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    out.append('>').append(escape(text.words())).append("</text>");
  }

  private static void paint(StringBuilder out, Mark.@Nullable Fill fill, Mark.@Nullable Pen pen) {
    out.append(" fill=\"").append(fill == null ? "none" : fill.colour()).append('"');
    if (fill != null && fill.opacity() < 1) {
      attribute(out, "fill-opacity", fill.opacity());
    }
    if (pen != null) {
      out.append(" stroke=\"").append(pen.colour()).append('"');
      attribute(out, "stroke-width", pen.width());
      if (pen.opacity() < 1) {
        attribute(out, "stroke-opacity", pen.opacity());
      }
      if (!pen.dash().isEmpty()) {
        out.append(" stroke-dasharray=\"")
            .append(pen.dash().stream().map(SvgWriter::number).collect(Collectors.joining(" ")))
            .append('"');
      }
    }
  }

  private static void attribute(StringBuilder out, String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  /** At most two decimals, no trailing zeros. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    String cut = text.replaceFirst("\\.?0+$", "");
    return cut.equals("-0") ? "0" : cut;
  }

  /** Text that XML and HTML take literally. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
