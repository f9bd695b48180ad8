package org.exemplar.app.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.findings.FindingsPages;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.Contribution;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Images and findings of a comparison as commands of the search.
 *
 * @param host goes to what was found
 * @param desk which has the explorer
 */
record ExplorerSearch(DeskHost host, String desk) {
  private static final int FOUND = 8;
  private static final int FINDINGS = 2;

  /** What fits a query of at least two letters, a few of each. */
  List<Command> find(String query, ExplorerViewModel model) {
    String words = query.strip().toLowerCase(Locale.ROOT);
    if (words.length() < 2) {
      return List.of();
    }
    Exploration exploration = model.exploration();
    List<Integer> findings =
        IntStream.range(0, exploration.findings().size())
            .filter(f -> ImageWords.name(exploration, f).toLowerCase(Locale.ROOT).contains(words))
            .limit(FINDINGS)
            .boxed()
            .toList();
    var all = new ArrayList<Command>();
    findings.forEach(f -> all.addAll(ofFinding(model, f)));
    Stream.concat(named(exploration, words), given(model, findings))
        .distinct()
        .limit(FOUND)
        .forEach(image -> all.add(image(model, image)));
    return all;
  }

  private static Stream<Integer> named(Exploration exploration, String words) {
    return IntStream.range(0, exploration.images())
        .filter(i -> exploration.id(i).toLowerCase(Locale.ROOT).contains(words))
        .limit(FOUND)
        .boxed();
  }

  /** Images that were given one of the findings, those on which the networks agree least first. */
  private static Stream<Integer> given(ExplorerViewModel model, List<Integer> findings) {
    Shown shown = model.shownProperty().get();
    Exploration exploration = model.exploration();
    if (shown == null || findings.isEmpty() || !exploration.hasLabels()) {
      return Stream.empty();
    }
    return IntStream.range(0, exploration.images())
        .filter(i -> findings.stream().anyMatch(f -> exploration.given(i, f)))
        .filter(shown.level().agreement()::defined)
        .boxed()
        .sorted(Comparator.comparingDouble(shown.level().agreement()::value))
        .limit(FOUND);
  }

  private Command image(ExplorerViewModel model, int image) {
    Exploration exploration = model.exploration();
    Shown shown = model.shownProperty().get();
    String aside = exploration.hasLabels() ? "given " + ImageWords.given(exploration, image) : "";
    if (shown != null) {
      double value = shown.level().agreement().value(image);
      aside =
          (shown.level().pie(image) ? "PIE · " : "")
              + (aside.isEmpty() ? "" : aside + " · ")
              + "agreement "
              + (Double.isNaN(value) ? "undefined" : LinearAxis.number(value, 3));
    }
    String id = exploration.id(image);
    return new Command(
        Command.Group.IMAGES,
        id,
        aside,
        Feather.IMAGE,
        "",
        () -> host.go(new Location(desk, ExplorerPages.PLACE, id)));
  }

  private List<Command> ofFinding(ExplorerViewModel model, int finding) {
    Exploration exploration = model.exploration();
    String name = ImageWords.name(exploration, finding);
    var commands = new ArrayList<Command>();
    if (exploration.hasLabels()) {
      long images =
          IntStream.range(0, exploration.images())
              .filter(i -> exploration.given(i, finding))
              .count();
      commands.add(
          command(
              "Show images with " + name,
              String.format(
                  Locale.ROOT, "filter, %,d %s", images, images == 1 ? "image" : "images"),
              Feather.FILTER,
              () -> {
                model.change(
                    s -> s.with(new Filter.Given(finding, exploration.findings().get(finding))));
                host.go(Location.of(desk, ExplorerPages.PLACE));
              }));
      commands.add(
          command(
              "Forgettability of " + name,
              "findings",
              Feather.TRENDING_DOWN,
              () -> host.go(Location.of(desk, FindingsPages.PLACE))));
    }
    largest(model, finding)
        .ifPresent(image ->
            commands.add(
                command(
                    "PIE with the largest contribution of " + name,
                    "opens the image",
                    Feather.PIE_CHART,
                    () ->
                        host.go(new Location(desk, ExplorerPages.PLACE, exploration.id(image))))));
    return commands;
  }

  private static Command command(String words, String aside, Ikon icon, Runnable act) {
    return new Command(Command.Group.FINDINGS, words, aside, icon, "", act);
  }

  /** The PIE whose disagreement a finding carries most of. */
  private static Optional<Integer> largest(ExplorerViewModel model, int finding) {
    Shown shown = model.shownProperty().get();
    if (shown == null) {
      return Optional.empty();
    }
    Exploration exploration = model.exploration();
    return shown.level().selection().pies().stream()
        .max(
            Comparator.comparingDouble(image ->
                Contribution.of(
                        exploration.mean(Sparsity.DENSE, image),
                        exploration.mean(shown.state().sparsity(), image))
                    .map(parts -> parts[finding])
                    .orElse(0.0)));
  }
}
