package org.exemplar.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shape of a drawing. Coordinates in pixels, y downwards. */
public sealed interface Mark {

  /**
   * How an outline is drawn.
   *
   * @param colour {@code #rrggbb}
   * @param width in pixels
   * @param opacity 0…1
   * @param dash lengths of dashes and gaps; empty for a solid line
   */
  record Pen(String colour, double width, double opacity, List<Double> dash) {
    public Pen {
      dash = List.copyOf(dash);
    }

    /** A solid line. */
    public static Pen of(String colour, double width) {
      return new Pen(colour, width, 1, List.of());
    }

    /** The same, dashed. */
    public Pen dashed(Double... lengths) {
      return new Pen(colour, width, opacity, List.of(lengths));
    }

    /** The same, faint. */
    public Pen faint(double newOpacity) {
      return new Pen(colour, width, newOpacity, dash);
    }
  }

  /**
   * How a shape is filled.
   *
   * @param colour {@code #rrggbb}
   * @param opacity 0…1
   */
  record Fill(String colour, double opacity) {
    /** Opaque. */
    public static Fill of(String colour) {
      return new Fill(colour, 1);
    }
  }

  /** A corner of a path. */
  record Point(double x, double y) {}

  /** A rectangle with rounded corners, filled and outlined where given. */
  record Box(Rectangle place, double radius, @Nullable Fill fill, @Nullable Pen pen)
      implements Mark {}

  /** Where a box lies. */
  record Rectangle(double x, double y, double width, double height) {}

  /** Straight lines through points, closed or not; filled and outlined where given. */
  record Path(List<Point> points, boolean closed, @Nullable Fill fill, @Nullable Pen pen)
      implements Mark {
    public Path {
      points = List.copyOf(points);
    }

    /** A line of two points. */
    public static Path line(double x1, double y1, double x2, double y2, Pen pen) {
      return new Path(List.of(new Point(x1, y1), new Point(x2, y2)), false, null, pen);
    }
  }

  /** A disc. */
  record Disc(double x, double y, double radius, Fill fill) implements Mark {}

  /** A text whose baseline is at y. */
  record Text(double x, double y, String words, Lettering type) implements Mark {}

  /**
   * How a text is set.
   *
   * @param size in pixels
   * @param colour {@code #rrggbb}
   * @param bold whether semibold
   * @param anchor which end lies at x
   */
  record Lettering(double size, String colour, boolean bold, Anchor anchor) {
    /** Regular, starting at x. */
    public static Lettering of(double size, String colour) {
      return new Lettering(size, colour, false, Anchor.START);
    }

    /** The same in semibold. */
    public Lettering strong() {
      return new Lettering(size, colour, true, anchor);
    }

    /** The same with its end at x. */
    public Lettering right() {
      return new Lettering(size, colour, bold, Anchor.END);
    }

    /** The same with its middle at x. */
    public Lettering centred() {
      return new Lettering(size, colour, bold, Anchor.MIDDLE);
    }
  }

  /** Which part of a text lies at its x. */
  enum Anchor {
    /** Its start. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its end. */
    END
  }
}
