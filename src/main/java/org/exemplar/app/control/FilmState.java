package org.exemplar.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.ViewTransform;

/**
 * How a film is shown at one moment.
 *
 * @param window which values are black and white
 * @param inverted whether the reader exchanged black and white
 * @param transform where the film lies
 * @param fitted whether it follows the size of its area
 */
public record FilmState(
    DisplayWindow window, boolean inverted, ViewTransform transform, boolean fitted) {
  private static final double ONE = 1e-9;

  /** Window, level and zoom in words, from top to bottom. */
  public List<String> facts() {
    return List.of(
        String.format(Locale.ROOT, "W %.0f", window.width()),
        String.format(Locale.ROOT, "L %.0f", window.centre()),
        zoomWords());
  }

  /** Whatever is not as acquired, in words. */
  public List<String> altered() {
    List<String> words = new ArrayList<>();
    if (inverted) {
      words.add("Inverted");
    }
    if (transform.flipped()) {
      words.add("Flipped");
    }
    if (transform.quarterTurns() != 0) {
      words.add("Turned " + 90 * transform.quarterTurns() + "°");
    }
    if (transform.zoom() > 1 + ONE) {
      words.add("Past 1 : 1");
    }
    return words;
  }

  private String zoomWords() {
    return Math.abs(transform.zoom() - 1) < ONE
        ? "1 : 1"
        : String.format(Locale.ROOT, "%.0f %%", 100 * transform.zoom());
  }

  FilmState with(DisplayWindow other) {
    return new FilmState(other, inverted, transform, fitted);
  }

  FilmState with(ViewTransform other, boolean fit) {
    return new FilmState(window, inverted, other, fit);
  }

  FilmState withInverted(boolean other) {
    return new FilmState(window, other, transform, fitted);
  }
}
