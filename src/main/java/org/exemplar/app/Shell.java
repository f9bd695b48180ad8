package org.exemplar.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.desk.Unsaved;
import org.exemplar.app.fx.ErrorDialog;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;
import org.exemplar.problem.Problem;
import org.kordamp.ikonli.feather.Feather;

/** The main window: the start page with its doors, and the desks behind two of them. */
public final class Shell implements DeskHost {
  private final Stage stage;
  private final ShellServices services;
  private final History history = new History();
  private final RunningWork running;
  private final List<Desk> desks;
  private final BorderPane frame = new BorderPane();
  private final BorderPane page = new BorderPane();
  private final CommandSearch search;
  private final SettingsView settingsView;
  private final ValidationView validationView;
  private final Rail rail;
  private final StackPane root;
  private Settings settings;
  private StartPage start;
  private TopBar top;

  /**
   * Builds the window and shows the start page in it.
   *
   * @param stage not yet shown
   * @param makeDesks makes the desks, in the order of their doors
   */
  public Shell(Stage stage, ShellServices services, Function<DeskHost, List<Desk>> makeDesks) {
    this.stage = stage;
    this.services = services;
    settings = services.kept().settings().get();
    running = new RunningWork(services.workers(), this::fail);
    validationView = new ValidationView(services.workers(), services.checking(), this::fail);
    settingsView =
        new SettingsView(
            services.kept().folders().log(),
            services.readings().doubleClick(),
            new SettingsView.Acts(this::change, validationView::open, this::people, this::fail));
    rail =
        new Rail(
            new Rail.Acts(
                () -> history.go(Optional.empty()), () -> settingsView.open(settings), this::go));
    desks = List.copyOf(makeDesks.apply(this));
    search = new CommandSearch(new CommandSearchModel(this::commands));
    root = new StackPane(frame, search, settingsView, validationView);
    start = startPage();
    top = topBar();
    Scene scene = new Scene(root, 1280, 800);
    stage.setScene(scene);
    stage.setTitle("Exemplar");
    stage.setMinWidth(640);
    stage.setMinHeight(420);
    stage.setOnCloseRequest(this::closing);
    new ShellKeys(scene, this);
    new ShellDrop(scene, this);
    applyTheme();
    history.hereProperty().addListener((o, was, is) -> arrive());
    for (Desk desk : desks) {
      desk.contextBar().addListener((o, was, is) -> arriveIfAt(desk));
      desk.opened().addListener((o, was, is) -> arriveIfAt(desk));
    }
    arrive();
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    start.focusDoor(settings.lastDoor());
  }

  /** Nothing that was typed is lost by closing the window unasked. */
  private void closing(WindowEvent closing) {
    Optional<Unsaved> unsaved =
        desks.stream().map(Desk::unsaved).flatMap(Optional::stream).findFirst();
    if (unsaved.isPresent()) {
      closing.consume();
      UnsavedSheet.show(new Sheet(stage, theme(), "Not saved"), unsaved.get(), stage::close);
    }
  }

  /** Opens a file or folder where it belongs. */
  public void open(Path path) {
    openAll(List.of(path));
  }

  void openAll(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    FxTask<Thing> looking =
        new FxTask<>("Looking into it", (p, c) -> Recognition.of(paths.getFirst()));
    looking.setOnSucceeded(e -> opened(looking.getValue(), paths));
    services.workers().execute(looking);
  }

  private void opened(Thing thing, List<Path> paths) {
    if (thing == Thing.READING_FILE) {
      read(paths.getFirst());
      return;
    }
    List<Path> meant = paths.stream().map(p -> Recognition.opened(p, thing)).toList();
    for (Desk desk : desks) {
      try {
        Optional<Location> where = desk.open(thing, meant);
        if (where.isPresent()) {
          go(where.get());
          return;
        }
      } catch (RuntimeException e) {
        fail(meant.getFirst().getFileName() + " could not be opened", e);
        return;
      }
    }
    fail(
        "Nothing opens this",
        new Problem(
            "The file "
                + paths.getFirst().getFileName()
                + " is not a reading file, a study, a comparison, a checkpoint or an image."));
  }

  private void people() {
    Desks.people(this, services.kept().folders(), services.clock(), services.workers());
  }

  @Override
  public Window window() {
    return stage;
  }

  @Override
  public Theme theme() {
    return settings.theme();
  }

  @Override
  public void go(Location location) {
    history.go(Optional.of(location));
  }

  @Override
  public <T> FxTask<T> run(Location startedAt, FxTask<T> task) {
    return running.run(startedAt, task);
  }

  @Override
  public void fail(String what, Throwable error) {
    ErrorDialog.show(stage, theme(), what, error);
  }

  @Override
  public void remember(Path path, Thing thing, String about, String state, Recent.Tone tone) {
    services
        .kept()
        .recent()
        .remember(new Recent(path, thing, about, state, tone, services.clock().instant()));
  }

  @Override
  public void read(Path readingFile) {
    change(settings.withLastDoor(1));
    services.readings().read().accept(readingFile);
  }

  @Override
  public void search() {
    search.open();
  }

  History history() {
    return history;
  }

