package org.exemplar.app.coordination;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** The context bar of a study: its title, its five states, the acts on it. */
final class StageBar extends HBox {
  StageBar(StudyOverview study, javafx.scene.Node... acts) {
    getStyleClass().addAll("context-bar", "gap-12");
    setAlignment(Pos.CENTER_LEFT);
    Label title = Parts.line(study.about().title(), "heading");
    HBox states = states(study.stage());
    Label now = Parts.line(study.stage().words(), "strong");
    now.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(title, Parts.hairline(Orientation.VERTICAL), states, now);
    setMinWidth(0);
    Narrow.watch(
        this,
        now,
        1000,
        narrow -> {
          states.setVisible(!narrow);
          states.setManaged(!narrow);
          now.setVisible(narrow);
          now.setManaged(narrow);
        });
    now.setVisible(false);
    now.setManaged(false);
    if (study.answers().simulated()) {
      Label simulated = Parts.line("simulated", "tag", "warning");
      simulated.setMinWidth(USE_PREF_SIZE);
      getChildren().add(simulated);
    }
    getChildren().add(Parts.filler());
    getChildren().addAll(acts);
  }

  private static HBox states(StudyStage now) {
    HBox states = new HBox();
    states.getStyleClass().add("gap-8");
    states.setAlignment(Pos.CENTER_LEFT);
    states.setMinWidth(0);
    states.setAccessibleText("State: " + now.words());
    for (StudyStage stage : StudyStage.values()) {
      if (stage != StudyStage.DRAFT) {
        Region line = Parts.hairline();
        line.getStyleClass().add("stage-line");
        states.getChildren().add(line);
      }
      boolean done = stage.step() < now.step() || now == StudyStage.UNBLINDED;
      Label label =
          Parts.line(
              stage.words(), stage == now ? "strong" : "muted", stage == now ? "bold" : "fg-plain");
      label.setMinWidth(USE_PREF_SIZE);
      HBox dot = new HBox();
      dot.getStyleClass().addAll("stage-dot", done ? "done" : stage == now ? "now" : "later");
      if (done) {
        dot.getChildren().add(Icons.of(Feather.CHECK, "icon-12"));
      }
      HBox state = new HBox(dot, label);
      state.getStyleClass().add("gap-8");
      state.setAlignment(Pos.CENTER_LEFT);
      states.getChildren().add(state);
    }
    return states;
  }
}
