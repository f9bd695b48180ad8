package org.exemplar.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import org.exemplar.chart.Mark.Text;

/** Letters as outlines in the program's own typeface, the same on every machine. */
final class Typeface {
  private static final String FONTS = "/org/exemplar/app/fx/fonts/ExemplarInter-";
  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  private final Font regular;
  private final Font bold;

  private Typeface(Font regular, Font bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** Reads the typeface; where its files are not there, the system's sans serif stands in. */
  static Typeface load() {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    return new Typeface(font("Regular.otf", plain), font("Bold.otf", plain.deriveFont(Font.BOLD)));
  }

  private static Font font(String name, Font otherwise) {
    try (InputStream in = Typeface.class.getResourceAsStream(FONTS + name)) {
      return in == null ? otherwise : Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      return otherwise;
    }
  }

  /** The outline of a text where it stands in its drawing. */
  java.awt.Shape outline(Text text) {
    Font font = text.type().bold() ? bold : regular;
    if (font.canDisplayUpTo(text.words()) >= 0) {
      font = new Font(Font.SANS_SERIF, text.type().bold() ? Font.BOLD : Font.PLAIN, 1);
    }
    GlyphVector glyphs =
        font.deriveFont((float) text.type().size()).createGlyphVector(EXACT, text.words());
    double width = glyphs.getLogicalBounds().getWidth();
    double x =
        switch (text.type().anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    return glyphs.getOutline((float) x, (float) text.y());
  }
}
