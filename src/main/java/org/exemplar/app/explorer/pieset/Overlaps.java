package org.exemplar.app.explorer.pieset;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.PieOverlap;
import org.exemplar.pie.PieSelection;
import org.exemplar.task.Cancellation;

/**
 * How many PIEs two sparsities share.
 *
 * @param sparsities those compared, ascending, at most {@value #MOST}; the criterion's among them
 * @param criterion index of the criterion's sparsity
 * @param pies how many PIEs there are at the criterion's
 * @param shared by sparsity and sparsity
 */
record Overlaps(List<Sparsity> sparsities, int criterion, int pies, List<List<Integer>> shared) {
  static final int MOST = 10;

  Overlaps {
    sparsities = List.copyOf(sparsities);
    shared = shared.stream().map(List::copyOf).toList();
  }

  static Overlaps of(
      Exploration exploration, Sparsity criterion, double percentile, Cancellation cancellation) {
    List<Sparsity> sparsities = chosen(exploration.sparsities(), criterion);
    List<PieSelection> selections = new ArrayList<>();
    for (Sparsity sparsity : sparsities) {
      cancellation.throwIfRequested();
      selections.add(PieSelection.of(exploration.agreement(sparsity), percentile));
    }
    List<List<Integer>> shared =
        selections.stream()
            .map(a -> selections.stream().map(b -> PieOverlap.of(a, b).both()).toList())
            .toList();
    int at = sparsities.indexOf(criterion);
    return new Overlaps(sparsities, at, selections.get(at).pies().size(), shared);
  }

  /** The sparsest, and the criterion's in any case. */
  private static List<Sparsity> chosen(List<Sparsity> all, Sparsity criterion) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Sparsity> last = new ArrayList<>(all.subList(all.size() - MOST, all.size()));
    if (!last.contains(criterion)) {
      last.set(0, criterion);
    }
    return last;
  }

  /** {@code "16 of the 22 PIEs at 0.90 are PIEs at 0.95 too, 3 at 0.50."} */
  String words() {
    if (sparsities.size() < 2) {
      return "One sparsity only: compare at several to see how the set changes.";
    }
    int near = criterion + 1 < sparsities.size() ? criterion + 1 : criterion - 1;
    int far = criterion * 2 >= sparsities.size() ? 0 : sparsities.size() - 1;
    List<Integer> row = shared.get(criterion);
    String first =
        row.get(near)
            + " of the "
            + pies
            + (pies == 1 ? " PIE at " : " PIEs at ")
            + sparsities.get(criterion).text()
            + (row.get(near) == 1 ? " is a PIE at " : " are PIEs at ")
            + sparsities.get(near).text()
            + " too";
    return far == near
        ? first + "."
        : first + ", " + row.get(far) + " at " + sparsities.get(far).text() + ".";
  }
}