  /** Goes through a door, counted from 1; the first asks for a reading file. */
  void enterDoor(int number) {
    change(settings.withLastDoor(number));
    if (number == 1) {
      services.readings().choose().apply(stage).ifPresent(this::open);
    } else if (number - 2 < desks.size()) {
      Desk desk = desks.get(number - 2);
      go(Location.of(desk.id(), desk.places().getFirst().id()));
    }
  }

  void showDropping(boolean over) {
    start.showDropping(over);
  }

  void closeOverlays() {
    search.close();
    settingsView.setVisible(false);
    validationView.close();
  }

  void help() {
    search.open();
  }

  private List<Command> commands(String query) {
    List<Command> all = new ArrayList<>();
    all.add(
        new Command(
            Command.Group.COMMANDS,
            "Open a reading file…",
            "starts the dark room",
            Feather.FILE,
            "Alt 1",
            () -> enterDoor(1)));
    for (int i = 0; i < desks.size(); i++) {
      Desk desk = desks.get(i);
      int door = i + 2;
      all.add(
          new Command(
              Command.Group.COMMANDS,
              desk.name(),
              "desk",
              i == 0 ? Feather.USERS : Feather.TRENDING_UP,
              "Alt " + door,
              () -> enterDoor(door)));
      all.addAll(desk.doorButtons());
      all.addAll(desk.find(query).stream().filter(c -> belongs(c, desk)).toList());
    }
    all.add(Command.of("Start page", "home", Feather.HOME, () -> history.go(Optional.empty())));
    all.add(Command.of("Settings", "", Feather.SLIDERS, () -> settingsView.open(settings)));
    all.add(
        Command.of(
            "Check this installation", "known answers", Feather.CHECK, validationView::open));
    all.add(Command.of("Dark or light desks", "", Feather.SUN, this::otherLook));
    for (Recent recent : services.kept().recent().lines()) {
      all.add(
          new Command(
              Command.Group.FILES,
              recent.path().getFileName().toString(),
              recent.about(),
              Feather.FILE,
              "",
              () -> open(recent.path())));
    }
    all.addAll(HelpTopic.all(this));
    return all;
  }

  /** Images and findings are searched on their own desk alone: no arm is told on another one. */
  private boolean belongs(Command command, Desk desk) {
    boolean content =
        command.group() == Command.Group.IMAGES || command.group() == Command.Group.FINDINGS;
    return !content
        || history.hereProperty().get().filter(l -> l.desk().equals(desk.id())).isPresent();
  }

  private void change(Settings next) {
    boolean looks = !next.theme().equals(settings.theme());
    settings = next;
    services.kept().settings().set(next);
    if (looks) {
      start = startPage();
      top = topBar();
      applyTheme();
      arrive();
    }
  }

  private void otherLook() {
    change(
        settings.withLook(settings.look() == Theme.Look.DARK ? Theme.Look.LIGHT : Theme.Look.DARK));
  }

  private void applyTheme() {
    settings
        .theme()
        .applyTo(
            stage.getScene(),
            Theme.resource(org.exemplar.app.control.FilmModel.class, "control.css"),
            Theme.resource(Shell.class, "shell.css"));
  }

  private TopBar topBar() {
    return new TopBar(
        new TopBar.Acts(
            this::search, this::otherLook, () -> settingsView.open(settings), this::help),
        history,
        running,
        settings.scale());
  }

  private StartPage startPage() {
    List<Door> doors = new ArrayList<>();
    doors.add(
        new Door(
            1,
            new FilmIcon(32 * settings.scale()),
            "Read",
            "Rate the films of a study that you were invited to. You need one file and its"
                + " passphrase.",
            () -> enterDoor(1),
            List.of(Command.of("Open a reading file…", "", Feather.FILE, () -> enterDoor(1)))));
    for (int i = 0; i < desks.size(); i++) {
      doors.add(DeskDoors.of(i + 2, desks.get(i), this::enterDoor));
    }
    StartPage made =
        new StartPage(
            doors,
            services.kept().recent(),
            this::open,
            services.clock(),
            services.checking().last());
    made.setScale(settings.scale());
    return made;
  }

  private void arriveIfAt(Desk desk) {
    history.hereProperty().get().filter(l -> l.desk().equals(desk.id())).ifPresent(l -> arrive());
  }

  private void arrive() {
    Optional<Location> here = history.hereProperty().get();
    Optional<Desk> desk =
        here.flatMap(l -> desks.stream().filter(d -> d.id().equals(l.desk())).findFirst());
    if (here.isEmpty() || desk.isEmpty()) {
      top.showHome();
      frame.setTop(top);
      frame.setLeft(null);
      frame.setCenter(start);
      start.focusDoor(settings.lastDoor());
      return;
    }
    showDesk(desk.get(), here.get());
  }

  private void showDesk(Desk desk, Location here) {
    top.showDesk(Crumbs.of(desk, here, this::go), stage.widthProperty());
    rail.show(desk, here.place());
    Node context = desk.contextBar().getValue();
    page.setTop(context);
    page.setCenter(desk.page(here));
    frame.setTop(top);
    frame.setLeft(rail);
    frame.setCenter(page);
  }
}
