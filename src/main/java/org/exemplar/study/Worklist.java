package org.exemplar.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one reader reads, in order: practice cases, then the study's.
 *
 * @param reader whose it is
 * @param items positions 1, 2, 3, …; each repeat counts its showing up by one
 */
public record Worklist(ReaderId reader, List<WorklistItem> items) {
  /** Copies and checks positions, showings, and that practice comes first. */
  public Worklist {
    items = List.copyOf(items);
    Map<CaseCode, Integer> showings = new HashMap<>();
    boolean practice = true;
    for (int i = 0; i < items.size(); i++) {
      WorklistItem item = items.get(i);
      if (item.position() != i + 1) {
        throw new IllegalArgumentException("positions must be 1, 2, 3, …: " + item);
      }
      if (item.practice() && !practice) {
        throw new IllegalArgumentException("practice comes before the study: " + item);
      }
      practice = item.practice();
      if (showings.merge(item.code(), 1, Integer::sum) != item.showing()) {
        throw new IllegalArgumentException("showings of a case must be 1, 2, 3, …: " + item);
      }
    }
  }

  /** The practice items. */
  public List<WorklistItem> practice() {
    return items.stream().filter(WorklistItem::practice).toList();
  }

  /** The items of the study. */
  public List<WorklistItem> cases() {
    return items.stream().filter(item -> !item.practice()).toList();
  }

  /** The item at a position from 1. */
  public WorklistItem at(int position) {
    return items.get(position - 1);
  }
}
