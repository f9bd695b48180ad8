package org.exemplar.app.explorer.findings;

import java.nio.file.Path;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;

/** A window that lends nothing but itself, and runs work where it is asked to. */
public record NoHost(Stage stage) implements DeskHost {
  @Override
  public Window window() {
    return stage;
  }

  @Override
  public Theme theme() {
    return Theme.DARK;
  }

  @Override
  public void go(Location location) {}

  @Override
  public <T> FxTask<T> run(Location startedAt, FxTask<T> task) {
    task.run();
    return task;
  }

  @Override
  public void fail(String what, Throwable error) {
    throw new AssertionError(what, error);
  }

  @Override
  public void remember(Path path, Thing thing, String about, String state, Recent.Tone tone) {}

  @Override
  public void read(Path readingFile) {}

  @Override
  public void search() {}
}
