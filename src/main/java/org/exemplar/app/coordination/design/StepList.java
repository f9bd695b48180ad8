package org.exemplar.app.coordination.design;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** The steps at the left: which are done, which one is shown. Numbers only in small windows. */
final class StepList extends VBox {
  private final DesignViewModel model;
  private final Consumer<Step> go;
  private boolean narrow;
  private Step here = Step.SOURCES;

  StepList(DesignViewModel model, Consumer<Step> go) {
    this.model = model;
    this.go = go;
    getStyleClass().add("step-list");
  }

  /** Shows numbers only. */
  void narrow(boolean small) {
    narrow = small;
    getStyleClass().remove("narrow");
    if (small) {
      getStyleClass().add("narrow");
    }
    show(here);
  }

  /** Shows the steps as they are now. */
  void show(Step step) {
    here = step;
    Readiness readiness = Readiness.of(model);
    boolean focused =
        getScene() != null
            && getChildren().stream().anyMatch(n -> n.equals(getScene().getFocusOwner()));
    getChildren().clear();
    for (Step each : Step.values()) {
      Button button = button(each, readiness);
      getChildren().add(button);
      if (focused && each == step) {
        button.requestFocus();
      }
    }
  }

  private Button button(Step step, Readiness readiness) {
    boolean done = readiness.ready(step) && known(step, readiness);
    StackPane mark = new StackPane();
    mark.getStyleClass().addAll("step-mark", step == here ? "here" : done ? "done" : "open");
    mark.getChildren()
        .add(
            done && step != here
                ? Icons.of(Feather.CHECK, "icon-12")
                : Parts.line(Integer.toString(step.number()), "step-number"));
    Label words = Parts.line(step.words(), "strong", step == here ? "bold" : "fg-plain");
    VBox text = new VBox(words);
    String about = about(step);
    if (done && !about.isEmpty()) {
      text.getChildren().add(Parts.line(about, "small"));
    }
    HBox line = narrow ? new HBox(mark) : new HBox(mark, text);
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", line);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("step-button", step == here ? "here" : "other");
    button.setAccessibleText(
        "Step " + step.number() + ", " + step.words() + (done ? ", ready" : ""));
    button.setMaxWidth(Double.MAX_VALUE);
    if (narrow) {
      button.setTooltip(new Tooltip(step.words()));
    }
    button.setOnAction(e -> go.accept(step));
    return button;
  }

  /** Whether anything speaks of the step yet, so that silence is not taken for done. */
  private static boolean known(Step step, Readiness readiness) {
    return step == Step.READINESS
        ? readiness.ready()
        : readiness.checks().stream().anyMatch(check -> check.step() == step);
  }

  private String about(Step step) {
    return switch (step) {
      case SOURCES ->
          model
              .facts()
              .value()
              .map(facts -> facts.name() + ", " + SourceChecks.count(facts.images(), "image"))
              .orElse("");
      case PROTOCOL ->
          model
              .protocol()
              .read()
              .map(p -> SourceChecks.count(p.reading().questions().size(), "question"))
              .orElse("");
      case SELECTION ->
          model
              .protocol()
              .read()
              .map(p -> p.design().arms().pie() + " and " + p.design().arms().nonPie() + " cases")
              .orElse("");
      case READERS -> SourceChecks.count(model.readerIds().size(), "reader");
      case TEXT ->
          model.text().count() == 0
              ? "nothing found"
              : SourceChecks.count(model.text().count(), "region") + " decided";
      case READINESS -> "nothing blocks the seal";
    };
  }
}
