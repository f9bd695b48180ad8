package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.explorer.findings.FindingsPages;
import org.exemplar.app.explorer.findings.Forgetting;
import org.exemplar.app.explorer.looking.LookPage;
import org.exemplar.app.explorer.pieset.PieSetPage;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.classifier.sweep.Occlusion;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The explorer's pages in the main window: one open comparison, all its images, one of them. */
public final class ExplorerPages {
  /** The place's id on the rail. */
  public static final String PLACE = "explore";

  private static final String LOOK = " · where they look";

  private final DeskHost host;
  private final String desk;
  private final Outside outside;
  private final Executor workers;
  private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Node> bar = new ReadOnlyObjectWrapper<>();
  private Function<Exploration, ImageRatings> ratings = exploration -> ImageRatings.NONE;
  private @Nullable Open open;
  private boolean opening;

  /**
   * What lies outside comparisons.
   *
   * @param files reads films
   * @param folders where films lie
   * @param cache of the application, where the engine unpacks itself
   */
  public record Outside(RadiographFiles files, ImageFolders folders, Path cache) {}

  /** What is built for an open comparison. */
  private record Open(
      ExplorerViewModel model, ExplorePage all, ImagePage one, Whole whole, Bars bars) {}

  /** Pages about the whole comparison. */
  private record Whole(
      @Nullable Awaited<Forgetting> findings, PieSetPage pieSet, LookPage looking) {}

  /** Context bars, one for each page. */
  private record Bars(
      ComparisonBar all,
      ImageBar one,
      ComparisonBar findings,
      ComparisonBar pieSet,
      ImageBar looking) {}

  /**
   * @param desk the id of the desk that these pages are on
   * @param workers decode films and go through images, at least two at once
   */
  public ExplorerPages(DeskHost host, String desk, Outside outside, Executor workers) {
    this.host = host;
    this.desk = desk;
    this.outside = outside;
    this.workers = workers;
  }

  /** The open comparison's name; empty for none. */
  public ReadOnlyStringProperty openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** The context bar of the page that was asked for last. */
  public ReadOnlyObjectProperty<@Nullable Node> barProperty() {
    return bar.getReadOnlyProperty();
  }

  /** The folder of the open comparison. */
  public Optional<Path> comparison() {
    return Optional.ofNullable(open).map(o -> o.model().exploration().folder().path());
  }

  /**
   * The id of an image in the open comparison.
   *
   * @param id as the comparison may name it; may be empty
   * @param sha256 of its file in hex, which decides; may be empty
   */
  public Optional<String> find(String id, String sha256) {
    return Optional.ofNullable(open)
        .flatMap(
            now -> now.model().exploration().find(id, sha256).map(now.model().exploration()::id));
  }

  /**
   * Shows what readers said beside the images.
   *
   * @param made makes it for the open comparison, and again for each one opened later
   */
  public void rate(Function<Exploration, ImageRatings> made) {
    ratings = made;
    Open now = open;
    if (now != null) {
      now.model().ratingsProperty().set(made.apply(now.model().exploration()));
    }
  }

  /** The place itself. */
  public Location location() {
    return Location.of(desk, PLACE);
  }

  /**
   * Opens a comparison in the background.
   *
   * @param images the folder of its films; empty to look for it
   */
  public void open(Path comparison, Optional<Path> images) {
    opening = true;
    opened.set("");
    FxTask<Exploration> task =
        new FxTask<>(
            "Opening " + comparison.getFileName(),
            (progress, cancellation) -> {
              progress.report("Reading the comparison", -1, -1);
              Exploration exploration = Exploration.open(comparison);
              images.ifPresent(path -> outside.folders().remember(comparison, path));
              exploration.agreement(exploration.usualSparsity());
              return exploration;
            });
    task.setOnSucceeded(e -> show(task.getValue()));
    task.setOnFailed(e -> {
      opening = false;
      Throwable why = task.failure();
      if (why != null) {
        host.fail(comparison.getFileName() + " could not be opened", why);
      }
      host.go(location());
    });
    var _ = host.run(location(), task);
  }

  /** Shows an opened comparison. */
  void show(Exploration exploration) {
    opening = false;
    ExplorerViewModel model =
        new ExplorerViewModel(
            exploration,
            workers,
            Platform::runLater,
            e -> host.fail("The images could not be shown", e));
    model.ratingsProperty().set(ratings.apply(exploration));
    IntFunction<Gray8> films = new FilmSource(outside, exploration);
    ImageViewModel image = new ImageViewModel(model, workers, Platform::runLater);
    ImageDoors doors =
        new ImageDoors(
            i -> host.go(new Location(desk, PLACE, exploration.id(i))),
            i -> ImageWindow.open(host, model, i, films, workers));
    open =
        new Open(
            model,
            new ExplorePage(model, films, workers, doors),
            new ImagePage(image, films, workers),
            whole(model, image, films),
            bars(model, image));
    UndoKey.on(open.one(), model);
    UndoKey.on(open.whole().pieSet(), model);
    UndoKey.on(open.whole().looking(), model);
    host.remember(
        exploration.folder().path(),
        Thing.COMPARISON,
        String.format(
            Locale.ROOT,
            "Comparison, %,d images, %d %s",
            exploration.images(),
            exploration.runs(),
            exploration.runs() == 1 ? "run" : "runs"),
        "Complete",
        Recent.Tone.SUCCESS);
    bar.set(open.bars().all());
    opened.set(exploration.name());
    if (outside.folders().of(exploration.folder()).isEmpty()) {
      open.all().films(() -> askForFilms(exploration));
    }
  }

