package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.validation.Check;
import org.exemplar.validation.Comparison;
import org.exemplar.validation.InstallationKey;
import org.exemplar.validation.ReportFiles;
import org.exemplar.validation.Section;
import org.exemplar.validation.ValidationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ValidationViewTest {
  private final FxRobot robot = new FxRobot();
  private final ExecutorService workers = Workers.of("test", 1);
  private final List<Throwable> failures = new ArrayList<>();
  private Stage stage;
  private ValidationView view;

  @TempDir Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Theme.loadFonts();
  }

  @AfterEach
  void close() {
    robot.interact(stage::hide);
    workers.shutdown();
  }

  private Checking checking(FxTask.Work<ValidationReport> work) {
    return new Checking(
        work, new Checking.Reports(folder.resolve("kept"), new InstallationKey(folder)));
  }

  private void show(FxTask.Work<ValidationReport> work) {
    robot.interact(() -> {
      view = new ValidationView(workers, checking(work), (what, why) -> failures.add(why));
      stage = new Stage();
      stage.setScene(new Scene(view, 1280, 800));
      stage.show();
      view.open();
    });
  }

  private static ValidationReport report() {
    return new ValidationReport(
        "1",
        Instant.parse("2026-01-02T03:04:05Z"),
        Map.of(),
        List.of(check("right", true), check("wrong", false)));
  }

  private static Check check(String name, boolean passed) {
    return new Check(
        Section.STATISTICS,
        name,
        "the team",
        new Comparison("a number", "1", "2", "exact", passed));
  }

  private void press(String words) {
    robot.interact(() ->
        view.lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(b -> words.equals(b.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private List<String> labels() {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () ->
            view.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList());
  }

  @Test
  void a_finished_check_lists_what_failed_first() throws Exception {
    show((progress, cancellation) -> report());
    assertThat(labels()).contains("It was not made yet.");
    press("Start");
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> labels().stream().anyMatch(l -> l.startsWith("1 of 2")));

    TableView<?> table = (TableView<?>) view.lookup(".table-view");
    assertThat(table.getItems())
        .extracting(row -> ((Check) row).name())
        .containsExactly("wrong", "right");
    press("Close");
    assertThat(view.isVisible()).isFalse();
  }

  @Test
  void a_running_check_says_where_it_is_and_stops_when_cancelled() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    show((progress, cancellation) -> {
      progress.report("Checking engine", 1, 4);
      while (!cancellation.requested()) {
        Thread.onSpinWait();
      }
      stopped.countDown();
      return report();
    });
    press("Start");
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> labels().contains("Checking engine"));

    press("Cancel");

    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(view.isVisible()).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void a_report_is_saved_signed_where_the_user_wants_it() throws Exception {
    show((progress, cancellation) -> report());
    Label saved = new Label();
    robot.interact(() -> view.save(report(), folder.resolve("mine"), saved));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !saved.getText().isEmpty());

    assertThat(saved.getText()).isEqualTo("Saved as validation-report.html");
    Path page = folder.resolve("mine").resolve(ReportFiles.PAGE);
    assertThat(Files.readString(page)).contains("wrong");
    assertThat(ReportFiles.check(page, new InstallationKey(folder)).here()).isTrue();
  }
}
