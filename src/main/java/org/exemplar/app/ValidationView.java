package org.exemplar.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.validation.Check;
import org.exemplar.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Known answers, computed again on this computer, over the dimmed window. */
final class ValidationView extends StackPane {
  private final ExecutorService workers;
  private final Checking checking;
  private final BiConsumer<String, Throwable> failed;
  private @Nullable FxTask<ValidationReport> running;

  /**
   * @param workers where the checks run
   * @param checking the checks
   * @param failed told what failed and why, when the checks could not be made at all
   */
  ValidationView(ExecutorService workers, Checking checking, BiConsumer<String, Throwable> failed) {
    this.workers = workers;
    this.checking = checking;
    this.failed = failed;
    getStyleClass().add("dim");
    setVisible(false);
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        close();
        e.consume();
      }
    });
  }

  /** Shows what the check is, and starts it when asked to. */
  void open() {
    if (running != null) {
      return;
    }
    Button start = primary("Start");
    start.setOnAction(e -> start());
    Button close = new Button("Close");
    close.setOnAction(e -> close());
    String last =
        checking.last().map(day -> "It last passed on " + day + ".").orElse("It was not made yet.");
    show(
        start,
        false,
        Parts.paragraph(
            "Checkpoints, statistics, grayscale and audit trail are computed again from reference"
                + " data inside the program and compared with known answers. It takes less than"
                + " a minute and needs no network. The result is a dated report, signed with the"
                + " key of this installation.",
            "body"),
        Parts.paragraph(last, "small"),
        buttons(close, start));
  }

  /** Hides the page; checks that still run are stopped. */
  void close() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    setVisible(false);
  }

  private void start() {
    FxTask<ValidationReport> task = new FxTask<>("Checking this installation", checking.work());
    running = task;
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("progress-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(task.progressProperty());
    Label stage = Parts.line("", "body");
    stage.textProperty().bind(task.messageProperty());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(e -> close());
    show(cancel, false, stage, bar, buttons(cancel));
    task.setOnSucceeded(e -> {
      if (task.equals(running)) {
        running = null;
        showResult(task.getValue());
      }
    });
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      close();
      if (why != null) {
        failed.accept("The installation could not be checked", why);
      }
    });
    workers.execute(task);
  }

  private void showResult(ValidationReport report) {
    Button close = primary("Close");
    close.setOnAction(e -> close());
    Label saved = Parts.line("", "small");
    Button save = new Button("Save report…");
    save.setOnAction(e ->
        FileDialogs.folder(window(), "Choose a folder for the report")
            .ifPresent(folder -> save(report, folder, saved)));
    HBox sentence =
        new HBox(
            10,
            report.passed()
                ? Icons.of(Feather.CHECK, "icon-success")
                : Icons.of(Feather.ALERT_TRIANGLE, "icon-danger"),
            Parts.paragraph(report.sentence(), "body"));
    sentence.setAlignment(Pos.CENTER_LEFT);
    TableView<Check> table = table(report);
    VBox.setVgrow(table, Priority.ALWAYS);
    show(close, true, sentence, table, buttons(saved, save, close));
  }

  /** Writes the report elsewhere too, off the JavaFX thread. */
  void save(ValidationReport report, Path folder, Label saved) {
    FxTask<Path> task =
        new FxTask<>("Saving the report", (p, c) -> checking.reports().save(report, folder));
    task.setOnSucceeded(e -> saved.setText("Saved as " + task.getValue().getFileName()));
    task.setOnFailed(e ->
        Optional.ofNullable(task.failure())
            .ifPresent(why -> failed.accept("The report could not be saved", why)));
    workers.execute(task);
  }

  private Window window() {
    return getScene().getWindow();
  }

  private void show(Button focused, boolean wide, Node... content) {
    VBox box = new VBox(Parts.line("Check this installation", "title"));
    box.getChildren().addAll(content);
    box.getStyleClass().addAll("settings", "checking");
    if (wide) {
      box.getStyleClass().add("checking-result");
    } else {
      box.setMaxHeight(USE_PREF_SIZE);
    }
    getChildren().setAll(box);
    setVisible(true);
    focused.requestFocus();
  }

  private static HBox buttons(Node... nodes) {
    HBox row = new HBox(10, Parts.filler());
    row.getChildren().addAll(nodes);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private static Button primary(String words) {
    Button button = new Button(words);
    button.getStyleClass().add("primary");
    return button;
  }

  private static TableView<Check> table(ValidationReport report) {
    TableView<Check> table = new TableView<>();
    table.getItems().addAll(report.failures());
    report.checks().stream().filter(Check::passed).forEach(table.getItems()::add);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(table, "Result", 70, check -> check.passed() ? "passed" : "failed");
    column(table, "Section", 80, check -> check.section().words());
    column(table, "Check", 240, Check::name);
    column(table, "Compared", 220, check -> check.comparison().what());
    column(table, "Expected", 130, check -> check.comparison().expected());
    column(table, "Got", 130, check -> check.comparison().got());
    column(table, "Tolerance", 90, check -> check.comparison().tolerance());
    table.setRowFactory(view -> new CheckRow());
    table.setAccessibleText("All checks, those that failed first");
    return table;
  }

  private static void column(
      TableView<Check> table, String title, double width, Function<Check, String> text) {
    TableColumn<Check, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    table.getColumns().add(column);
  }

  /** Says all of a check on hover, since columns cut long words. */
  private static final class CheckRow extends TableRow<Check> {
    @Override
    protected void updateItem(@Nullable Check check, boolean empty) {
      super.updateItem(check, empty);
      getStyleClass().remove("failed-check");
      setTooltip(null);
      if (check != null && !empty) {
        if (!check.passed()) {
          getStyleClass().add("failed-check");
        }
        setTooltip(
            new Tooltip(
                "%s\nCompared: %s\nExpected: %s\nGot: %s\nTolerance: %s\nReference: %s"
                    .formatted(
                        check.name(),
                        check.comparison().what(),
                        check.comparison().expected(),
                        check.comparison().got(),
                        check.comparison().tolerance(),
                        check.source())));
      }
    }
  }
}
