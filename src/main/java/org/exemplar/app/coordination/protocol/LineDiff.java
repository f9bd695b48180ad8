package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line. */
final class LineDiff {
  /** What became of a line. */
  enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /**
   * One line of either text.
   *
   * @param before its number in the first text, 0 when it is not there
   * @param after its number in the second text, 0 when it is not there
   */
  record Line(Kind kind, int before, int after, String words) {}

  private LineDiff() {}

  /** All lines of both texts in order, with as many the same as possible. */
  static List<Line> of(String before, String after) {
    List<String> was = before.lines().toList();
    List<String> is = after.lines().toList();
    int[][] longest = common(was, is);
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
        lines.add(new Line(Kind.SAME, i + 1, j + 1, was.get(i)));
        i++;
        j++;
      } else if (j == is.size() || (i < was.size() && longest[i + 1][j] >= longest[i][j + 1])) {
        lines.add(new Line(Kind.REMOVED, i + 1, 0, was.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.ADDED, 0, j + 1, is.get(j)));
        j++;
      }
    }
    return lines;
  }

  /** Changed lines with so many around them; where lines are left out, {@code null} stands. */
  static List<List<Line>> hunks(String before, String after, int around) {
    List<Line> lines = of(before, after);
    List<List<Line>> hunks = new ArrayList<>();
    List<Line> hunk = new ArrayList<>();
    int last = -around - 1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() != Kind.SAME) {
        int from = Math.max(i - around, Math.max(0, last + 1));
        if (from > last + 1 && !hunk.isEmpty()) {
          int end = Math.min(last + 1 + around, from);
          hunk.addAll(lines.subList(Math.max(last + 1, 0), Math.max(end, last + 1)));
          if (end < from) {
            hunks.add(hunk);
            hunk = new ArrayList<>();
          }
        }
        hunk.addAll(lines.subList(from, i + 1));
        last = i;
      }
    }
    if (!hunk.isEmpty()) {
      hunk.addAll(lines.subList(last + 1, Math.min(lines.size(), last + 1 + around)));
      hunks.add(hunk);
    }
    return hunks;
  }

  /** Length of the longest common run of lines from each pair of places on. */
  private static int[][] common(List<String> was, List<String> is) {
    int[][] longest = new int[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = is.size() - 1; j >= 0; j--) {
        longest[i][j] =
            was.get(i).equals(is.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }
}
