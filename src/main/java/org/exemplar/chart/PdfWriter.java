package org.exemplar.chart;

import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Pen;

/**
 * Writes drawings as PDF 1.4 (ISO 32000-1, clause 8): one page of the drawing's size, shapes only,
 * letters as outlines. A unit of the drawing is a 96th of an inch.
 */
final class PdfWriter {
  private static final double POINTS = 72.0 / 96;

  private final StringBuilder content = new StringBuilder(16_384);
  private final Map<Double, String> opacities = new LinkedHashMap<>();

  private PdfWriter() {}

  static byte[] pdf(Drawing drawing) {
    PdfWriter writer = new PdfWriter();
    Typeface typeface = Typeface.load();
    writer.line(POINTS + " 0 0 -" + POINTS + " 0 " + number(drawing.height() * POINTS) + " cm");
    drawing.marks().forEach(mark -> writer.paint(Shapes.of(mark, typeface)));
    return writer.document(drawing);
  }

  private void line(String operators) {
    content.append(operators).append('\n');
  }

  private void paint(Shapes each) {
    Fill fill = each.fill();
    if (fill != null) {
      line(state(fill.opacity()) + " gs " + colour(fill.colour()) + " rg");
      int rule = path(each);
      line(rule == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
    }
    Pen pen = each.pen();
    if (pen != null) {
      String dash = pen.dash().stream().map(PdfWriter::number).collect(Collectors.joining(" "));
      line(
          state(pen.opacity())
              + " gs "
              + colour(pen.colour())
              + " RG "
              + number(pen.width())
              + " w ["
              + dash
              + "] 0 d");
      path(each);
      line("S");
    }
  }

  /** Appends the path; quadratic curves become cubic ones. */
  private int path(Shapes each) {
    PathIterator path = each.shape().getPathIterator(null);
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> line(pair(at[0], at[1]) + " m");
        case PathIterator.SEG_LINETO -> line(pair(at[0], at[1]) + " l");
        case PathIterator.SEG_QUADTO -> {
          String first = pair(x + 2 * (at[0] - x) / 3, y + 2 * (at[1] - y) / 3);
          String second = pair(at[2] + 2 * (at[0] - at[2]) / 3, at[3] + 2 * (at[1] - at[3]) / 3);
          line(first + " " + second + " " + pair(at[2], at[3]) + " c");
        }
        case PathIterator.SEG_CUBICTO ->
            line(pair(at[0], at[1]) + " " + pair(at[2], at[3]) + " " + pair(at[4], at[5]) + " c");
        default -> line("h");
      }
      int last = lastPoint(kind);
      if (last >= 0) {
        x = at[last];
        y = at[last + 1];
      }
    }
    return path.getWindingRule();
  }

  /** Where a segment's last point stands among its coordinates; −1 for one that closes. */
  private static int lastPoint(int kind) {
    return switch (kind) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
      case PathIterator.SEG_QUADTO -> 2;
      case PathIterator.SEG_CUBICTO -> 4;
      default -> -1;
    };
  }

  private String state(double opacity) {
    return "/" + opacities.computeIfAbsent(opacity, key -> "G" + opacities.size());
  }

  private byte[] document(Drawing drawing) {
    String states =
        opacities.entrySet().stream()
            .map(each ->
                "/%s << /ca %s /CA %s >>"
                    .formatted(each.getValue(), number(each.getKey()), number(each.getKey())))
            .collect(Collectors.joining(" "));
    String stream = content.toString();
    List<String> objects = new ArrayList<>();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    objects.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources << /ExtGState << %s >> >> >>"
            .formatted(
                number(drawing.width() * POINTS), number(drawing.height() * POINTS), states));
    objects.add("<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream");
    objects.add("<< /Title " + text(drawing.description()) + " /Producer (Exemplar) >>");
    return assembled(objects);
  }

  private static byte[] assembled(List<String> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    append(out, "%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(out.size());
      append(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int table = out.size();
    append(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(place -> append(out, String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    append(
        out,
        "trailer << /Size "
            + (objects.size() + 1)
            + " /Root 1 0 R /Info "
            + objects.size()
            + " 0 R >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void append(ByteArrayOutputStream out, String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** A text string as UTF-16 in hexadecimal digits. */
  private static String text(String words) {
    StringBuilder hex = new StringBuilder("<FEFF");
    words.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%04X", c)));
    return hex.append('>').toString();
  }

  private static String colour(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return number((rgb >> 16 & 255) / 255.0)
        + " "
        + number((rgb >> 8 & 255) / 255.0)
        + " "
        + number((rgb & 255) / 255.0);
  }

  private static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }
}
