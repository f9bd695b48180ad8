package org.exemplar.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.stage.Stage;
import org.exemplar.app.fx.AppIcon;
import org.exemplar.app.fx.ErrorDialog;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.folders.AppFolders;
import org.exemplar.radiograph.codec.NativeFolder;
import org.exemplar.sitting.SittingClock;

/**
 * The composition root of the window: every collaborator is built here by hand, executors are owned
 * here. Arguments are files or folders to open.
 */
public final class ExemplarApplication extends Application {
  private final ExecutorService workers = Workers.of("work", 4);

  @Override
  public void start(Stage stage) {
    AppFolders folders = AppFolders.ofThisSystem();
    NativeFolder.use(folders.cache().resolve("natives"));
    LogFile.start(folders.log());
    Theme.loadFonts();
    InstantSource clock = InstantSource.system();
    ShellServices.Kept kept = ShellServices.Kept.in(folders);
    Rooms rooms =
        new Rooms(
            kept.settings(),
            workers,
            SittingClock.system(),
            left -> kept.recent().remember(left, clock.instant()),
            folders.data().resolve("answers"));
    ShellServices services =
        new ShellServices(
            kept,
            clock,
            workers,
            new ShellServices.Readings(
                window ->
                    FileDialogs.open(window, "Open a reading file", "Reading files", "*.reading"),
                file -> rooms.room(new Stage(), file).show(),
                DoubleClick.ofThisSystem(System.getenv())),
            Checking.in(folders, clock));
    Shell shell = new Shell(stage, services, host -> Desks.of(host, folders, clock, workers));
    AppIcon.applyTo(stage);
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, error) ->
            ErrorDialog.show(stage, kept.settings().get().theme(), "Something went wrong", error));
    shell.show();
    getParameters().getRaw().stream().map(Path::of).filter(Files::exists).forEach(shell::open);
  }

  @Override
  public void stop() {
    workers.shutdown();
  }
}
