package org.exemplar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Place;

/** The path of a location: the door, what is open, the place, and what is shown there. */
final class Crumbs {
  private Crumbs() {}

  static List<TopBar.Crumb> of(Desk desk, Location here, Consumer<Location> go) {
    List<TopBar.Crumb> crumbs = new ArrayList<>();
    Location first = Location.of(desk.id(), desk.places().getFirst().id());
    crumbs.add(new TopBar.Crumb(desk.name(), () -> go.accept(first)));
    boolean atFirst = here.place().equals(first.place());
    if (!atFirst && !desk.opened().getValue().isEmpty()) {
      crumbs.add(new TopBar.Crumb(desk.opened().getValue(), () -> go.accept(first)));
    }
    desk.places().stream()
        .filter(p -> p.id().equals(here.place()))
        .map(Place::word)
        .forEach(word ->
            crumbs.add(
                new TopBar.Crumb(word, () -> go.accept(Location.of(here.desk(), here.place())))));
    if (!here.subject().isEmpty()) {
      crumbs.add(new TopBar.Crumb(here.subject(), () -> go.accept(here)));
    }
    return crumbs;
  }
}
