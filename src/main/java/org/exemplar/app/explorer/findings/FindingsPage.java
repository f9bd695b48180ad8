package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.explorer.findings.Forgetting.Order;
import org.exemplar.app.fx.Parts;
import org.exemplar.pie.PairRegression.Distance;

/**
 * What is forgotten: curves left, the answer right, below why; one finding in focus everywhere.
 * Small windows show the lower cards one at a time, very narrow ones everything in one column.
 */
final class FindingsPage extends ScrollPane {
  private static final double LOWER = 250;
  private static final double AROUND = 200;

  private final FindingsModel model;
  private final ChartSaver saver;
  private final List<Runnable> redraw = new ArrayList<>();
  private final GridPane upper = new GridPane();
  private final GridPane lower = new GridPane();
  private final Card curves;
  private final Card first;
  private final List<Card> below = new ArrayList<>();
  private final Segmented<Integer> tabs = new Segmented<>(List.of(0, 1, 2), FindingsPage::tab, 0);
  private double tall = 400;

  /**
   * @param images shows the images that were given a finding
   */
  FindingsPage(FindingsModel model, ChartSaver saver, IntConsumer images) {
    this.model = model;
    this.saver = saver;
    getStyleClass().add("findings-page");
    curves = curves();
    first = first();
    below.add(frequency());
    below.add(alike());
    below.add(new FindingCard(model, images).card());
    upper.getStyleClass().add("grid-16");
    lower.getStyleClass().add("grid-16");
    upper.add(curves, 0, 0);
    upper.add(first, 1, 0);
    VBox page = new VBox(upper, tabs, lower);
    page.getStyleClass().addAll("gap-16", "desk-page", "image-page");
    setContent(page);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    tabs.valueProperty().addListener(o -> arrange());
    Narrow.watch(this, curves.sentenceLabel(), 1190, narrow -> arrange());
    Narrow.watch(this, curves.sentenceLabel(), 860, narrow -> arrange());
    heightProperty().addListener(o -> stretch());
    model.lookProperty().addListener(o -> redraw.forEach(Runnable::run));
    model.orderProperty().addListener(o -> redraw.forEach(Runnable::run));
    model.distanceProperty().addListener(o -> redraw.forEach(Runnable::run));
    arrange();
  }

  private static String tab(int at) {
    return List.of("Frequency", "Forgotten alike", "In focus").get(at);
  }

  private double unit() {
    return curves.sentenceLabel().getFont().getSize() / 13;
  }

  /** Lets the upper row take what the lower leaves. */
  private void stretch() {
    double room = getHeight() / unit() - LOWER - AROUND;
    double next = Math.clamp(Math.rint(room), 320, 640);
    if (next != tall) {
      tall = next;
      redraw.forEach(Runnable::run);
    }
  }

  private void arrange() {
    double width = getWidth() <= 0 ? 1200 : getWidth() / unit();
    boolean one = width < 860;
    boolean tabbed = width < 1190;
    columns(upper, one ? List.of(100.0, 0.0) : List.of(65.0, 35.0));
    GridPane.setConstraints(first, one ? 0 : 1, 0);
    GridPane.setConstraints(curves, 0, one ? 1 : 0);
    tabs.setVisible(tabbed);
    tabs.setManaged(tabbed);
    lower.getChildren().clear();
    if (tabbed) {
      columns(lower, List.of(100.0));
      lower.add(below.get(tabs.valueProperty().get()), 0, 0);
    } else {
      columns(lower, List.of(33.0, 41.0, 26.0));
      for (int i = 0; i < below.size(); i++) {
        lower.add(below.get(i), i, 0);
      }
    }
  }

