package org.exemplar.app.explorer;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.classifier.comparison.Sparsity;

/**
 * What the explorer is set to; one step of undo goes from one of these to another.
 *
 * @param sparsity of the pruned networks
 * @param percentile of the PIE criterion, above 0 and at most 100
 * @param filters all of them hold for what is shown
 * @param search part of an image's id or of a given finding's name; empty for all
 * @param order in which images stand
 */
public record ExplorerState(
    Sparsity sparsity, double percentile, List<Filter> filters, String search, SortOrder order) {
  /** The criterion of the paper. */
  public static final double USUAL_PERCENTILE = 5;

  /** Keeps a copy. */
  public ExplorerState {
    filters = List.copyOf(filters);
  }

  /** Where a comparison opens. */
  public static ExplorerState start(Exploration exploration) {
    return new ExplorerState(
        exploration.usualSparsity(), USUAL_PERCENTILE, List.of(), "", SortOrder.LOWEST);
  }

  /** The same at another sparsity. */
  public ExplorerState at(Sparsity other) {
    return new ExplorerState(other, percentile, filters, search, order);
  }

  /** The same with another criterion. */
  public ExplorerState below(double otherPercentile) {
    return new ExplorerState(
        sparsity, Math.clamp(otherPercentile, 1e-6, 100), filters, search, order);
  }

  /** The same with one more filter; unchanged when it is there already. */
  public ExplorerState with(Filter filter) {
    if (filters.contains(filter)) {
      return this;
    }
    var more = new ArrayList<>(filters);
    more.add(filter);
    return new ExplorerState(sparsity, percentile, more, search, order);
  }

  /** The same without one filter. */
  public ExplorerState without(Filter filter) {
    return new ExplorerState(
        sparsity,
        percentile,
        filters.stream().filter(f -> !f.equals(filter)).toList(),
        search,
        order);
  }

  /** The same without filters and search. */
  public ExplorerState unfiltered() {
    return new ExplorerState(sparsity, percentile, List.of(), "", order);
  }

  /** The same, looking for something else. */
  public ExplorerState searching(String words) {
    return new ExplorerState(sparsity, percentile, filters, words.strip(), order);
  }

  /** The same in another order. */
  public ExplorerState sorted(SortOrder other) {
    return new ExplorerState(sparsity, percentile, filters, search, other);
  }
}
