package org.exemplar.app.coordination;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** One study on the list: how far it is, what came back, one next step. */
final class StudyCard extends VBox {
  /**
   * @param go goes to a next step
   */
  StudyCard(StudyOverview study, Consumer<Waiting.Next> go) {
    getStyleClass().addAll("card", "study-card", "gap-8");
    setAccessibleText(study.about().title() + ", " + study.stage().words());
    Label title = Parts.line(study.about().title(), "heading");
    Label facts =
        Parts.line(
            study.about().cases() + " cases, " + study.about().questions() + " questions", "muted");
    HBox state =
        new HBox(
            Parts.line(study.stage().words(), "strong"),
            Parts.line("step " + study.stage().step() + " of 5", "muted"));
    state.getStyleClass().add("gap-8");
    int given = study.answers().given();
    int of = Math.max(1, study.answers().of());
    HBox answers =
        new HBox(
            Parts.line(Integer.toString(given), "strong", "bold"),
            Parts.line("of " + study.answers().of() + " answers", "muted"),
            Parts.filler(),
            Parts.line(String.format(Locale.ROOT, "%d %%", 100 * given / of), "muted"));
    answers.getStyleClass().add("gap-8");
    ProgressBar bar = new ProgressBar((double) given / of);
    bar.getStyleClass().add("progress-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox tags = new HBox(tag(study.readers().size() + " readers", "plain"));
    tags.getStyleClass().add("gap-8");
    if (study.answers().simulated()) {
      tags.getChildren().add(tag("simulated", "warning"));
    }
    if (study.flags() > 0) {
      tags.getChildren()
          .add(
              tag(
                  study.flags() + (study.flags() == 1 ? " quality flag" : " quality flags"),
                  "warning"));
    }
    if (study.missing() == 0 && study.readings() > 0) {
      tags.getChildren().add(tag("all answers in", "success"));
    }
    if (!study.trail().verification().intact()) {
      tags.getChildren().add(tag("broken", "danger"));
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(Parts.filler(), next(study, go));
    foot.setAlignment(Pos.CENTER_LEFT);
    Label when = Parts.line(when(study), "muted");
    getChildren()
        .addAll(title, facts, steps(study.stage()), state, answers, bar, tags, space, when, foot);
  }

  private static Label tag(String words, String tone) {
    Label tag = Parts.line(words, "tag", tone);
    tag.setMinWidth(USE_PREF_SIZE);
    return tag;
  }

  private static HBox steps(StudyStage now) {
    HBox steps = new HBox();
    steps.getStyleClass().add("gap-4");
    for (StudyStage stage : StudyStage.values()) {
      Region step = new Region();
      boolean done = stage.step() < now.step();
      step.getStyleClass().addAll("stage-step", done ? "done" : stage == now ? "now" : "later");
      HBox.setHgrow(step, Priority.ALWAYS);
      steps.getChildren().add(step);
    }
    return steps;
  }

  private static String when(StudyOverview study) {
    return study.about().unblindedAt() != null
        ? "unblinded " + Days.day(study.about().unblindedAt())
        : study.about().sealedAt() != null
            ? "sealed " + Days.day(study.about().sealedAt())
            : "draft";
  }

  private static HBox next(StudyOverview study, Consumer<Waiting.Next> go) {
    Waiting.Next next = Waiting.Next.of(study);
    Button button = Buttons.of(next.words(), Feather.CHEVRON_RIGHT, () -> go.accept(next));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setAccessibleText(next.words() + ": " + study.about().title());
    HBox buttons = new HBox(button);
    buttons.getStyleClass().add("gap-8");
    if (next == Waiting.Next.RESULTS) {
      Button open = Buttons.of("Open", Feather.FOLDER, () -> go.accept(Waiting.Next.PROGRESS));
      open.getStyleClass().add("quiet");
      open.setAccessibleText("Open " + study.about().title());
      buttons.getChildren().addFirst(open);
    }
    return buttons;
  }
}
