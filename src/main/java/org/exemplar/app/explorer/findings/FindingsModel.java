package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.explorer.findings.Forgetting.Order;
import org.exemplar.pie.PairRegression.Distance;

/** The findings' page without its screen: one finding in focus everywhere, four in colour. */
final class FindingsModel {
  private static final int COLOURS = 4;

  private final Forgetting forgetting;
  private final ReadOnlyObjectWrapper<Look> look;
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.TWENTY_PER_CENT);
  private final ObjectProperty<Distance> distance = new SimpleObjectProperty<>(Distance.EUCLIDEAN);
  private final List<Integer> age = new ArrayList<>();

  /**
   * Which findings stand out.
   *
   * @param focus the one that everything is about
   * @param coloured at most four, by colour; the focus is always among them
   * @param lifted the one that is pointed at; −1 for none
   */
  record Look(int focus, List<Integer> coloured, int lifted) {
    Look {
      coloured = List.copyOf(coloured);
    }

    /** The colour of a finding; −1 where it is gray. */
    int slot(int finding) {
      return coloured.indexOf(finding);
    }

    Look lifting(int finding) {
      return new Look(focus, coloured, coloured.contains(finding) ? -1 : finding);
    }
  }

  /** Starts with the four that are forgotten first. */
  FindingsModel(Forgetting forgetting) {
    this.forgetting = forgetting;
    List<Integer> first =
        forgetting.inOrder(Order.TWENTY_PER_CENT).stream().limit(COLOURS).toList();
    age.addAll(first);
    look = new ReadOnlyObjectWrapper<>(new Look(first.getFirst(), first, -1));
  }

  Forgetting forgetting() {
    return forgetting;
  }

  ReadOnlyObjectProperty<Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  ObjectProperty<Distance> distanceProperty() {
    return distance;
  }

  /**
   * Puts a finding in focus. A gray one takes the colour of the one that was chosen longest ago.
   */
  void choose(int finding) {
    List<Integer> coloured = new ArrayList<>(look.get().coloured());
    if (!coloured.contains(finding)) {
      if (coloured.size() < COLOURS) {
        coloured.add(finding);
      } else {
        coloured.set(coloured.indexOf(age.getFirst()), finding);
        age.removeFirst();
      }
    }
    age.remove(Integer.valueOf(finding));
    age.add(finding);
    look.set(new Look(finding, coloured, -1));
  }

  /** Lifts a gray finding out of the others while it is pointed at; −1 for none. */
  void lift(int finding) {
    look.set(look.get().lifting(finding));
  }

  /** What the curves show. */
  CurvesChart curves(double height) {
    return CurvesChart.of(forgetting, look.get(), height);
  }

  /** What the list shows. */
  FirstChart first(double height) {
    return new FirstChart(forgetting, look.get(), order.get(), height);
  }

  /** Frequency against forgetting. */
  FrequencyChart frequency(double height) {
    return new FrequencyChart(forgetting, look.get(), height);
  }

  /** Distances of all pairs, as a map. */
  AlikeChart alike(double height) {
    return AlikeChart.of(forgetting, look.get(), distance.get(), height);
  }

  /** Distances of all pairs against their co-occurrence. */
  PairsChart pairs(double height) {
    return new PairsChart(forgetting, look.get(), distance.get(), height);
  }

  /** All charts of the page, for tests and files. */
  List<Painter> all() {
    return List.of(curves(400), first(400), frequency(280), alike(280), pairs(280));
  }
}
