package org.exemplar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.exemplar.app.Screenshots.Frame;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.ExplorerPages;
import org.exemplar.app.explorer.ImageFolders;
import org.exemplar.app.explorer.findings.FindingsPages;
import org.exemplar.app.explorer.pieset.PieSetPage;
import org.exemplar.app.fx.FxThread;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.research.ResearchDesk;
import org.exemplar.folders.AppFolders;

/**
 * Pictures of the main window: start page, a study on the coordinator's desk, a comparison in the
 * explorer. The window works with folders of its own, so that no setting or recent file of the user
 * changes. Call off the JavaFX thread.
 */
final class DeskPictures implements AutoCloseable {
  private static final long SETTLED_MS = 600;
  private static final long LONGEST_MS = 60_000;

  private final Path out;
  private final Frame frame;
  private final Path own;
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  private final AppFolders folders;
  private final Shell shell;
  private final Stage stage;
  private final List<Path> written = new ArrayList<>();

  DeskPictures(Path out, Frame frame) throws IOException, InterruptedException {
    this.out = Files.createDirectories(out);
    this.frame = frame;
    this.own = Files.createTempDirectory("exemplar-pictures");
    this.folders = new AppFolders(own.resolve("data"), own.resolve("cache"), own.resolve("state"));
    workers.allowCoreThreadTimeOut(true);
    FxThread.start();
    Theme.loadFonts();
    this.stage = FxThread.call(Stage::new);
    this.shell = FxThread.call(this::shell);
    FxThread.call(() -> {
      stage.setWidth(frame.width());
      stage.setHeight(frame.height());
      shell.show();
      return true;
    });
  }

  private Shell shell() {
    InstantSource clock = InstantSource.system();
    ShellServices services =
        new ShellServices(
            ShellServices.Kept.in(folders),
            clock,
            workers,
            ShellServices.Readings.NONE,
            Checking.in(folders, clock));
    return new Shell(stage, services, host -> Desks.of(host, folders, clock, workers));
  }

  /** The start page. */
  void start() throws InterruptedException {
    settle();
    picture("start");
  }

  /** A study on the coordinator's desk. */
  void study(Path study) throws InterruptedException {
    open(study);
    picture("coordinate-study");
  }

  /**
   * A comparison: all images, one of them, the findings, the PIE set.
   *
   * @param images the folder of its films
   * @param imageId which one
   */
  void comparison(Path comparison, Path images, String imageId) throws InterruptedException {
    new ImageFolders(folders.data().resolve("image-folders")).remember(comparison, images);
    open(comparison);
    picture("explorer");
    FxThread.call(() -> {
      shell.go(new Location(ResearchDesk.ID, ExplorerPages.PLACE, imageId));
      return true;
    });
    settle();
    picture("explorer-one-image");
    place(FindingsPages.PLACE, "findings");
    place(PieSetPage.PLACE, "pie-set");
  }

  private void place(String place, String name) throws InterruptedException {
    FxThread.call(() -> {
      shell.go(Location.of(ResearchDesk.ID, place));
      return true;
    });
    settle();
    picture(name);
  }

  /** What was pictured so far. */
  List<Path> written() {
    return List.copyOf(written);
  }

  private void open(Path path) throws InterruptedException {
    FxThread.call(() -> {
      shell.open(path);
      return true;
    });
    settle();
  }

  private void picture(String name) {
    written.add(Screenshots.picture(stage, out.resolve(name + ".png"), frame));
  }

  /** Waits until nothing was done for a while: work in the background and its way to the screen. */
  private void settle() throws InterruptedException {
    long quiet = 0;
    for (long waited = 0; quiet < SETTLED_MS && waited < LONGEST_MS; waited += 50) {
      Thread.sleep(50);
      FxThread.call(() -> true);
      boolean busy = workers.getActiveCount() > 0 || !workers.getQueue().isEmpty();
      quiet = busy ? 0 : quiet + 50;
    }
  }

  @Override
  public void close() throws IOException {
    FxThread.call(() -> {
      stage.hide();
      return true;
    });
    workers.shutdownNow();
    Screenshots.remove(own);
  }
}
