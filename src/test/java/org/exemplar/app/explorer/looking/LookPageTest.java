package org.exemplar.app.explorer.looking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.ExampleComparison;
import org.exemplar.app.explorer.ExplorerViewModel;
import org.exemplar.app.explorer.ImageViewModel;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.fx.Theme;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LookPageTest {
  @TempDir static Path folder;
  private LookPage page;

  @Start
  void start(Stage stage) throws IOException {
    ExplorerViewModel model =
        new ExplorerViewModel(ExampleComparison.in(folder), Runnable::run, Runnable::run, e -> {});
    model.focusedProperty().set(3);
    ImageViewModel image = new ImageViewModel(model, Runnable::run, Runnable::run);
    page =
        new LookPage(
            new NoHost(stage),
            image,
            new LookPage.Source(
                i -> Gray8.of(8, 8, new byte[64]),
                (film, reading, each, task) -> {
                  throw new Problem("The checkpoint of run 1, seed-0.pt, is no longer there.");
                },
                Location.of("research", "explore")));
    Scene scene = new Scene(page, 1300, 820);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void a_checkpoint_that_is_gone_is_told_in_a_sentence_and_the_film_stays(FxRobot robot) {
    robot.interact(page::want);
    robot.push(KeyCode.Z);
    WaitForAsyncUtils.waitForFxEvents();
    List<String> words =
        robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    assertThat(words).contains("The checkpoint of run 1, seed-0.pt, is no longer there.");
    assertThat(words).anyMatch(w -> w.contains("not what a radiologist would call evidence"));
    assertThat(page.settled()).isTrue();
  }
}
