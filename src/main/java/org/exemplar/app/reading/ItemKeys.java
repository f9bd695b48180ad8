package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The keys of the items of a checklist: digits for the first nine, then the letters that do nothing
 * else in a reader's keys, then letters with Shift and with Alt. Long enough for the longest list
 * of a protocol in every preset.
 */
final class ItemKeys {
  private static final int DIGITS = 9;

  private final List<Stroke> strokes = new ArrayList<>();

  ItemKeys(KeyMap keys) {
    for (int digit = 1; digit <= DIGITS; digit++) {
      strokes.add(Stroke.of(Integer.toString(digit)));
    }
    add(keys, false, false);
    add(keys, true, false);
    add(keys, false, true);
  }

  private void add(KeyMap keys, boolean shift, boolean alt) {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      Stroke stroke = new Stroke(Character.toString(letter), shift, false, alt);
      if (keys.act(stroke).isEmpty()) {
        strokes.add(stroke);
      }
    }
  }

  /** The key of an item, from 0, as it is printed; empty when there are more items than keys. */
  String hint(int item) {
    return item < strokes.size() ? String.join("+", strokes.get(item).caps()) : "";
  }

  /** The item, from 0, that a key means; none when it means none. */
  OptionalInt item(Stroke stroke) {
    int item = strokes.indexOf(stroke);
    return item < 0 ? OptionalInt.empty() : OptionalInt.of(item);
  }

  /** The keys of a list of so many items in short, e.g. {@code 1…9} and {@code B…G}. */
  List<String> ranges(int items) {
    List<String> ranges = new ArrayList<>();
    ranges.add(range(0, Math.min(items, DIGITS) - 1));
    int last = Math.min(items, strokes.size()) - 1;
    if (last >= DIGITS) {
      ranges.add(range(DIGITS, last));
    }
    return ranges;
  }

  private String range(int first, int last) {
    return first >= last ? hint(first) : hint(first) + "…" + hint(last);
  }
}
