package org.exemplar.app;

import java.util.function.IntConsumer;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.fx.Icons;
import org.kordamp.ikonli.feather.Feather;

/** The doors to the desks; their words stay neutral, since readers see the start page. */
final class DeskDoors {
  private DeskDoors() {}

  static Door of(int number, Desk desk, IntConsumer enter) {
    boolean coordinate = number == 2;
    return new Door(
        number,
        Icons.of(coordinate ? Feather.USERS : Feather.TRENDING_UP, "icon-32"),
        desk.name(),
        coordinate
            ? "Design and seal a reader study, hand out the files, follow it, take the files back."
            : "Compare classifiers, explore images one by one, analyse the ratings, write the"
                + " report.",
        () -> enter.accept(number),
        desk.doorButtons());
  }
}
