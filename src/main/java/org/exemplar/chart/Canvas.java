package org.exemplar.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Pen;

/** Paints drawings into pixels, without a screen. */
final class Canvas {
  private Canvas() {}

  /**
   * Paints on white.
   *
   * @param scale pixels for each unit of the drawing
   */
  static BufferedImage paint(Drawing drawing, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(drawing.width() * scale),
            (int) Math.ceil(drawing.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
    Typeface typeface = Typeface.load();
    drawing.marks().forEach(mark -> paint(graphics, Shapes.of(mark, typeface)));
    graphics.dispose();
    return image;
  }

  private static void paint(Graphics2D graphics, Shapes each) {
    Fill fill = each.fill();
    if (fill != null) {
      use(graphics, fill.colour(), fill.opacity());
      graphics.fill(each.shape());
    }
    Pen pen = each.pen();
    if (pen != null) {
      use(graphics, pen.colour(), pen.opacity());
      graphics.setStroke(stroke(pen));
      graphics.draw(each.shape());
    }
  }

  private static void use(Graphics2D graphics, String colour, double opacity) {
    graphics.setColor(Color.decode(colour));
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
  }

  private static BasicStroke stroke(Pen pen) {
    float width = (float) pen.width();
    if (pen.dash().isEmpty()) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
    float[] dash = new float[pen.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = pen.dash().get(i).floatValue();
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
  }
}
