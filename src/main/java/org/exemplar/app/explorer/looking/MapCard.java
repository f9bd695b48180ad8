package org.exemplar.app.explorer.looking;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.explorer.ImageReading;
import org.exemplar.app.explorer.looking.LookModel.Maps;
import org.exemplar.app.explorer.looking.MapView.Colours;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.exemplar.classifier.sweep.Occlusion.RunMaps;
import org.exemplar.classifier.sweep.OcclusionMap;
import org.jspecify.annotations.Nullable;

/** One of the three maps: the mean large, what the networks say, the runs below. */
final class MapCard {
  private static final Color HEAT = Color.web("#f0a020");
  private static final Color DENSE = Color.web("#74b1e6");
  private static final Color PRUNED = Color.web("#cc79a7");

  private final Which which;
  private final Card card;
  private final MapView large = new MapView();
  private final Label number = Parts.line("", "big-number");
  private final Label says = Parts.line("", "muted");
  private final HBox runs = new HBox();
  private @Nullable Image film;

  /** Which map. */
  enum Which {
    DENSE("Dense"),
    PRUNED("Pruned"),
    DIFFERENCE("Difference");

    private final String word;

    Which(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  MapCard(Which which) {
    this.which = which;
    HBox line = new HBox(number, says, Parts.filler(), scale());
    line.getStyleClass().addAll("gap-8", "middle-line", "map-line");
    runs.getStyleClass().addAll("gap-12", "map-runs");
    says.setMinWidth(0);
    card = new Card(which.word(), sentence(), large, line, runs);
    card.flush();
    card.setMinWidth(0);
    card.sentenceLabel().setMinWidth(0);
    VBox.setVgrow(large, Priority.ALWAYS);
  }

  Card card() {
    return card;
  }

  MapView large() {
    return large;
  }

  /** What it says, as a screen reader hears it. */
  String words() {
    return String.valueOf(large.getAccessibleText());
  }

  private String sentence() {
    return switch (which) {
      case DENSE -> "fall of the logit where it is covered";
      case PRUNED -> "the same scale";
      case DIFFERENCE -> "where the pruned copy looks instead";
    };
  }

  private HBox scale() {
    Region bar = new Region();
    bar.getStyleClass().addAll("map-scale", which == Which.DIFFERENCE ? "two" : "one");
    boolean two = which == Which.DIFFERENCE;
    HBox scale =
        new HBox(
            Parts.line(two ? "dense" : "less", "small"),
            bar,
            Parts.line(two ? "pruned" : "more", "small"));
    scale.getStyleClass().addAll("gap-8", "middle-line");
    scale.setMinWidth(Region.USE_PREF_SIZE);
    return scale;
  }

  void film(@Nullable Image picture) {
    film = picture;
    large.film(picture);
    runs.getChildren().clear();
  }

  /** Shows the maps of a finding, or the film alone. */
  void show(Maps maps, ImageReading.Finding finding, LookModel model) {
    numbers(finding, maps);
    runs.getChildren().clear();
    if (maps.runs().isEmpty()) {
      large.noMap();
      large.setAccessibleText(which.word() + ": not worked out yet.");
      return;
    }
    double strength = Math.min(LookModel.STRONGEST, model.strengthProperty().get());
    boolean filmOnly = model.filmOnlyProperty().get();
    double scale = maps.scale(finding.index());
    lay(large, maps.dense(), maps.pruned(), finding.index(), scale, filmOnly ? 0 : strength);
    large.setAccessibleText(fact(maps, finding));
    for (RunMaps run : maps.runs()) {
      MapView small = new MapView();
      small.getStyleClass().add("small-map");
      small.film(film);
      lay(small, run.dense(), run.pruned(), finding.index(), scale, filmOnly ? 0 : strength);
      HBox one = new HBox(small, Parts.line("run " + run.run(), "small"));
      one.getStyleClass().addAll("gap-8", "middle-line");
      runs.getChildren().add(one);
    }
  }

  private void lay(
      MapView view, OcclusionMap dense, OcclusionMap pruned, int f, double scale, double alpha) {
    if (alpha <= 0) {
      view.noMap();
      return;
    }
    switch (which) {
      case DENSE ->
          view.map(
              dense.cells(),
              (r, c) -> dense.drop(r, c, f) / scale,
              new Colours(HEAT, Color.TRANSPARENT, alpha));
      case PRUNED ->
          view.map(
              pruned.cells(),
              (r, c) -> pruned.drop(r, c, f) / scale,
              new Colours(HEAT, Color.TRANSPARENT, alpha));
      case DIFFERENCE ->
          view.map(
              dense.cells(),
              (r, c) ->
                  (Math.max(0, pruned.drop(r, c, f)) - Math.max(0, dense.drop(r, c, f))) / scale,
              new Colours(PRUNED, DENSE, alpha));
    }
  }

  private void numbers(ImageReading.Finding finding, Maps maps) {
    double before = finding.before().probability();
    double after = finding.after().probability();
    number.setText(
        Figures.decimals(
            switch (which) {
              case DENSE -> before;
              case PRUNED -> after;
              case DIFFERENCE -> after - before;
            },
            2));
    says.setText(
        switch (which) {
          case DENSE -> "probability, rank " + finding.before().rank();
          case PRUNED -> "rank " + finding.after().rank();
          case DIFFERENCE -> "probability";
        });
    card.titleLabel()
        .setText(which == Which.PRUNED ? "Pruned, " + maps.sparsity().text() : which.word());
  }

  private String fact(Maps maps, ImageReading.Finding finding) {
    String name = org.exemplar.app.explorer.ImageWords.spaced(finding.name());
    return switch (which) {
      case DENSE -> "Dense, " + name + ": " + LookModel.place(maps.dense(), finding.index()) + ".";
      case PRUNED ->
          "Pruned, " + name + ": " + LookModel.place(maps.pruned(), finding.index()) + ".";
      case DIFFERENCE ->
          "Difference, "
              + name
              + ": dense "
              + LookModel.place(maps.dense(), finding.index())
              + ", pruned "
              + LookModel.place(maps.pruned(), finding.index())
              + ".";
    };
  }

  /** All three, in order. */
  static List<MapCard> all() {
    return java.util.Arrays.stream(Which.values()).map(MapCard::new).toList();
  }
}
