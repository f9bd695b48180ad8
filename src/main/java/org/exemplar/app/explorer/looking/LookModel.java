package org.exemplar.app.explorer.looking;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.exemplar.app.explorer.ImageReading;
import org.exemplar.app.explorer.ImageViewModel;
import org.exemplar.chart.Figures;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.sweep.Occlusion.RunMaps;
import org.exemplar.classifier.sweep.OcclusionMap;
import org.jspecify.annotations.Nullable;

/** Where the networks look on one image, without its screen. Used on one thread. */
final class LookModel {
  /** The overlay never hides the film. */
  static final double STRONGEST = 0.72;

  private static final int KEPT = 8;

  private final ImageViewModel image;
  private final List<Maps> known = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Maps> maps = new ReadOnlyObjectWrapper<>();
  private final DoubleProperty strength = new SimpleDoubleProperty(0.6);
  private final BooleanProperty filmOnly = new SimpleBooleanProperty();

  /**
   * The maps of one image at one sparsity, as far as they are there.
   *
   * @param runs one for each finished run
   */
  record Maps(int image, Sparsity sparsity, List<RunMaps> runs) {
    Maps {
      runs = List.copyOf(runs);
    }

    boolean isOf(ImageReading reading) {
      return image == reading.image() && sparsity.equals(reading.sparsity());
    }

    /** The largest fall of a finding's logit in either mean map; both are drawn on this scale. */
    double scale(int finding) {
      return runs.isEmpty()
          ? 1
          : Math.max(1e-9, Math.max(dense().largest(finding), pruned().largest(finding)));
    }

    OcclusionMap dense() {
      return OcclusionMap.mean(runs.stream().map(RunMaps::dense).toList());
    }

    OcclusionMap pruned() {
      return OcclusionMap.mean(runs.stream().map(RunMaps::pruned).toList());
    }
  }

  LookModel(ImageViewModel image) {
    this.image = image;
  }

  ImageViewModel image() {
    return image;
  }

  /** What there is for the image in view; null before anything is. */
  ReadOnlyObjectProperty<@Nullable Maps> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** How much of the film the strongest colour covers, at most {@link #STRONGEST}. */
  DoubleProperty strengthProperty() {
    return strength;
  }

  /** Whether the film is shown alone. */
  BooleanProperty filmOnlyProperty() {
    return filmOnly;
  }

  /** Whether everything is there for the image in view; shows it if so. */
  boolean recall() {
    ImageReading reading = image.readingProperty().get();
    if (reading == null) {
      return false;
    }
    int runs = image.explorer().exploration().runs();
    for (Maps each : known) {
      if (each.isOf(reading) && each.runs().size() == runs) {
        maps.set(each);
        return true;
      }
    }
    return false;
  }

  /** Starts anew for an image. */
  void begin(ImageReading reading) {
    maps.set(new Maps(reading.image(), reading.sparsity(), List.of()));
  }

  /** A run's maps have come; ignored when they are of an image that is no longer wanted. */
  void arrived(ImageReading reading, RunMaps run) {
    Maps now = maps.get();
    if (now == null || !now.isOf(reading)) {
      return;
    }
    List<RunMaps> all = new ArrayList<>(now.runs());
    all.add(run);
    Maps next = new Maps(now.image(), now.sparsity(), all);
    maps.set(next);
    known.removeIf(m -> m.isOf(reading));
    known.addFirst(next);
    if (known.size() > KEPT) {
      known.removeLast();
    }
  }

  /** The finding in focus. */
  ImageReading.@Nullable Finding finding() {
    return image.focusedFinding();
  }

  /** {@code "Emphysema 0.18 → 0.06"}. */
  static String words(ImageReading.Finding finding) {
    return org.exemplar.app.explorer.ImageWords.spaced(finding.name())
        + " "
        + Figures.decimals(finding.before().probability(), 2)
        + " → "
        + Figures.decimals(finding.after().probability(), 2);
  }

  /** {@code "most in the upper left"}; where covering lowers the logit most. */
  static String place(OcclusionMap map, int finding) {
    double largest = 0;
    int row = -1;
    int column = -1;
    for (int i = 0; i < map.cells(); i++) {
      for (int j = 0; j < map.cells(); j++) {
        if (map.drop(i, j, finding) > largest) {
          largest = map.drop(i, j, finding);
          row = 3 * i / map.cells();
          column = 3 * j / map.cells();
        }
      }
    }
    if (row < 0) {
      return "nothing that is covered lowers it";
    }
    String vertical = List.of("upper", "middle", "lower").get(row);
    String across = List.of("left", "centre", "right").get(column);
    return "most in the " + (row == 1 && column == 1 ? "centre" : vertical + " " + across);
  }
}
