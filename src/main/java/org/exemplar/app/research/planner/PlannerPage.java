package org.exemplar.app.research.planner;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Planner;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.kordamp.ikonli.feather.Feather;

/** Power curves, readers against cases, the assumptions, and the answer in words. */
final class PlannerPage extends StackPane {
  private final PlannerViewModel model;
  private final DrawnFigure curves;
  private final DrawnFigure table;
  private final Label power = Parts.line("", "big-number");
  private final Label width = Parts.line("", "muted");
  private final Label advice = Parts.paragraph("", "body");
  private final RunningStudyCard running;
  private final Label checked = Parts.paragraph("", "small");

  /**
   * What the page asks for outside itself.
   *
   * @param check draws studies of a plan, off the JavaFX thread
   * @param choosePilot asks for {@code results.json}
   * @param copy takes the text for a protocol
   * @param running asks for a running study and estimates again for a plan
   */
  record Acts(
      Consumer<Plan> check, Runnable choosePilot, Consumer<String> copy, Consumer<Plan> running) {}

  PlannerPage(PlannerViewModel model, ChartSaver charts, Acts acts) {
    this.model = model;
    curves = new DrawnFigure(PowerCharts.curves(model.plan()));
    curves.getStyleClass().add("power-curves");
    table = new DrawnFigure(PowerCharts.table(model.plan()));
    table.getStyleClass().add("power-table");
    table.setOnOpen(cell -> model.change(p -> p.with(PowerCharts.at(p, cell))));
    Card power =
        new Card("Power", "primary test, two-sided 5 %, readers and cases random", curves)
            .actions(charts.menu("Power", curves::painter));
    Card readers =
        new Card("Readers or cases?", "power, and half width of the interval of PIE-AUC", table)
            .actions(charts.menu("Readers or cases", table::painter));
    VBox left = new VBox(power, readers);
    left.getStyleClass().add("gap-16");
    HBox.setHgrow(left, Priority.ALWAYS);
    running = new RunningStudyCard(() -> acts.running().accept(model.plan()));
    VBox right = new VBox(new AssumptionsCard(model, acts.choosePilot()), answer(acts), running);
    right.getStyleClass().addAll("gap-16", "planner-side");
    HBox columns = new HBox(left, right);
    columns.getStyleClass().add("gap-16");
    VBox stacked = new VBox();
    stacked.getStyleClass().add("gap-16");
    VBox page = new VBox(head(acts), columns);
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    getChildren().add(scroll);
    Narrow.watch(this, width, 900, narrow -> arrange(narrow, columns, stacked, left, right, page));
    model.planProperty().addListener(o -> show());
    model.checkProperty().addListener(o -> show());
    show();
  }

  /** What was estimated again from a running study. */
  RunningStudyCard running() {
    return running;
  }

  private static void arrange(
      boolean narrow, HBox columns, VBox stacked, VBox left, VBox right, VBox page) {
    columns.getChildren().clear();
    stacked.getChildren().clear();
    if (narrow) {
      right.getStyleClass().remove("planner-side");
      stacked.getChildren().setAll(right, left);
      page.getChildren().set(1, stacked);
    } else {
      if (!right.getStyleClass().contains("planner-side")) {
        right.getStyleClass().add("planner-side");
      }
      columns.getChildren().setAll(left, right);
      page.getChildren().set(1, columns);
    }
  }

  private HBox head(Acts acts) {
    Label title = Parts.line("Planner", "title");
    title.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(
            title,
            Parts.line("how many readers and cases does an answer need?", "muted"),
            Parts.filler(),
            Buttons.of(
                "Copy text for the protocol",
                Feather.CLIPBOARD,
                () -> acts.copy().accept(model.protocolText())));
    head.getStyleClass().addAll("gap-12", "middle-line");
    return head;
  }

  private VBox answer(Acts acts) {
    power.setMinWidth(USE_PREF_SIZE);
    HBox number = new HBox(power, width);
    number.getStyleClass().addAll("gap-8", "base-line");
    Button check =
        Buttons.of("Check by simulation", Feather.PLAY, () -> acts.check().accept(model.plan()));
    check.getStyleClass().add("check-plan");
    VBox box = new VBox(number, advice, new HBox(check), checked);
    box.getStyleClass().addAll("card", "card-body", "gap-12", "planner-answer");
    return box;
  }

  private void show() {
    Plan plan = model.plan();
    Planner.Row row = plan.row();
    power.setText(Figures.percent(row.power()) + " %");
    width.setText("power, ± " + Figures.decimals(row.halfWidth(), 2) + " on PIE-AUC");
    advice.setText(plan.advice());
    SimulationCheck check = model.checkProperty().get();
    checked.setText(
        check == null
            ? "2,000 studies are drawn and analysed by the primary analysis itself."
            : check.words());
    if (!(curves.getUserData() instanceof Plan before && before.equals(plan))) {
      curves.setUserData(plan);
      curves.show(PowerCharts.curves(plan));
      table.show(PowerCharts.table(plan));
    }
  }
}
