package org.exemplar.app.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The results of one unblinded study in the main window. */
public final class ResultsPages {
  /** The place's id on the rail. */
  public static final String PLACE = "results";

  private final DeskHost host;
  private final Location location;
  private final Office office;
  private final Consumer<Path> showFile;
  private final ReadOnlyObjectWrapper<@Nullable Node> bar = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
  private @Nullable ResultsPage page;

  /**
   * @param desk the id of the desk that this place is on
   * @param office who looks, and when
   * @param showFile shows a written file to the user, e.g. in the file manager
   */
  public ResultsPages(DeskHost host, String desk, Office office, Consumer<Path> showFile) {
    this.host = host;
    this.location = Location.of(desk, PLACE);
    this.office = office;
    this.showFile = showFile;
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

  /** The page: results, or what to do to get some. */
  public Node page() {
    ResultsPage now = page;
    return now != null
        ? now
        : new EmptyState(
            Feather.BAR_CHART_2,
            "No results are open",
            "Open an unblinded study: its key and the key’s passphrase are asked for.",
            Buttons.primary("Open a study…", Feather.FOLDER, this::ask));
  }

  /** Asks for a study, then for its key. */
  public void ask() {
    FileDialogs.folder(host.window(), "Open an unblinded study").ifPresent(this::askForKey);
  }

  /** Asks for the key of a study. */
  public void askForKey(Path study) {
    try {
      StudyLocation found = StudyLocation.of(study);
      new ResultsSheet(
              found,
              new Sheet(host.window(), host.theme(), "Results"),
              (key, passphrase) -> open(found, key, passphrase))
          .show();
    } catch (RuntimeException e) {
      host.fail("The study could not be opened", e);
    }
  }

  /** Opens results; the passphrase is wiped. */
  public void open(StudyLocation study, Path key, char[] passphrase) {
    FxTask<OpenedResults> task =
        new FxTask<>(
            "Analysing " + study.folder().getFileName(),
            (progress, cancellation) -> {
              try (Passphrase secret = Passphrase.taking(passphrase)) {
                return OpenedResults.open(
                    study, key, secret, office, new OpenedResults.Watch(progress, cancellation));
              }
            });
    task.setOnSucceeded(e -> {
      show(task.getValue());
      host.go(location);
    });
    var _ = host.run(location, task);
  }

  /** Shows results. */
  void show(OpenedResults results) {
    page = new ResultsPage(results.results(), results.facts());
    bar.set(
        new ResultsBar(
            results.results(),
            results.facts(),
            List.of(
                export(results),
                Buttons.primary("Write report", Feather.FILE_TEXT, () -> write(results)))));
    opened.set(results.facts().identity().title());
  }

  private void write(OpenedResults results) {
    FxTask<List<Path>> task =
        new FxTask<>("Writing the report", (progress, cancellation) -> results.writeReport());
    task.setOnSucceeded(e -> showFile.accept(task.getValue().getFirst()));
    var _ = host.run(location, task);
  }

  private MenuButton export(OpenedResults results) {
    MenuButton menu = new MenuButton("Export", Icons.of(Feather.DOWNLOAD));
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    for (ExportFormat format : ExportFormat.values()) {
      MenuItem item = new MenuItem(format.word());
      item.setOnAction(e -> export(results, format));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void export(OpenedResults results, ExportFormat format) {
    Optional<Path> out =
        FileDialogs.save(
            host.window(), "Export as " + format.word(), "ratings", format.word(), "*.*");
    out.ifPresent(path -> {
      FxTask<List<Path>> task =
          new FxTask<>(
              "Exporting", (progress, cancellation) -> results.export(format, path).files());
      task.setOnSucceeded(e -> showFile.accept(path));
      var _ = host.run(location, task);
    });
  }
}
