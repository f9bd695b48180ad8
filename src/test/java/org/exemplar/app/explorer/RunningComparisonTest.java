package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunningComparisonTest {
  private final AtomicLong steps = new AtomicLong();
  private FxTask<String> task;
  private Thread worker;

  @Start
  void start(Stage stage) {
    task =
        new FxTask<>(
            "Comparing",
            (progress, cancellation) -> {
              while (true) {
                cancellation.throwIfRequested();
                progress.report("Run 1 of 1, sparsity 0.90", steps.incrementAndGet() % 100, 100);
              }
            });
    Scene scene = new Scene(new RunningComparison("comparison", task), 900, 400);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
    worker = Thread.ofPlatform().daemon().start(task);
  }

  private void awaitWorker(Thread.State state) {
    while (worker.getState() != state) {
      Thread.onSpinWait();
    }
  }

  @Test
  void it_can_be_paused_continued_and_cancelled(FxRobot robot) {
    robot.clickOn("Pause");
    awaitWorker(Thread.State.WAITING);
    long soFar = steps.get();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("Go on").tryQuery()).isPresent();
    assertThat(task.pausedProperty().get()).isTrue();
    assertThat(steps).hasValue(soFar);
    robot.clickOn("Go on");
    while (steps.get() == soFar) {
      Thread.onSpinWait();
    }
    robot.clickOn("Pause");
    awaitWorker(Thread.State.WAITING);
    robot.clickOn("Cancel");
    awaitWorker(Thread.State.TERMINATED);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(task.isCancelled()).isTrue();
  }
}
