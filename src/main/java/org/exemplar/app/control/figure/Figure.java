package org.exemplar.app.control.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.css.converter.SizeConverter;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A drawing that follows the theme: its colours are inks that the stylesheet sets, its lengths are
 * multiples of {@code -figure-unit}, one px at scale 1. Subclasses draw; this class says when.
 *
 * <p>Every figure has a text alternative that states its main fact ({@code setAccessibleText}).
 */
public abstract class Figure extends Region {
  private static final String FAMILY = "Exemplar Inter";
  private static final Map<Ink, CssMetaData<Figure, Color>> INKS = new EnumMap<>(Ink.class);
  private static final CssMetaData<Figure, Number> UNIT =
      new CssMetaData<>("-figure-unit", SizeConverter.getInstance(), 1.0) {
        @Override
        public boolean isSettable(Figure figure) {
          return true;
        }

        @Override
        public StyleableProperty<Number> getStyleableProperty(Figure figure) {
          return figure.unit;
        }
      };
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = metaData();

  private final Canvas canvas = new Canvas();
  private final Map<Ink, SimpleStyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
  private final SimpleStyleableDoubleProperty unit;

  /** An empty figure; it draws when it has a size. */
  @SuppressWarnings("this-escape")
  protected Figure() {
    for (Ink ink : Ink.values()) {
      var property =
          new SimpleStyleableObjectProperty<Color>(
              java.util.Objects.requireNonNull(INKS.get(ink)), this, ink.name(), ink.fallback());
      property.addListener(o -> repaint());
      inks.put(ink, property);
    }
    unit = new SimpleStyleableDoubleProperty(UNIT, this, "unit", 1.0);
    unit.addListener(o -> repaint());
    getStyleClass().add("figure");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    canvas.setMouseTransparent(true);
  }

  private static List<CssMetaData<? extends Styleable, ?>> metaData() {
    var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
    all.add(UNIT);
    for (Ink ink : Ink.values()) {
      var data =
          new CssMetaData<Figure, Color>(
              ink.property(), ColorConverter.getInstance(), ink.fallback()) {
            @Override
            public boolean isSettable(Figure figure) {
              return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(Figure figure) {
              return java.util.Objects.requireNonNull(figure.inks.get(ink));
            }
          };
      INKS.put(ink, data);
      all.add(data);
    }
    return List.copyOf(all);
  }

  /** Draws everything, on an empty canvas of the figure's size. */
  protected abstract void draw(GraphicsContext g, double width, double height);

  /** Asks for a new drawing in the next pulse. */
  protected final void repaint() {
    setNeedsLayout(true);
    requestLayout();
  }

  /** A length of the design in px of this window. */
  protected final double px(double designed) {
    return designed * unit.get();
  }

  /** How many px of this window a px of the design is. */
  protected final double unit() {
    return unit.get();
  }

  /** A colour of the theme. */
  protected final Color ink(Ink ink) {
    return java.util.Objects.requireNonNull(inks.get(ink)).get();
  }

  /** A colour of the theme, partly transparent. */
  protected final Color ink(Ink ink, double opacity) {
    return ink(ink).deriveColor(0, 1, 1, opacity);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(0, getWidth());
    double height = Math.max(0, getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, width, height);
    g.setLineDashes();
    g.setGlobalAlpha(1);
    if (width > 0 && height > 0) {
      draw(g, width, height);
    }
  }

  /** The face of a figure's words. */
  protected final Font font(double designedSize, boolean bold) {
    return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, px(designedSize));
  }

  /** One line of words of 11 px, centred on {@code y}. */
  protected final void small(
      GraphicsContext g, String words, double x, double y, TextAlignment at, Ink ink) {
    words(g, words, x, y, at, font(11, false), ink(ink));
  }

  /** One line of words, centred on {@code y}; {@code x} is its left end, middle or right end. */
  protected final void words(
      GraphicsContext g,
      String words,
      double x,
      double y,
      TextAlignment at,
      Font font,
      Color colour) {
    g.setFont(font);
    g.setFill(colour);
    g.setTextAlign(at);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(words, x, y);
  }

  /** How wide a line of words is. */
  protected static double widthOf(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }

  /** A straight line of a given width in px of the design. */
  protected final void line(
      GraphicsContext g, double x1, double y1, double x2, double y2, Color colour) {
    g.setStroke(colour);
    g.strokeLine(x1, y1, x2, y2);
  }

  /** The nearest middle of a device pixel row or column, for crisp hairlines. */
  protected static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL;
  }

  /** What stylesheets can set on figures. */
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return ALL;
  }
}
