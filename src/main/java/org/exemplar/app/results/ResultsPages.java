package org.exemplar.app.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.export.ExportFormat;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Results in the main window: their tabs, the ratings behind their numbers, and how they open. */
public final class ResultsPages {
  /** The place's id on the rail. */
  public static final String PLACE = "results";

  private final DeskHost host;
  private final Location location;
  private final ResultsOpening opening;
  private final Outside outside;
  private final ReadOnlyObjectWrapper<@Nullable Node> bar = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
  private final Map<String, Wanted> wanted = new HashMap<>();
  private final Map<String, RatingsPage> ratings = new HashMap<>();
  private Consumer<ImageWanted> image = wish -> {};
  private Consumer<List<RatedImage>> rated = all -> {};
  private @Nullable Open open;

  private record Open(ResultsModel model, ResultsPage page, TabDoor door) {}

  /**
   * What lies outside the window.
   *
   * @param showFile shows a written file in the file manager
   * @param openFile opens a file in the program that the system has for it
   */
  public record Outside(Consumer<Path> showFile, Consumer<Path> openFile) {}

  /**
   * How results are looked at.
   *
   * @param office when, with which program
   * @param door who looks, after signing in where that is asked for
   */
  public record Way(Office office, OfficeDoor door) {}

  /**
   * Nobody signs in.
   *
   * @param desk the id of the desk that this place is on
   * @param office who looks, and when
   */
  public ResultsPages(DeskHost host, String desk, Office office, Outside outside) {
    this(host, desk, new Way(office, OfficeDoor.open(office)), outside);
  }

  /**
   * @param desk the id of the desk that this place is on
   * @param way who looks, and when
   */
  public ResultsPages(DeskHost host, String desk, Way way, Outside outside) {
    this.host = host;
    this.location = Location.of(desk, PLACE);
    this.outside = outside;
    this.opening = new ResultsOpening(host, location, way, this::arrive);
  }

  /** Told which image is wanted when the way leads from a rating to its image. */
  public void setOnImage(Consumer<ImageWanted> opens) {
    image = opens;
  }

  /** Told what readers said about images, each time that results are opened. */
  public void setOnRated(Consumer<List<RatedImage>> told) {
    rated = told;
  }

  /** The context bar. */
  public ReadOnlyObjectProperty<@Nullable Node> barProperty() {
    return bar.getReadOnlyProperty();
  }

  /** The open study's title; empty for none. */
  public ReadOnlyStringProperty openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** The place itself. */
  public Location location() {
    return location;
  }

  /** The page of a location: a tab, ratings, or what to do to get results. */
  public Node page(Location where) {
    Open now = open;
    if (now == null) {
      return empty();
    }
    Wanted behind = wanted.get(where.subject());
    if (behind != null) {
      return ratings.computeIfAbsent(
          where.subject(),
          s -> new RatingsPage(now.model(), behind, this::openImage, this::openRatings));
    }
    Tab tab = Tab.QUESTIONS;
    for (Tab each : Tab.values()) {
      tab = each.subject().equals(where.subject()) ? each : tab;
    }
    now.page().show(tab);
    return now.page();
  }

  private EmptyState empty() {
    return new EmptyState(
        Feather.BAR_CHART_2,
        "No results are open",
        "Open an unblinded study with its key, a table of ratings with arms, or the folder that an"
            + " analysis left. A table or a folder can be dropped on the window.",
        Buttons.primary("Open a study…", Feather.FOLDER, this::ask),
        Buttons.of("Open a table…", Feather.FILE, this::askForTable),
        Buttons.of("Open a folder…", Feather.FOLDER, this::askForFolder));
  }

  /** Asks for a study, then for its key. */
  public void ask() {
    FileDialogs.folder(host.window(), "Open an unblinded study").ifPresent(this::askForKey);
  }

  /** Asks for the key of a study. */
  public void askForKey(Path study) {
    opening.study(study);
  }

  /** Asks for a table of ratings. */
  public void askForTable() {
    FileDialogs.open(host.window(), "Open a table of ratings", "Table", "*.csv")
        .ifPresent(opening::given);
  }

  /** Asks for a folder with results. */
  public void askForFolder() {
    FileDialogs.folder(host.window(), "Open a folder with results").ifPresent(opening::given);
  }

