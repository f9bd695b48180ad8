package org.exemplar.app.desk;

/**
 * Where one is in the main window; what Back goes back to.
 *
 * @param desk the desk's id, e.g. {@code "research"}
 * @param place the place's id on the desk's rail, e.g. {@code "explore"}
 * @param subject what is shown there in the desk's own words, e.g. an image; empty for the place
 *     itself
 */
public record Location(String desk, String place, String subject) {
  /** The place itself. */
  public static Location of(String desk, String place) {
    return new Location(desk, place, "");
  }
}
