package org.exemplar.app.research;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Place;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.explorer.ComparePages;
import org.exemplar.app.explorer.ExplorerPages;
import org.exemplar.app.explorer.findings.FindingsPages;
import org.exemplar.app.explorer.pieset.PieSetPage;
import org.exemplar.app.research.planner.PlannerPages;
import org.exemplar.app.results.ImageWanted;
import org.exemplar.app.results.ResultsPages;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The researcher's desk: compare, explore, results, planner. */
public final class ResearchDesk implements Desk {
  /** The desk's id. */
  public static final String ID = "research";

  private final DeskHost host;
  private final ComparePages compare;
  private final ExplorerPages explorer;
  private final ResultsPages results;
  private final PlannerPages planner;
  private final ReadOnlyObjectWrapper<@Nullable Node> bar = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
  private String place = ComparePages.PLACE;

  /**
   * @param compare makes comparisons
   * @param explorer looks into one
   * @param results shows a study's
   * @param planner plans the next one
   */
  public ResearchDesk(
      DeskHost host,
      ComparePages compare,
      ExplorerPages explorer,
      ResultsPages results,
      PlannerPages planner) {
    this.host = host;
    this.compare = compare;
    this.explorer = explorer;
    this.results = results;
    this.planner = planner;
    explorer.barProperty().addListener(o -> follow());
    explorer.openedProperty().addListener(o -> follow());
    results.barProperty().addListener(o -> follow());
    results.openedProperty().addListener(o -> follow());
    results.setOnImage(this::showImage);
    results.setOnRated(
        rated -> explorer.rate(exploration -> RatingsOfImages.in(exploration, rated)));
  }

  private void follow() {
    boolean exploring = explores(place);
    boolean showing = place.equals(ResultsPages.PLACE);
    bar.set(
        exploring ? explorer.barProperty().get() : showing ? results.barProperty().get() : null);
    opened.set(
        exploring
            ? explorer.openedProperty().get()
            : showing ? results.openedProperty().get() : "");
  }

  private static boolean explores(String place) {
    return place.equals(ExplorerPages.PLACE)
        || place.equals(FindingsPages.PLACE)
        || place.equals(PieSetPage.PLACE);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Research";
  }

  @Override
  public List<Place> places() {
    return List.of(
        Place.of(ComparePages.PLACE, "Compare", Feather.REPEAT),
        Place.of(ExplorerPages.PLACE, "Explore", Feather.GRID),
        Place.of(FindingsPages.PLACE, "Findings", Feather.TRENDING_DOWN),
        Place.of(PieSetPage.PLACE, "PIE set", Feather.PIE_CHART),
        Place.of(ResultsPages.PLACE, "Results", Feather.BAR_CHART_2),
        Place.of(PlannerPages.PLACE, "Planner", Feather.TARGET));
  }

  @Override
  public ObservableValue<@Nullable Node> contextBar() {
    return bar.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<String> opened() {
    return opened.getReadOnlyProperty();
  }

  @Override
  public Node page(Location location) {
    place = location.place();
    Node page =
        switch (location.place()) {
          case ExplorerPages.PLACE, FindingsPages.PLACE, PieSetPage.PLACE ->
              explorer.page(location);
          case ResultsPages.PLACE -> results.page(location);
          case PlannerPages.PLACE -> planner.page();
          default -> compare.page();
        };
    follow();
    return page;
  }

  /** Opens a comparison in the explorer. */
  public void explore(Path comparison, Optional<Path> images) {
    explorer.open(comparison, images);
    host.go(explorer.location());
  }

  /** Goes to the image of a rated case, if the open comparison has it. */
  private void showImage(ImageWanted wish) {
    Optional<String> image = explorer.find(wish.imageId(), wish.sha256());
    if (image.isPresent()) {
      host.go(new Location(ID, ExplorerPages.PLACE, image.get()));
    } else {
      host.fail(
          "The image of case " + wish.caseId() + " is not open",
          new Problem(
              explorer.comparison().isPresent()
                  ? "The open comparison does not hold it; open the comparison that the study was"
                      + " drawn from, then show the image again."
                  : "Open the comparison that the study was drawn from under Explore, then show"
                      + " the image again."));
    }
  }

  @Override
  public Optional<Location> open(Thing thing, List<Path> paths) {
    return switch (thing) {
      case COMPARISON -> {
        explorer.open(paths.getFirst(), Optional.empty());
        yield Optional.of(explorer.location());
      }
      case CHECKPOINT -> {
        compare.inspect(paths);
        yield Optional.of(compare.location());
      }
      case IMAGES -> {
        compare.useImages(paths.getFirst());
        yield Optional.of(compare.location());
      }
      case TABLE, RESULTS -> {
        results.open(paths.getFirst());
        yield Optional.of(results.location());
      }
      default -> Optional.empty();
    };
  }

  @Override
  public List<Command> doorButtons() {
    return List.of(
        Command.of("Open a comparison…", "research", Feather.FOLDER, explorer::ask),
        Command.of("New comparison", "research", Feather.PLUS, () -> host.go(compare.location())));
  }

  @Override
  public List<Command> find(String query) {
    var commands = new ArrayList<Command>();
    commands.addAll(results.find());
    commands.add(
        Command.of("Plan a study", "research", Feather.TARGET, () -> host.go(planner.location())));
    commands.addAll(explorer.find(query));
    return commands;
  }
}