  private Bars bars(ExplorerViewModel model, ImageViewModel image) {
    Button save =
        Buttons.of("Export", Feather.DOWNLOAD, () -> new ShownImagesExport(host, model).ask());
    save.setTooltip(new Tooltip("Save the shown images as a table"));
    return new Bars(
        new ComparisonBar(model, this::ask, save),
        new ImageBar(
            image,
            Buttons.of("All images", Feather.GRID, () -> host.go(location())),
            Buttons.of("Where they look", Feather.EYE, () -> look(model, LOOK))),
        new ComparisonBar(model, this::ask, figures(model)),
        new ComparisonBar(model, this::ask, figures(model)),
        new ImageBar(
            image,
            Buttons.of("Ranks", Feather.CHEVRON_LEFT, () -> look(model, "")),
            Buttons.of("All images", Feather.GRID, () -> host.go(location()))));
  }

  /** Goes to the image in view, or to where the networks look on it. */
  private void look(ExplorerViewModel model, String page) {
    Integer image = model.focusedProperty().get();
    if (image != null) {
      host.go(new Location(desk, PLACE, model.exploration().id(image) + page));
    }
  }

  private LookPage looking(ImageViewModel image, IntFunction<Gray8> films) {
    Exploration exploration = image.explorer().exploration();
    return new LookPage(
        host,
        image,
        new LookPage.Source(
            films,
            (film, reading, each, task) ->
                Occlusion.of(
                    new Occlusion.Request(
                        exploration.folder(), film, reading.sparsity(), outside.cache()),
                    each,
                    task.progress(),
                    task.cancellation()),
            location()));
  }

  private Button figures(ExplorerViewModel model) {
    Button figures =
        Buttons.of(
            "Paper’s figures",
            Feather.DOWNLOAD,
            () -> new PaperFigures(host, model).ask(location()));
    figures.setTooltip(new Tooltip("Save all figures and tables of this comparison into a folder"));
    return figures;
  }

  private Whole whole(ExplorerViewModel model, ImageViewModel image, IntFunction<Gray8> films) {
    Exploration exploration = model.exploration();
    Location findings = Location.of(desk, FindingsPages.PLACE);
    Location pieSet = Location.of(desk, PieSetPage.PLACE);
    return new Whole(
        exploration.hasLabels()
            ? FindingsPages.of(
                host,
                findings,
                exploration,
                f -> {
                  model.change(
                      s -> s.unfiltered().with(new Filter.Given(f, exploration.findings().get(f))));
                  host.go(location());
                })
            : null,
        new PieSetPage(
            model,
            workers,
            e -> host.fail("The PIE set could not be looked at", e),
            new ChartSaver(host, pieSet, false),
            i -> host.go(new Location(desk, PLACE, exploration.id(i)))),
        looking(image, films));
  }

  private void askForFilms(Exploration exploration) {
    FileDialogs.folder(host.window(), "Where are the films of " + exploration.name() + "?")
        .ifPresent(chosen -> {
          if (ImageFolders.holds(chosen, exploration.folder())) {
            outside.folders().remember(exploration.folder().path(), chosen);
            show(exploration);
          } else {
            host.fail(
                "The films were not found",
                new Problem(
                    chosen
                        + " does not hold "
                        + exploration.folder().images().row(0).path()
                        + "; choose the folder that was compared."));
          }
        });
  }

  /** The page of a location at one of the explorer's places. */
  public Node page(Location location) {
    Open now = open;
    if (now == null) {
      bar.set(null);
      return opening
          ? new EmptyState(Feather.LAYERS, "Opening …", "Reading the comparison’s tables.")
          : empty();
    }
    if (!location.subject().endsWith(LOOK)) {
      now.whole().looking().leave();
    }
    return switch (location.place()) {
      case FindingsPages.PLACE -> {
        bar.set(now.bars().findings());
        yield findings(now);
      }
      case PieSetPage.PLACE -> {
        bar.set(now.bars().pieSet());
        now.whole().pieSet().want();
        yield now.whole().pieSet();
      }
      default -> images(now, location);
    };
  }

  private static Node findings(Open now) {
    Awaited<Forgetting> findings = now.whole().findings();
    if (findings == null) {
      return FindingsPages.withoutLabels();
    }
    findings.want();
    return findings;
  }

  private Node images(Open now, Location location) {
    boolean look = location.subject().endsWith(LOOK);
    String id =
        look
            ? location.subject().substring(0, location.subject().length() - LOOK.length())
            : location.subject();
    Optional<Integer> image = now.model().exploration().folder().images().indexOf(id);
    if (image.isEmpty()) {
      bar.set(now.bars().all());
      return now.all();
    }
    now.model().focusedProperty().set(image.get());
    bar.set(look ? now.bars().looking() : now.bars().one());
    if (look) {
      now.whole().looking().want();
      return now.whole().looking();
    }
    return now.one();
  }

  private EmptyState empty() {
    return new EmptyState(
        Feather.GRID,
        "No comparison is open",
        "Open the folder of a finished comparison, or drop it on the window.",
        Buttons.primary("Open a comparison…", Feather.FOLDER, this::ask));
  }

  /** Asks for a comparison's folder and opens it. */
  public void ask() {
    FileDialogs.folder(host.window(), "Open a comparison")
        .ifPresent(path -> {
          open(path, Optional.empty());
          host.go(location());
        });
  }

  /** Images and findings that fit a query. */
  public List<Command> find(String query) {
    Open now = open;
    return now == null ? List.of() : new ExplorerSearch(host, desk).find(query, now.model());
  }
}
