package org.exemplar.app.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;

/** A window that only writes down where one went and what failed. */
final class QuietHost implements DeskHost {
  final List<Location> went = new CopyOnWriteArrayList<>();
  final List<String> failed = new ArrayList<>();

  @Override
  public Window window() {
    throw new AssertionError("no dialog is expected");
  }

  @Override
  public Theme theme() {
    return Theme.DARK;
  }

  @Override
  public void go(Location location) {
    went.add(location);
  }

  @Override
  public <T> FxTask<T> run(Location startedAt, FxTask<T> task) {
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  @Override
  public void fail(String what, Throwable error) {
    failed.add(what + ": " + error.getMessage());
  }

  @Override
  public void remember(Path path, Thing thing, String about, String state, Recent.Tone tone) {
    failed.add("nothing is remembered here");
  }

  @Override
  public void read(Path readingFile) {
    failed.add("nothing is read here");
  }

  @Override
  public void search() {
    failed.add("nothing is searched here");
  }
}
