package org.exemplar.app.reading;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.sitting.Seat;
import org.exemplar.sitting.Sitting;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dark room: one reading file in a window of its own, from the passphrase to the thank-you
 * page. Closing the window at any moment loses nothing. JavaFX thread only.
 */
public final class ReadingRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingRoom.class);

  private final RoomWindow window;
  private final Path path;
  private final RoomServices services;
  private final KeysModel keys;
  private final StackPane pages = new StackPane();
  private final KeysOverlay overlay;
  private final FileDoor door;
  private @Nullable ReadingFile file;
  private @Nullable ReadingJournal journal;
  private @Nullable Sitting sitting;
  private @Nullable CaseModel model;
  private @Nullable Node page;
  private @Nullable RoomStage shown;
  private final KeptElsewhereNotice kept;

  /**
   * Prepares the room in a window that is not yet shown.
   *
   * @param path the reading file
   */
  public ReadingRoom(Stage stage, Path path, RoomServices services) {
    this.path = path;
    this.services = services;
    kept = new KeptElsewhereNotice(stage);
    door = new FileDoor(services.workers(), services.places().refuge(), this::cannotOpen);
    keys = new KeysModel(services.keys().map(), this::keysChanged);
    overlay = new KeysOverlay(keys);
    window =
        new RoomWindow(
            stage, new StackPane(pages, overlay), services.theme(), services.places().monitor());
    overlay.setWindow(window);
    RoomInput input = new RoomInput(window.scene(), this);
    stage.setOnHidden(e -> close());
    stage.focusedProperty().addListener((o, was, is) -> input.letGo());
    stage.iconifiedProperty().addListener((o, was, is) -> hidden(is));
    window.onMoved(this::moved);
    window.onResized(this::resized);
  }

  /** Shows the window and asks for the passphrase. */
  public void show() {
    open(this::askPassphrase);
    window.stage().show();
  }

  /** Shows the window and opens the file with a passphrase; asks when it is wrong. */
  public void show(char[] passphrase) {
    open(opening -> {
      askPassphrase(opening);
      tryPassphrase(passphrase);
    });
    window.stage().show();
  }

  /**
   * Draws films for so many device pixels per px, whatever the window's display has.
   *
   * @param scale 2 for a display at 200 %
   */
  public void setDeviceScale(double scale) {
    window.setDeviceScale(scale);
  }

  /** The window. */
  public Stage stage() {
    return window.stage();
  }

  RoomWindow window() {
    return window;
  }

  /** Opens the file while the window comes up; its page follows on this thread. */
  private void open(Consumer<OpenModel> then) {
    door.open(
        path,
        opened -> {
          file = opened.file();
          then.accept(opened.model());
        });
  }

  private void cannotOpen(Throwable error) {
    Stage dialog = window.tell(path.getFileName() + " cannot be opened", error);
    dialog.setOnHidden(e -> stage().close());
  }

  private void askPassphrase(OpenModel opening) {
    OpenPage asking = new OpenPage(opening, this::tryPassphrase, window.stage()::close);
    window.stage().setTitle(opening.title());
    show(RoomParts.page(window.scale(), -1, overlay::open, asking), asking);
    asking.focusField();
    window.whenDrawn(() -> LOG.info("the passphrase is asked for, on the screen"));
  }

  private void tryPassphrase(char[] typed) {
    ReadingFile opened = file;
    if (opened != null) {
      door.unlock(
          opened, typed, found -> found.ifPresentOrElse(this::begin, this::wrongPassphrase));
    }
  }

  private void wrongPassphrase() {
    if (page instanceof OpenPage asking) {
      asking.wrong();
    }
  }

  private void begin(ReadingJournal unlocked) {
    journal = unlocked;
    Sitting begun =
        Sitting.begin(
            unlocked, services.clock(), new Seat(window.display(), RoomParts.version(), false));
    sitting = begun;
    overlay.setProtocol(begun.protocol());
    model =
        new CaseModel(
            begun,
            new CaseModel.Services(
                new FilmLoader(begun::imageAt, services.workers()),
                services.clock().nanos(),
                new FxLater(),
                Platform::runLater,
                e -> window.tell("This could not be stored", e)));
    model.revisionProperty().addListener((o, was, is) -> follow());
    follow();
  }

  /** Shows the page of the stage that the sitting is at, unless it is shown already. */
  private void follow() {
    Sitting begun = sitting;
    CaseModel cases = model;
    if (begun == null || cases == null) {
      return;
    }
    kept.tell(file, window.theme());
    RoomStage next = RoomStage.of(begun.stage());
    if (next == shown && next != RoomStage.WAIT) {
      return;
    }
    if (page instanceof WaitPage waiting) {
      waiting.stop();
    }
    shown = next;
    switch (next) {
      case ABOUT -> about(begun);
      case DISPLAY_CHECK -> displayCheck(begun);
      case CASE -> cases(cases);
      case WAIT -> waiting(begun);
      case DONE -> done(begun);
    }
  }

  private void about(Sitting begun) {
    AboutModel about = new AboutModel();
    boolean known = begun.stage() != org.exemplar.sitting.Stage.DETAILS;
    AboutPage asking =
        new AboutPage(
            begun.protocol(),
            begun.reader().value(),
            about,
            new AboutPage.NextStep("Go to the display check", () -> aboutDone(begun, about, known)),
            known);
    show(RoomParts.page(window.scale(), 0, overlay::open, asking), asking);
    asking.focusField(window.width());
  }

  private void aboutDone(Sitting begun, AboutModel about, boolean known) {
    guarded(() -> {
      if (!known) {
        begun.details(about.yearsTyped().orElseThrow(), about.subspecialtyProperty().get().strip());
      }
      if (begun.stage() == org.exemplar.sitting.Stage.INSTRUCTIONS) {
        begun.instructionsRead();
      }
    });
  }

  private void displayCheck(Sitting begun) {
    DisplayCheckPage checking =
        new DisplayCheckPage(
            new DisplayCheckModel(),
            window.display(),
            keys.keys(),
            new DisplayCheckPage.Acts(
                check -> checked(begun, check), () -> otherDisplay(begun), overlay::open));
    ReadingFile opened = file;
    if (opened != null && opened.progress().practiceDone() < opened.progress().practiceOf()) {
      checking.setNextWords("Go to practice");
    }
    show(checking, checking);
    window.adopt(checking.pattern().deviceScaleProperty());
    checking.requestFocus();
  }

  private void checked(Sitting begun, DisplayCheck check) {
    guarded(() -> begun.displayChecked(check));
  }

  private void otherDisplay(Sitting begun) {
    window.nextMonitor();
    displayCheck(begun);
  }

  private void cases(CaseModel cases) {
    CasePage at =
        new CasePage(
            cases, keys.keys(), new CasePage.Acts(overlay::open, window, window.stage()::close));
    show(at, at);
    window.adopt(at.film().deviceScaleProperty());
    at.takeKeys();
    cases.arrive();
  }

  private void waiting(Sitting begun) {
    WaitPage waiting =
        new WaitPage(
            begun,
            new WaitPage.Acts(
                () -> guarded(begun::goOn),
                reason -> guarded(() -> begun.override(reason.strip())),
                window.stage()::close));
    show(waiting, waiting);
    waiting.focusMain();
  }

  private void done(Sitting begun) {
    ReadingFile opened = file;
    if (opened == null) {
      return;
    }
    door.check(opened, record -> thank(begun, record));
  }

  private void thank(Sitting begun, RecordCheck record) {
    ThankYouPage thanks =
        new ThankYouPage(
            new ThankYouPage.Facts(path, begun.protocol(), begun.summary(), record),
            new ThankYouPage.Acts(
                services.places().showFile(), () -> done(begun), window.stage()::close));
    show(RoomParts.page(window.scale(), -1, overlay::open, thanks), thanks);
    thanks.focusMain();
  }

  private void show(Region whole, Node meant) {
    page = meant;
    pages.getChildren().setAll(whole);
    resized();
    // What lies in a scroll pane can take the focus only once its skin is there.
    pages.applyCss();
    pages.layout();
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      window.tell("This could not be stored", e);
    }
    follow();
  }

  private void resized() {
    switch (page) {
      case CasePage at -> at.setSize(window.width(), window.height());
      case OpenPage asking ->
          asking.setSmall(PanelSize.of(window.width(), window.height()) == PanelSize.SMALL);
      case null, default -> {}
    }
  }

  private void keysChanged(KeyMap next) {
    services.keys().kept().accept(next);
    CaseModel cases = model;
    if (shown == RoomStage.CASE && cases != null) {
      boolean open = overlay.isOpen();
      cases(cases);
      if (open) {
        overlay.requestFocus();
      }
    }
  }

  private void hidden(boolean hidden) {
    Sitting begun = sitting;
    if (begun != null) {
      begun.hidden(hidden);
    }
  }

  private void moved(Display display) {
    Sitting begun = sitting;
    if (begun != null) {
      begun.movedTo(display);
    }
  }

  /** What has the page now: a case, a display check, or something with fields. */
  @Nullable Node page() {
    return page;
  }

  /** Tries a passphrase, as the page does. */
  void open(char[] typed) {
    tryPassphrase(typed);
  }

  @Nullable Sitting sitting() {
    return sitting;
  }

  KeysModel keys() {
    return keys;
  }

  KeysOverlay overlay() {
    return overlay;
  }

  /** The reader did something. */
  void activity() {
    Sitting begun = sitting;
    if (begun != null) {
      begun.activity();
    }
  }

  private void close() {
    Sitting begun = sitting;
    ReadingFile opened = file;
    if (page instanceof CasePage at && begun != null) {
      at.leave();
    }
    sitting = null;
    file = null;
    if (begun != null) {
      guarded(begun::close);
    }
    if (opened != null) {
      var progress = opened.progress();
      String title = opened.summary().title();
      guarded(() -> FileDoor.close(opened, journal));
      services
          .places()
          .left()
          .accept(new RoomServices.Left(path, title, progress.done(), progress.of()));
    }
  }
}
