package org.exemplar.pie;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the PIEs are made of, against the other images: one row for each finding and for each number
 * of findings (0, 1, 2, 3, 4 and more).
 *
 * @param rows findings first, in order; empty when there are no PIEs or nothing but PIEs
 */
public record PieComposition(List<Row> rows) {
  private static final int MANY = 4;

  public PieComposition {
    rows = List.copyOf(rows);
  }

  /**
   * One group of images.
   *
   * @param kind what the row counts
   * @param name a finding, or {@code 0}…{@code 4+}
   * @param share PIEs (first) against the other images (second) in the group
   */
  public record Row(Kind kind, String name, ShareRatio share) {}

  /** What a row counts. */
  public enum Kind {
    /** Images given a finding. */
    FINDING,
    /** Images given so many findings, "No Finding" apart. */
    NUMBER_OF_FINDINGS
  }

  /** Counts the selected images. */
  public static PieComposition of(FindingLabels labels, PieSelection selection) {
    boolean[] pie = selection.flags();
    int pies = selection.pies().size();
    int others = labels.images() - pies;
    List<Row> rows = new ArrayList<>();
    if (pies == 0 || others == 0) {
      return new PieComposition(rows);
    }
    for (int finding = 0; finding < labels.findings().size(); finding++) {
      int f = finding;
      ShareRatio share = share(pie, pies, others, image -> labels.given(image, f));
      rows.add(new Row(Kind.FINDING, labels.findings().get(finding), share));
    }
    for (int number = 0; number <= MANY; number++) {
      int n = number;
      ShareRatio share =
          share(pie, pies, others, image -> Math.min(MANY, labels.findingsOf(image)) == n);
      rows.add(new Row(Kind.NUMBER_OF_FINDINGS, n == MANY ? MANY + "+" : "" + n, share));
    }
    return new PieComposition(rows);
  }

  private static ShareRatio share(boolean[] pie, int pies, int others, IntPredicate in) {
    int[] members = IntStream.range(0, pie.length).filter(in).toArray();
    int both = (int) IntStream.of(members).filter(image -> pie[image]).count();
    return new ShareRatio(both, pies, members.length - both, others);
  }
}
