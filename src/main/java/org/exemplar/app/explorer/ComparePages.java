package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonRun;
import org.exemplar.export.ComparisonFigures;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.jspecify.annotations.Nullable;

/** Making a new comparison: the form, then the comparison on its way. */
public final class ComparePages {
  /** The place's id on the rail. */
  public static final String PLACE = "compare";

  private final DeskHost host;
  private final Location location;
  private final Path cache;
  private final String version;
  private final BiConsumer<Path, Optional<Path>> finished;
  private final CompareViewModel model = new CompareViewModel();
  private @Nullable ComparePage form;
  private @Nullable RunningComparison running;

  /**
   * @param desk the id of the desk that this place is on
   * @param cache of the application
   * @param version of the program
   * @param finished told the comparison's folder and that of its images
   */
  public ComparePages(
      DeskHost host,
      String desk,
      Path cache,
      String version,
      BiConsumer<Path, Optional<Path>> finished) {
    this.host = host;
    this.location = Location.of(desk, PLACE);
    this.cache = cache;
    this.version = version;
    this.finished = finished;
  }

  /** The place itself. */
  public Location location() {
    return location;
  }

  /** The page: the form, or what is running. */
  public Node page() {
    RunningComparison now = running;
    return now != null ? now : form();
  }

  private ComparePage form() {
    ComparePage made = form;
    if (made == null) {
      made =
          new ComparePage(
              model,
              new ComparePage.Acts(
                  title -> FileDialogs.folder(host.window(), title),
                  title -> FileDialogs.open(host.window(), title, "Table", "*.csv", "*.txt"),
                  () ->
                      inspect(
                          FileDialogs.openSeveral(
                              host.window(),
                              "Add checkpoints",
                              "Checkpoints",
                              "*.pt",
                              "*.pth",
                              "*.tar",
                              "*.safetensors")),
                  () ->
                      FileDialogs.save(
                          host.window(),
                          "Where the comparison is kept",
                          "comparison",
                          "Folder",
                          "*"),
                  this::run));
      form = made;
    }
    return made;
  }

  /** Adds checkpoints, inspecting each. */
  public void inspect(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    FxTask<List<CheckpointFacts>> task =
        new FxTask<>(
            "Inspecting checkpoints", (progress, cancellation) -> CheckpointFacts.all(files));
    task.setOnSucceeded(e -> model.checkpoints().addAll(task.getValue()));
    var _ = host.run(location, task);
  }

  /** Takes the folder of images into the form. */
  public void useImages(Path images) {
    model.imagesProperty().set(images.toString());
  }

  private void run() {
    ComparisonOptions options = model.options(cache, version);
    Path out = options.place().out();
    FxTask<Path> task =
        new FxTask<>(
            "Comparing " + out.getFileName(),
            (progress, cancellation) -> {
              var result = ComparisonRun.run(options, progress, cancellation);
              var results =
                  PieAnalysis.run(result.folder(), PieOptions.PAPER, progress, cancellation);
              var _ = ComparisonFigures.write(results, result.folder().path().resolve("figures"));
              return result.folder().path();
            });
    task.setOnSucceeded(e -> {
      running = null;
      finished.accept(task.getValue(), model.images());
    });
    task.setOnCancelled(e -> ended());
    task.setOnFailed(e -> {
      ended();
      Throwable why = task.failure();
      if (why != null) {
        host.fail("The comparison stopped", why);
      }
    });
    running = new RunningComparison(String.valueOf(out.getFileName()), task);
    var _ = host.run(location, task);
    host.go(location);
  }

  private void ended() {
    running = null;
    host.go(location);
  }
}
