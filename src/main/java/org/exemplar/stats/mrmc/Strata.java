package org.exemplar.stats.mrmc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Groups of cases inside which arm labels may move: the matching strata of a study. */
public final class Strata {
  private final List<int[]> groups;

  private Strata(List<int[]> groups) {
    this.groups = groups;
  }

  /** All cases in one group. */
  public static Strata none(int cases) {
    return new Strata(List.of(IntStream.range(0, cases).toArray()));
  }

  /**
   * Cases grouped by label.
   *
   * @param labels one per case, as the columns of the table
   */
  public static Strata by(List<String> labels) {
    Map<String, List<Integer>> byLabel = new LinkedHashMap<>();
    for (int c = 0; c < labels.size(); c++) {
      byLabel.computeIfAbsent(labels.get(c), label -> new ArrayList<>()).add(c);
    }
    return new Strata(
        byLabel.values().stream()
            .map(cases -> cases.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  /** The case indices of each group; not to be changed. */
  List<int[]> groups() {
    return groups;
  }

  /** How many cases there are in all. */
  int cases() {
    return groups.stream().mapToInt(group -> group.length).sum();
  }
}
