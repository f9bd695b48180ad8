package org.exemplar.app.explorer.pieset;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.explorer.ExplorerViewModel;
import org.exemplar.app.explorer.pieset.CompositionChart.Measure;
import org.exemplar.app.explorer.pieset.PieSetModel.View;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.Theme;
import org.exemplar.pie.PieComposition;
import org.exemplar.pie.PieComposition.Kind;
import org.jspecify.annotations.Nullable;

/** The PIE set: what it is made of, and whether another run or sparsity would give the same. */
public final class PieSetPage extends ScrollPane {
  /** The place's id on the rail. */
  public static final String PLACE = "pie-set";

  private static final double AROUND = 230;
  private static final double FILE_ROW = 24;

  private final PieSetModel model;
  private final IntConsumer open;
  private final Segmented<Measure> measure =
      new Segmented<>(List.of(Measure.values()), Measure::words, Measure.DIFFERENCE);
  private final Segmented<Boolean> runs =
      new Segmented<>(List.of(false, true), r -> r ? "Runs" : "Sparsity", false);
  private final Card made = new Card("What PIEs are made of", "");
  private final Card numbers = new Card("Number of findings", "");
  private final Card stability = new Card("Stability", "");
  private final GridPane grid = new GridPane();
  private double tall = 470;

  /**
   * @param workers go through all images
   * @param failed told when they could not
   * @param saver gives charts the arrow in their header
   * @param open shows one image
   */
  public PieSetPage(
      ExplorerViewModel explorer,
      Executor workers,
      Consumer<Throwable> failed,
      ChartSaver saver,
      IntConsumer open) {
    this.model = new PieSetModel(explorer, workers, Platform::runLater, failed);
    this.open = open;
    getStyleClass().add("pie-set-page");
    made.actions(
        measure, saver.menu("What PIEs are made of", () -> composition(Kind.FINDING, FILE_ROW)));
    numbers.actions(
        saver.menu("Number of findings", () -> composition(Kind.NUMBER_OF_FINDINGS, FILE_ROW)));
    stability.actions(runs, saver.menu("Stability of the PIE set", this::stable));
    VBox right = new VBox(numbers, stability);
    right.getStyleClass().add("gap-16");
    VBox.setVgrow(stability, Priority.ALWAYS);
    grid.getStyleClass().add("grid-16");
    grid.add(made, 0, 0);
    grid.add(right, 1, 0);
    for (Card card : List.of(made, numbers, stability)) {
      card.setMinWidth(0);
      card.sentenceLabel().setMinWidth(0);
      card.body().getStyleClass().add("gap-8");
    }
    VBox page = new VBox(grid);
    page.getStyleClass().addAll("desk-page", "image-page");
    setContent(page);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    arrange(false);
    Narrow.watch(this, made.sentenceLabel(), 900, this::arrange);
    model.viewProperty().addListener(o -> show());
    heightProperty().addListener(o -> stretch());
    measure.valueProperty().addListener(o -> show());
    runs.valueProperty().addListener(o -> show());
    show();
  }

  /** Works the numbers out, now and whenever the criterion changes. */
  public void want() {
    model.want();
  }

  /** Whether there are numbers to see. */
  public boolean settled() {
    return model.viewProperty().get() != null;
  }

  /** Lets the charts take the height of the page. */
  private void stretch() {
    double unit = made.sentenceLabel().getFont().getSize() / Theme.ROOT_FONT;
    double next = Math.clamp(Math.rint(getHeight() / unit) - AROUND, 380, 900);
    if (next != tall) {
      tall = next;
      show();
    }
  }

  private double row(View view) {
    long rows =
        view.composition().orElseThrow().rows().stream()
            .filter(r -> r.kind() == Kind.FINDING)
            .count();
    return Math.clamp(tall / Math.max(1, rows), 20, 34);
  }

  private void arrange(boolean narrow) {
    grid.getColumnConstraints().clear();
    for (double share : narrow ? List.of(100.0, 0.0) : List.of(60.0, 40.0)) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    Node right = grid.getChildren().get(1);
    GridPane.setConstraints(right, narrow ? 0 : 1, narrow ? 1 : 0);
  }

