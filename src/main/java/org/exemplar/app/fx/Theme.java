package org.exemplar.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How a window looks: AtlantaFX Primer below, the design tokens of {@code exemplar.css} above it,
 * all lengths multiplied by one number.
 *
 * @param look dark or light; the reading room is always dark
 * @param scale 1 is the size of the design; 2 makes everything twice as large
 */
public record Theme(Look look, double scale) {
  /** Dark is the default; light is for the desks. */
  public enum Look {
    DARK,
    LIGHT
  }

  /** The family of every word, Inter with tabular figures; its bold face is semi-bold. */
  public static final String FAMILY = "Exemplar Inter";

  /** The root font size at scale 1, in px. */
  public static final double ROOT_FONT = 13;

  private static final Pattern PX = Pattern.compile("(-?\\d+(?:\\.\\d+)?)px");
  private static final List<String> FONTS =
      List.of(
          "ExemplarInter-Regular.otf", "ExemplarInter-Bold.otf", "ExemplarInterMedium-Regular.otf");

  /** The look of the design at its own size. */
  public static final Theme DARK = new Theme(Look.DARK, 1);

  /**
   * @throws IllegalArgumentException if the scale is not between 0.5 and 4
   */
  public Theme {
    if (!(scale >= 0.5 && scale <= 4)) {
      throw new IllegalArgumentException("scale " + scale);
    }
  }

  /**
   * Loads the bundled fonts; call once before the first scene, on any thread. Loading twice is
   * harmless.
   */
  public static void loadFonts() {
    for (String file : FONTS) {
      try (InputStream in = Theme.class.getResourceAsStream("fonts/" + file)) {
        if (in == null || Font.loadFont(in, ROOT_FONT) == null) {
          throw new IllegalStateException("cannot load the bundled font " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Gives a scene this theme, in place of the one it had.
   *
   * @param further classpath resources of further sheets that use the same tokens, as URLs
   */
  public void applyTo(Scene scene, String... further) {
    scene.setUserAgentStylesheet(
        look == Look.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet(resource(Theme.class, "exemplar.css")));
    sheets.add(sheet(resource(Theme.class, "desks.css")));
    if (look == Look.LIGHT) {
      sheets.add(sheet(resource(Theme.class, "light.css")));
    }
    for (String url : further) {
      sheets.add(sheet(url));
    }
    scene.getStylesheets().setAll(sheets);
  }

  /** A length of the design in this theme, in px of the window. */
  public double px(double designed) {
    return designed * scale;
  }

  /**
   * The address of a stylesheet beside a class.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String resource(Class<?> beside, String name) {
    var url = beside.getResource(name);
    if (url == null) {
      throw new IllegalArgumentException(name + " is not beside " + beside);
    }
    return url.toExternalForm();
  }

  private String sheet(String url) {
    if (scale == 1) {
      return url;
    }
    try (InputStream in = java.net.URI.create(url).toURL().openStream()) {
      String scaled = scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8), scale);
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sheet with every px length multiplied. */
  static String scaled(String css, double factor) {
    Matcher lengths = PX.matcher(css);
    StringBuilder out = new StringBuilder();
    while (lengths.find()) {
      double length = Double.parseDouble(lengths.group(1)) * factor;
      lengths.appendReplacement(out, String.format(Locale.ROOT, "%.3fpx", length));
    }
    return lengths.appendTail(out).toString();
  }
}
