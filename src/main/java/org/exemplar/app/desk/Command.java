package org.exemplar.app.desk;

import org.kordamp.ikonli.Ikon;

/**
 * Something that one can do by name, from the command search or a button.
 *
 * @param group under which heading the search lists it
 * @param words what it does, e.g. {@code "New study"}
 * @param aside a muted word beside it, e.g. where it leads; may be empty
 * @param icon the icon before it
 * @param keys the keys that do the same, separated by spaces, e.g. {@code "Ctrl K"}; may be empty
 * @param act does it, on the JavaFX thread
 */
public record Command(
    Group group, String words, String aside, Ikon icon, String keys, Runnable act) {
  /** The headings of the command search, in their order. */
  public enum Group {
    COMMANDS("Commands"),
    IMAGES("Images"),
    FINDINGS("Findings"),
    FILES("Files"),
    HELP("Help");

    private final String heading;

    Group(String heading) {
      this.heading = heading;
    }

    /** The heading as it is shown. */
    public String heading() {
      return heading;
    }
  }

  /** A command without keys. */
  public static Command of(String words, String aside, Ikon icon, Runnable act) {
    return new Command(Group.COMMANDS, words, aside, icon, "", act);
  }
}