  private void show() {
    View view = model.viewProperty().get();
    if (view == null) {
      for (Card card : List.of(made, numbers, stability)) {
        card.body().getChildren().setAll(Parts.line("Going through the images …", "muted"));
      }
      return;
    }
    int pies = view.selection().pies().size();
    int images = view.selection().images();
    made.sentenceLabel()
        .setText(
            "■ " + pies + (pies == 1 ? " PIE" : " PIEs") + "   ● " + (images - pies) + " others");
    numbers.sentenceLabel().setText("per image, “No Finding” apart");
    stability.sentenceLabel().setText("PIEs shared, of " + pies);
    if (composed(view)) {
      DrawnFigure findings = figure(composition(Kind.FINDING, row(view)));
      made.body().getChildren().setAll(findings, Parts.paragraph(caution(view), "small"));
      numbers.body().getChildren().setAll(figure(composition(Kind.NUMBER_OF_FINDINGS, 26)));
    } else {
      Label why = Parts.paragraph(without(view), "muted");
      made.body().getChildren().setAll(why);
      numbers.body().getChildren().setAll(Parts.paragraph(without(view), "muted"));
    }
    steadiness(view);
  }

  private static boolean composed(View view) {
    return view.composition().map(c -> !c.rows().isEmpty()).orElse(false);
  }

  private static String without(View view) {
    return view.composition().isEmpty()
        ? "This comparison was made without labels. Compare again with a table of the findings"
            + " that each image was given; then this card shows how PIEs differ."
        : "There is no PIE at this criterion, or nothing but PIEs: choose another percentile.";
  }

  private String caution(View view) {
    int findings =
        (int)
            view.composition().orElseThrow().rows().stream()
                .filter(r -> r.kind() == Kind.FINDING)
                .count();
    return (measure.valueProperty().get() == Measure.DIFFERENCE
            ? "Bold: Newcombe’s 95 % interval leaves zero. "
            : "Bold: Koopman’s 95 % interval leaves one. ")
        + findings
        + " findings are looked at together; read single ones with care.";
  }

  private void steadiness(View view) {
    Painter chart = stable();
    Label words = Parts.paragraph(words(view), "small");
    boolean byRuns = runs.valueProperty().get();
    stability
        .sentenceLabel()
        .setText(
            byRuns
                ? "when runs are drawn again"
                : "PIEs shared, of " + view.selection().pies().size());
    if (byRuns && view.stability().isEmpty()) {
      stability.body().getChildren().setAll(words);
      return;
    }
    DrawnFigure figure = figure(chart);
    figure.setOnOpen(spot -> {
      if (chart instanceof RunsChart shown) {
        open.accept(shown.images().get(spot).index());
      } else if (chart instanceof OverlapChart shown) {
        var row = view.overlaps().sparsities().get(shown.rowAt(spot));
        model.explorer().change(s -> s.at(row));
      }
    });
    stability.body().getChildren().setAll(figure, words);
  }

  private String words(View view) {
    if (!runs.valueProperty().get()) {
      return view.overlaps().words() + " A click on a row takes its sparsity.";
    }
    return view.stability()
        .map(s ->
            RunsChart.of(view.selection(), s, this::id, Math.max(240, tall - 170)).fact()
                + " Bootstrap over the runs, "
                + (s.exact() ? "all " : "")
                + s.draws()
                + " draws.")
        .orElse(
            model.explorer().exploration().runs() < 2
                ? "One run only: compare several to see how surely images are PIEs."
                : "Too many images to draw runs again here; the command forgetting does it.");
  }

  private String id(int image) {
    return model.explorer().exploration().id(image);
  }

  private DrawnFigure figure(Painter painter) {
    return new DrawnFigure(painter);
  }

  private CompositionChart composition(Kind kind, double row) {
    View view = shown();
    return CompositionChart.of(
        view == null || view.composition().isEmpty()
            ? new PieComposition(List.of())
            : view.composition().get(),
        kind,
        measure.valueProperty().get(),
        row);
  }

  private @Nullable View shown() {
    return model.viewProperty().get();
  }

  private Painter stable() {
    View view = java.util.Objects.requireNonNull(shown());
    return runs.valueProperty().get() && view.stability().isPresent()
        ? RunsChart.of(
            view.selection(), view.stability().get(), this::id, Math.max(240, tall - 170))
        : new OverlapChart(view.overlaps(), Math.max(240, tall - 170));
  }
}
