package org.exemplar.app.explorer;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.kordamp.ikonli.feather.Feather;

/** The context bar of the explorer: comparison, method, sparsity, percentile, number of PIEs. */
public final class ComparisonBar extends HBox {
  private static final List<Double> PERCENTILES = List.of(1.0, 2.5, 5.0, 10.0, 20.0);

  /**
   * @param openOther asks for another comparison
   * @param act the page's own button
   */
  public ComparisonBar(ExplorerViewModel model, Runnable openOther, Button act) {
    getStyleClass().addAll("context-bar", "gap-12");
    setAlignment(Pos.CENTER_LEFT);
    Exploration exploration = model.exploration();
    Button name = new Button(exploration.name(), Icons.of(Feather.LAYERS));
    name.setTooltip(new Tooltip("Open another comparison"));
    name.setOnAction(e -> openOther.run());
    Label size =
        Parts.line(
            String.format(
                Locale.ROOT,
                "%,d images · %d findings · %d %s",
                exploration.images(),
                exploration.findings().size(),
                exploration.runs(),
                exploration.runs() == 1 ? "run" : "runs"),
            "muted");
    Label pies = Parts.line("", "pie-words", "bold");
    pies.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Shown shown = model.shownProperty().get();
                  int count = shown == null ? 0 : shown.level().selection().pies().size();
                  return shown == null ? "" : count + (count == 1 ? " PIE" : " PIEs");
                },
                model.shownProperty()));
    Button undo = new Button("Undo", Icons.of(Feather.ROTATE_CCW));
    undo.disableProperty().bind(model.undoableProperty().not());
    undo.setTooltip(new Tooltip("Undo the last change (Ctrl Z)"));
    undo.setOnAction(e -> model.undo());
    Label pruned = Parts.line("Pruned", "muted");
    Label method = Parts.line(words(exploration.folder().manifest().plan().method()), "strong");
    Label criterion = Parts.line("PIE below percentile", "muted");
    var rule = Parts.hairline(Orientation.VERTICAL);
    getChildren()
        .addAll(
            name,
            size,
            rule,
            pruned,
            method,
            Parts.line("at sparsity", "muted"),
            sparsity(model),
            criterion,
            percentile(model),
            pies,
            Parts.filler(),
            undo,
            act);
    setMinWidth(0);
    Narrow.hide(this, pies, 1040, size, rule);
    Narrow.hide(this, pies, 860, pruned, method, criterion);
    Narrow.hide(this, pies, 640, undo);
    Narrow.hide(this, pies, 560, act);
    for (var child : getChildren()) {
      if (child instanceof Label label && !label.equals(size)) {
        label.setMinWidth(USE_PREF_SIZE);
      } else if (child instanceof Button button) {
        button.setMinWidth(USE_PREF_SIZE);
      }
    }
  }

  private static ComboBox<Sparsity> sparsity(ExplorerViewModel model) {
    ComboBox<Sparsity> box = new ComboBox<>();
    box.getItems().setAll(model.exploration().sparsities());
    box.setValue(model.stateProperty().get().sparsity());
    box.setAccessibleText("Sparsity");
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(e -> {
      Sparsity chosen = box.getValue();
      if (chosen != null) {
        model.change(s -> s.at(chosen));
      }
    });
    model.stateProperty().addListener((o, was, now) -> box.setValue(now.sparsity()));
    return box;
  }

  private static ComboBox<Double> percentile(ExplorerViewModel model) {
    ComboBox<Double> box = new ComboBox<>();
    box.getItems().setAll(PERCENTILES);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double value) {
            return value == null ? "" : PercentileWords.number(value);
          }

          @Override
          public Double fromString(String text) {
            return Double.valueOf(text);
          }
        });
    box.setValue(model.stateProperty().get().percentile());
    box.setAccessibleText("Percentile below which an image is a PIE");
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(e -> {
      Double chosen = box.getValue();
      if (chosen != null) {
        model.change(s -> s.below(chosen));
      }
    });
    model.stateProperty().addListener((o, was, now) -> box.setValue(now.percentile()));
    return box;
  }

  /** A pruning method as people say it. */
  static String words(PruningMethod method) {
    return switch (method) {
      case L1 -> "L1, global";
      case RANDOM -> "Random";
      case LAYER_L1 -> "L1, by layer";
      case STRUCTURED_L1 -> "Channels, L1";
      case STRUCTURED_L2 -> "Channels, L2";
      case MASK -> "By a mask";
      case GIVEN -> "Elsewhere";
    };
  }
}