  private static void columns(GridPane pane, List<Double> shares) {
    pane.getColumnConstraints().clear();
    for (double share : shares) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setMinWidth(0);
      pane.getColumnConstraints().add(column);
    }
    pane.getChildren().forEach(card -> GridPane.setVgrow(card, Priority.ALWAYS));
  }

  private DrawnFigure figure(Supplier<? extends Painter> painter) {
    DrawnFigure figure = new DrawnFigure(painter.get());
    redraw.add(() -> figure.show(painter.get()));
    return figure;
  }

  private Card curves() {
    DrawnFigure figure = figure(() -> model.curves(tall));
    figure.setOnPoint(spot -> model.lift(model.curves(tall).findingAt(spot)));
    figure.setOnOpen(spot -> choose(model.curves(tall).findingAt(spot)));
    Card card = card("Forgettability curves", figure);
    int runs = model.forgetting().exploration().runs();
    redraw.add(() -> card.sentenceLabel().setText(band(runs)));
    card.sentenceLabel().setText(band(runs));
    return card.actions(key(), saver.menu("Forgettability curves", () -> model.curves(400)));
  }

  private static Label key() {
    Label key = Parts.line("◇ first significant drop   ● 20 % drop", "chart-key");
    key.setMinWidth(USE_PREF_SIZE);
    return key;
  }

  private String band(int runs) {
    String over = runs == 1 ? "one run" : "median of " + runs + " runs";
    return "change of AP, "
        + over
        + (runs == 1
            ? ""
            : "; band: runs of " + model.forgetting().name(model.lookProperty().get().focus()));
  }

  private Card first() {
    DrawnFigure figure = figure(() -> model.first(tall));
    figure.setOnPoint(spot -> model.lift(spot < 0 ? -1 : model.first(tall).rows().get(spot)));
    figure.setOnOpen(spot -> choose(model.first(tall).rows().get(spot)));
    ComboBox<Order> order =
        combo(List.of(Order.values()), Order::words, model.orderProperty().get());
    order.setAccessibleText("Order of the findings");
    order.setOnAction(e -> model.orderProperty().set(order.getValue()));
    Card card = card("Forgotten first", figure);
    card.sentenceLabel().setText("by sparsity");
    return card.actions(order, saver.menu("Forgotten first", () -> model.first(400)));
  }

  private Card frequency() {
    DrawnFigure figure = figure(() -> model.frequency(LOWER));
    figure.setOnOpen(spot -> choose(model.frequency(LOWER).findingAt(spot)));
    Card card = card("Frequency and forgetting", figure);
    card.sentenceLabel().setText(model.frequency(LOWER).correlation());
    return card.actions(saver.menu("Frequency and forgetting", () -> model.frequency(320)));
  }

  private Card alike() {
    DrawnFigure map = figure(() -> model.alike(LOWER));
    map.setOnOpen(spot -> choose(model.alike(LOWER).findingAt(spot)));
    DrawnFigure pairs = figure(() -> model.pairs(LOWER));
    pairs.setOnOpen(spot -> choose(model.pairs(LOWER).findingAt(spot)));
    pairs.setVisible(false);
    Segmented<Boolean> which =
        new Segmented<>(List.of(true, false), m -> m ? "Map" : "Together", true);
    ComboBox<Distance> distance =
        combo(
            List.of(Distance.values()),
            d -> d == Distance.EUCLIDEAN ? "Euclidean" : "Fréchet",
            model.distanceProperty().get());
    distance.setAccessibleText("Distance of two curves");
    distance.setOnAction(e -> model.distanceProperty().set(distance.getValue()));
    Label under = Parts.paragraph("", "small");
    Card card = card("Forgotten alike", new StackPane(map, pairs));
    card.body().getChildren().add(under);
    Runnable sentence =
        () ->
            under.setText(
                which.valueProperty().get()
                    ? model.alike(LOWER).fact()
                    : model.pairs(LOWER).correlation()
                        + "; in colour: pairs of "
                        + model.forgetting().name(model.lookProperty().get().focus()));
    redraw.add(sentence);
    sentence.run();
    which
        .valueProperty()
        .addListener((o, was, asMap) -> {
          map.setVisible(asMap);
          pairs.setVisible(!asMap);
          sentence.run();
        });
    return card.actions(
        which,
        distance,
        saver.menu(
            "Forgotten alike",
            () -> which.valueProperty().get() ? model.alike(420) : model.pairs(320)));
  }

  private void choose(int finding) {
    if (finding >= 0) {
      model.choose(finding);
    }
  }

  private static Card card(String title, Node figure) {
    Card card = new Card(title, "", figure);
    card.setMinWidth(0);
    card.sentenceLabel().setMinWidth(0);
    return card;
  }

  private static <T> ComboBox<T> combo(
      List<T> choices, java.util.function.Function<T, String> words, T first) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(choices);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    box.setValue(first);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }
}
