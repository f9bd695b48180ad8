package org.exemplar.app.explorer;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.exemplar.app.control.figure.LinearAxis;

/** Images told in words. */
public final class ImageWords {
  private ImageWords() {}

  /** {@code "00020057_000, PIE, agreement 0.402, given Emphysema, image 3 of 115"}. */
  static String of(Exploration exploration, Shown shown, int image) {
    double value = shown.level().agreement().value(image);
    return exploration.id(image)
        + (shown.level().pie(image) ? ", PIE" : "")
        + ", agreement "
        + (Double.isNaN(value) ? "undefined" : LinearAxis.number(value, 3))
        + (exploration.hasLabels() ? ", given " + given(exploration, image) : "")
        + ", image "
        + (shown.images().indexOf(image) + 1)
        + " of "
        + shown.images().size();
  }

  /** A finding as people read it: {@code "Pleural Thickening"}. */
  public static String name(Exploration exploration, int finding) {
    return spaced(exploration.findings().get(finding));
  }

  /** A name from a file as people read it. */
  public static String spaced(String name) {
    return name.replace('_', ' ');
  }

  /** All given findings, or "no finding". */
  static String given(Exploration exploration, int image) {
    List<Integer> given = exploration.given(image);
    return given.isEmpty()
        ? "no finding"
        : given.stream().map(f -> name(exploration, f)).collect(Collectors.joining(", "));
  }

  /** The first given finding and how many more, cut to a width; empty without labels. */
  static String fitting(Exploration exploration, int image, double width, Font font) {
    if (!exploration.hasLabels()) {
      return cut(exploration.id(image), "", width, font);
    }
    List<Integer> given = exploration.given(image);
    if (given.isEmpty()) {
      return "no finding";
    }
    String more = given.size() > 1 ? " +" + (given.size() - 1) : "";
    return cut(name(exploration, given.getFirst()), more, width, font);
  }

  /** Words and what follows them, cut with an ellipsis between where the width is too small. */
  static String cut(String words, String more, double width, Font font) {
    String whole = words + more;
    if (width(whole, font) <= width) {
      return whole;
    }
    String shorter = words;
    while (shorter.length() > 3 && width(shorter + "…" + more, font) > width) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter.stripTrailing() + "…" + more;
  }

  private static double width(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
