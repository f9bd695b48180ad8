package org.exemplar.app.explorer;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.kordamp.ikonli.feather.Feather;

/**
 * Images and findings of a comparison as commands of the search.
 *
 * @param host goes to what was found
 * @param desk which has the explorer
 */
record ExplorerSearch(DeskHost host, String desk) {
  private static final int FOUND = 5;

  /** Images and findings that fit a query of at least two letters, a few of each. */
  List<Command> find(String query, ExplorerViewModel model) {
    String words = query.strip().toLowerCase(Locale.ROOT);
    if (words.length() < 2) {
      return List.of();
    }
    Exploration exploration = model.exploration();
    var images =
        IntStream.range(0, exploration.images())
            .filter(i -> exploration.id(i).toLowerCase(Locale.ROOT).contains(words))
            .limit(FOUND)
            .mapToObj(exploration::id)
            .map(id ->
                new Command(
                    Command.Group.IMAGES,
                    id,
                    exploration.name(),
                    Feather.IMAGE,
                    "",
                    () -> host.go(new Location(desk, ExplorerPages.PLACE, id))));
    var findings =
        IntStream.range(0, exploration.findings().size())
            .filter(f ->
                exploration.hasLabels()
                    && ImageWords.name(exploration, f).toLowerCase(Locale.ROOT).contains(words))
            .limit(FOUND)
            .mapToObj(f ->
                new Command(
                    Command.Group.FINDINGS,
                    ImageWords.name(exploration, f),
                    "filter",
                    Feather.FILTER,
                    "",
                    () -> {
                      model.change(s -> s.with(new Filter.Given(f, exploration.findings().get(f))));
                      host.go(Location.of(desk, ExplorerPages.PLACE));
                    }));
    return Stream.concat(images, findings).toList();
  }
}