  /** Opens a table of ratings, a folder with {@code results.json}, or that file. */
  public void open(Path given) {
    opening.given(given);
  }

  /** Opens a study's results with its key; the passphrase is wiped. */
  public void open(StudyLocation study, Path key, char[] passphrase) {
    opening.study(study, key, passphrase);
  }

  private void arrive(ResultsModel model) {
    show(model);
    host.go(location);
  }

  /** Shows results. */
  void show(ResultsModel model) {
    wanted.clear();
    ratings.clear();
    ChartSaver charts = new ChartSaver(host, location, model.results().simulated());
    TabDoor door = new TabDoor(model, this::openRatings, charts);
    ResultsPage page = new ResultsPage(tab -> tab(tab, door), tab -> host.go(at(tab.subject())));
    open = new Open(model, page, door);
    Button export =
        Buttons.of("Export", Feather.DOWNLOAD, () -> host.go(at(Tab.EXPORTS.subject())));
    Button report = Buttons.primary("Write report", Feather.FILE_TEXT, this::writeReport);
    bar.set(new ResultsBar(model.results(), model.opened().facts(), List.of(export, report)));
    opened.set(model.opened().facts().identity().title());
    rated.accept(model.rated());
  }

  private Location at(String subject) {
    return new Location(location.desk(), location.place(), subject);
  }

  private Node tab(Tab tab, TabDoor door) {
    return switch (tab) {
      case QUESTIONS -> new QuestionsTab(door);
      case AGREEMENT -> new AgreementTab(door);
      case COURSE -> new CourseTab(door);
      case FINDINGS -> new FindingsTab(door);
      case CASES -> new CasesTab(door);
      case SENSITIVITY -> new SensitivityTab(door);
      case EXPORTS ->
          new ExportsTab(
              door, new ExportsTab.Acts(host, this::writeReport, this::showFolder, this::export));
    };
  }

  private void openRatings(Wanted behind) {
    Open now = open;
    if (now != null) {
      String subject = behind.words(now.model()::title);
      wanted.put(subject, behind);
      host.go(at(subject));
    }
  }

  private void openImage(ImageWanted wish) {
    if (wish.known()) {
      image.accept(wish);
    } else {
      host.fail(
          "The image of case " + wish.caseId() + " is not known here",
          new Problem(
              "A table of ratings does not say which image a case is; open the study with its"
                  + " key."));
    }
  }

  private void writeReport() {
    Open now = open;
    if (now == null) {
      return;
    }
    FxTask<List<Path>> task =
        new FxTask<>(
            "Writing the report", (progress, cancellation) -> now.model().opened().writeReport());
    task.setOnSucceeded(e -> outside.openFile().accept(task.getValue().getFirst()));
    var _ = host.run(at(Tab.EXPORTS.subject()), task);
  }

  private void showFolder() {
    Open now = open;
    if (now != null) {
      Path report = now.model().opened().source().out().resolve("report.html");
      if (Files.isRegularFile(report)) {
        outside.showFile().accept(report);
      } else {
        host.fail(
            "The folder is not there yet",
            new Problem("Write the report first: the scripts are written beside it."));
      }
    }
  }

  private void export(ExportFormat format, Path path) {
    Open now = open;
    if (now == null) {
      return;
    }
    FxTask<List<Path>> task =
        new FxTask<>(
            "Exporting",
            (progress, cancellation) -> now.model().opened().export(format, path).files());
    task.setOnSucceeded(e -> outside.showFile().accept(task.getValue().getFirst()));
    var _ = host.run(at(Tab.EXPORTS.subject()), task);
  }

  /** What the command search offers. */
  public List<Command> find() {
    var commands = new java.util.ArrayList<Command>();
    commands.add(Command.of("Results of a study…", "research", Feather.BAR_CHART_2, this::ask));
    commands.add(
        Command.of("Open a table of ratings…", "research", Feather.FILE, this::askForTable));
    commands.add(
        Command.of("Open a folder with results…", "research", Feather.FOLDER, this::askForFolder));
    if (open != null) {
      for (Tab tab : Tab.values()) {
        commands.add(
            Command.of(
                tab.word(), "results", Feather.BAR_CHART_2, () -> host.go(at(tab.subject()))));
      }
      commands.add(Command.of("Write the report", "results", Feather.FILE_TEXT, this::writeReport));
    }
    return commands;
  }
}
