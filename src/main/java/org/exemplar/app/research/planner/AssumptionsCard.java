package org.exemplar.app.research.planner;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Planner;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.exemplar.stats.mrmc.Assumption;

/** What the plan takes to be true, and how large the study is. */
final class AssumptionsCard extends VBox {
  private static final String TYPICAL = "Typical";
  private static final String PILOT = "Pilot";

  private final PlannerViewModel model;
  private final Segmented<String> source =
      new Segmented<>(List.of(TYPICAL, PILOT), s -> s, TYPICAL);
  private final Segmented<Assumption> scale =
      new Segmented<>(
          List.of(Assumption.FIVE_LEVELS, Assumption.TWO_LEVELS),
          a -> a.equals(Assumption.FIVE_LEVELS) ? "Five points" : "Yes or no",
          Assumption.FIVE_LEVELS);
  private final ComboBox<String> question = new ComboBox<>();
  private final VBox first = new VBox();

  /**
   * @param choosePilot asks for {@code results.json}
   */
  AssumptionsCard(PlannerViewModel model, Runnable choosePilot) {
    this.model = model;
    first.getStyleClass().add("planner-field");
    source
        .valueProperty()
        .addListener((o, was, is) -> {
          if (is.equals(PILOT) && model.pilotProperty().get() == null) {
            source.valueProperty().set(TYPICAL);
            choosePilot.run();
          } else {
            follow();
          }
        });
    scale.valueProperty().addListener((o, was, is) -> model.change(p -> p.assuming(is)));
    question.setMaxWidth(Double.MAX_VALUE);
    question.setAccessibleText("Question of the pilot");
    question.setOnAction(e -> follow());
    model.pilotProperty().addListener(o -> piloted());
    follow();
    Card card =
        new Card(
            "Assumptions",
            "",
            field("Variance from", new HBox(source)),
            first,
            effect(),
            sliders(),
            holm());
    card.body().getStyleClass().add("gap-16");
    getChildren().add(card);
  }

  private void piloted() {
    question.getItems().setAll(model.questions());
    question.getSelectionModel().selectFirst();
    source.valueProperty().set(PILOT);
    follow();
  }

  private void follow() {
    PlannerViewModel.Pilot pilot = model.pilotProperty().get();
    if (source.valueProperty().get().equals(PILOT) && pilot != null) {
      first.getChildren().setAll(Parts.line("Question of " + pilot.name(), "muted"), question);
      String chosen = question.getValue();
      Assumption assumed = chosen == null ? null : pilot.questions().get(chosen);
      if (assumed != null) {
        model.change(p -> p.assumption().equals(assumed) ? p : p.assuming(assumed));
      }
    } else {
      first.getChildren().setAll(Parts.line("Scale", "muted"), new HBox(scale));
      Assumption typical = scale.valueProperty().get();
      model.change(p -> p.assumption().equals(typical) ? p : p.assuming(typical));
    }
  }

  private static VBox field(String words, javafx.scene.Node field) {
    VBox box = new VBox(Parts.line(words, "muted"), field);
    box.getStyleClass().add("planner-field");
    return box;
  }

  private VBox effect() {
    Segmented<Planner.ReaderEffect> effect =
        new Segmented<>(
            List.of(Planner.ReaderEffect.ALIKE, Planner.ReaderEffect.DIFFER),
            e -> e == Planner.ReaderEffect.ALIKE ? "Alike" : "Differ",
            Planner.ReaderEffect.DIFFER);
    effect.valueProperty().addListener((o, was, is) -> model.change(p -> p.with(is)));
    return field("Readers in how far PIEs stand out to them", new HBox(effect));
  }

  private VBox sliders() {
    VBox all =
        new VBox(
            new Line("PIE-AUC to be found", 0.52, 0.9, 0.002, Plan::auc, 3)
                .sets(v -> model.change(p -> p.withAuc(v))),
            new Line("Readers", 2, 20, 1, p -> p.size().readers(), 0)
                .sets(v -> size((int) v, -1, -1)),
            new Line("Cases, half of them PIEs", 20, 200, 2, p -> p.size().cases(), 0)
                .sets(v -> size(-1, (int) v, -1)),
            new Line("Groups; 1: all read everything", 1, 5, 1, p -> p.size().groups(), 0)
                .sets(v -> size(-1, -1, (int) v)));
    all.getStyleClass().add("gap-16");
    return all;
  }

  private void size(int readers, int cases, int groups) {
    model.change(p ->
        p.with(
            new Plan.Size(
                readers < 0 ? p.size().readers() : readers,
                cases < 0 ? p.size().cases() : cases,
                groups < 0 ? p.size().groups() : groups)));
  }

  private HBox holm() {
    CheckBox holm = new CheckBox("Plan for Holm over three questions");
    holm.setOnAction(e -> model.change(p -> p.over(holm.isSelected() ? 3 : 1)));
    return new HBox(holm);
  }

  /** A slider with its words and its number. */
  private final class Line extends VBox {
    private final Slider slider;
    private final double step;
    private boolean following;

    Line(
        String words,
        double low,
        double high,
        double step,
        ToDoubleFunction<Plan> part,
        int decimals) {
      this.step = step;
      slider = new Slider(low, high, part.applyAsDouble(model.plan()));
      slider.setBlockIncrement(step);
      slider.setMajorTickUnit(Math.max(step, (high - low) / 4));
      slider.setAccessibleText(words);
      Label number = Parts.line("", "strong", "bold");
      number.setMinWidth(USE_PREF_SIZE);
      Runnable show =
          () -> {
            double value = part.applyAsDouble(model.plan());
            number.setText(Figures.decimals(value, decimals));
            if (Math.abs(slider.getValue() - value) >= step) {
              following = true;
              slider.setValue(value);
              following = false;
            }
          };
      model.planProperty().addListener(o -> show.run());
      show.run();
      HBox head = new HBox(Parts.line(words, "muted"), Parts.filler(), number);
      getChildren().addAll(head, slider);
      getStyleClass().add("planner-field");
    }

    Line sets(DoubleConsumer change) {
      slider
          .valueProperty()
          .addListener((o, was, is) -> {
            if (!following) {
              change.accept(Math.round(is.doubleValue() / step) * step);
            }
          });
      return this;
    }
  }
}
