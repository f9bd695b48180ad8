package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which neighbours are alike: the leaves of the tree that average linkage builds (Sokal
 * and Michener 1958). The nearer end of each merged group is turned to the other group.
 */
final class LeafOrder {
  private LeafOrder() {}

  /**
   * The order.
   *
   * @param distances square and symmetric; NaN counts as farthest
   */
  static List<Integer> of(double[][] distances) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      groups.add(List.of(i));
    }
    while (groups.size() > 1) {
      int first = 0;
      int second = 1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          double between = between(distances, groups.get(a), groups.get(b));
          if (between < nearest) {
            nearest = between;
            first = a;
            second = b;
          }
        }
      }
      List<Integer> merged = merged(distances, groups.get(first), groups.remove(second));
      groups.set(first, merged);
    }
    return groups.isEmpty() ? List.of() : groups.getFirst();
  }

  private static double between(double[][] distances, List<Integer> a, List<Integer> b) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += distance(distances, i, j);
      }
    }
    return sum / (a.size() * b.size());
  }

  private static double distance(double[][] distances, int i, int j) {
    return Double.isFinite(distances[i][j]) ? distances[i][j] : 1e9;
  }

  private static List<Integer> merged(double[][] distances, List<Integer> a, List<Integer> b) {
    List<Integer> best = List.of();
    double nearest = Double.POSITIVE_INFINITY;
    for (List<Integer> left : List.of(a, a.reversed())) {
      for (List<Integer> right : List.of(b, b.reversed())) {
        double gap = distance(distances, left.getLast(), right.getFirst());
        if (gap < nearest) {
          nearest = gap;
          best = new ArrayList<>(left);
          best.addAll(right);
        }
      }
    }
    return best;
  }
}
