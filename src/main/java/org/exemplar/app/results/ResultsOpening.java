package org.exemplar.app.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.study.Orientation;

/** The ways in which results come onto the desk; all of them work off the JavaFX thread. */
final class ResultsOpening {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final DeskHost host;
  private final Location at;
  private final Office office;
  private final OfficeDoor door;
  private final Consumer<ResultsModel> show;

  /**
   * @param way who looks, and when
   * @param show told what was opened, on the JavaFX thread
   */
  ResultsOpening(DeskHost host, Location at, ResultsPages.Way way, Consumer<ResultsModel> show) {
    this.host = host;
    this.at = at;
    this.office = way.office();
    this.door = way.door();
    this.show = show;
  }

  /** Asks for the key of a study. */
  void study(Path study) {
    try {
      StudyLocation found = StudyLocation.of(study);
      new ResultsSheet(
              found,
              new Sheet(host.window(), host.theme(), "Results"),
              (key, passphrase) -> study(found, key, passphrase))
          .show();
    } catch (RuntimeException e) {
      host.fail("The study could not be opened", e);
    }
  }

  /** Opens a study's results with its key; the passphrase is wiped. */
  void study(StudyLocation study, Path key, char[] passphrase) {
    door.enter(Deed.SEE_RESULTS, person -> study(study, key, passphrase, person));
  }

  private void study(StudyLocation study, Path key, char[] passphrase, Office person) {
    run(
        "Analysing " + study.folder().getFileName(),
        (progress, cancellation) -> {
          try (Passphrase secret = Passphrase.taking(passphrase)) {
            return new ResultsModel(
                OpenedResults.open(
                    study, key, secret, person, new OpenedResults.Watch(progress, cancellation)));
          }
        });
  }

  /** Opens a folder with {@code results.json}, that file itself, or a table of ratings. */
  void given(Path path) {
    if (Files.isDirectory(path)) {
      folder(path);
    } else if (path.getFileName().toString().equals("results.json")) {
      folder(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    } else {
      table(path);
    }
  }

  private void folder(Path folder) {
    if (!Files.isRegularFile(folder.resolve("results.json"))) {
      host.fail(
          "There are no results in " + folder.getFileName(),
          new Problem(folder + " holds no results.json; choose the folder that an analysis left."));
      return;
    }
    run(
        "Reading " + folder.getFileName(),
        (progress, cancellation) -> new ResultsModel(OpenedResults.read(folder, about())));
  }

  private void table(Path file) {
    FxTask<GivenTable> reading =
        new FxTask<>("Reading " + file.getFileName(), (p, c) -> GivenTable.read(file));
    reading.setOnSucceeded(e -> ask(reading.getValue()));
    var _ = host.run(at, reading);
  }

  private void ask(GivenTable table) {
    if (table.unknown().isEmpty()) {
      analyse(table, Map.of());
      return;
    }
    new OrientationSheet(
            table.file().getFileName().toString(),
            table.unknown(),
            new Sheet(host.window(), host.theme(), "Results"),
            answers -> analyse(table, answers))
        .show();
  }

  private void analyse(GivenTable table, Map<String, Orientation> answers) {
    run(
        "Analysing " + table.file().getFileName(),
        (progress, cancellation) ->
            new ResultsModel(
                table.analyse(answers, about(), new OpenedResults.Watch(progress, cancellation))));
  }

  private OpenedResults.About about() {
    return new OpenedResults.About(
        DAY.format(LocalDate.ofInstant(office.stamp().at(), ZoneOffset.UTC)),
        "Exemplar " + office.software());
  }

  private void run(String title, FxTask.Work<ResultsModel> work) {
    FxTask<ResultsModel> task = new FxTask<>(title, work);
    task.setOnSucceeded(e -> show.accept(task.getValue()));
    var _ = host.run(at, task);
  }
}
