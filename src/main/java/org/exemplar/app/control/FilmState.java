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
 * @param named what the window is called while it is exactly as chosen by name; empty for the one
 *     as acquired and for any other
 * @param inverted whether the reader exchanged black and white
 * @param transform where the film lies
 * @param fitted whether it follows the size of its area
 */
public record FilmState(
    DisplayWindow window, String named, boolean inverted, ViewTransform transform, boolean fitted) {

  /** Window, level and zoom in words, from top to bottom; first the window's name if it has one. */
  public List<String> facts() {
    List<String> words = new ArrayList<>();
    if (!named.isEmpty()) {
      words.add(named);
    }
    words.add(String.format(Locale.ROOT, "W %.0f", window.width()));
    words.add(String.format(Locale.ROOT, "L %.0f", window.centre()));
    words.add(zoomWords());
    return words;
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
    if (transform.isPastOneToOne()) {
      words.add("Past 1 : 1");
    }
    return words;
  }

  private String zoomWords() {
    return transform.isOneToOne()
        ? "1 : 1"
        : String.format(Locale.ROOT, "%.0f %%", 100 * transform.zoom());
  }

  FilmState with(DisplayWindow other, String name) {
    return new FilmState(other, name, inverted, transform, fitted);
  }

  FilmState with(ViewTransform other, boolean fit) {
    return new FilmState(window, named, inverted, other, fit);
  }

  FilmState withInverted(boolean other) {
    return new FilmState(window, named, other, transform, fitted);
  }
}
