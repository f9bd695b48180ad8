package org.exemplar.pie;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which images were given which findings. Immutable.
 *
 * @see #of
 */
public final class FindingLabels {
  private final List<String> findings;
  private final int images;
  private final boolean[][] given;
  private final OptionalInt noFinding;

  private FindingLabels(List<String> findings, int images, boolean[][] given) {
    this.findings = findings;
    this.images = images;
    this.given = given;
    this.noFinding =
        IntStream.range(0, findings.size())
            .filter(i -> findings.get(i).replaceAll("[ _-]", "").equalsIgnoreCase("nofinding"))
            .findFirst();
  }

  /**
   * @param findings names, one for each column
   * @param rows one array per image, one entry per finding
   */
  public static FindingLabels of(List<String> findings, List<boolean[]> rows) {
    boolean[][] given = new boolean[findings.size()][rows.size()];
    for (int image = 0; image < rows.size(); image++) {
      boolean[] row = rows.get(image);
      if (row.length != findings.size()) {
        throw new IllegalArgumentException(
            "row %d has %d labels, not %d".formatted(image, row.length, findings.size()));
      }
      for (int finding = 0; finding < row.length; finding++) {
        given[finding][image] = row[finding];
      }
    }
    return new FindingLabels(List.copyOf(findings), rows.size(), given);
  }

  /** Names of the findings, in the order of the columns. */
  public List<String> findings() {
    return findings;
  }

  /** Number of images. */
  public int images() {
    return images;
  }

  /** Whether the image was given the finding. */
  public boolean given(int image, int finding) {
    return given[finding][image];
  }

  /** One finding's column, a copy. */
  public boolean[] column(int finding) {
    return given[finding].clone();
  }

  /** How many images were given this finding. */
  public int count(int finding) {
    int count = 0;
    for (boolean each : given[finding]) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** How many images were given each finding. */
  public int[] counts() {
    int[] counts = new int[findings.size()];
    Arrays.setAll(counts, this::count);
    return counts;
  }

  /** How many images were given both findings. */
  public int countBoth(int a, int b) {
    int count = 0;
    for (int image = 0; image < images; image++) {
      count += given[a][image] && given[b][image] ? 1 : 0;
    }
    return count;
  }

  /** The column that says "No Finding", which is not counted as a finding of an image. */
  public OptionalInt noFinding() {
    return noFinding;
  }

  /** How many findings an image was given, "No Finding" apart. */
  public int findingsOf(int image) {
    int count = 0;
    for (int finding = 0; finding < findings.size(); finding++) {
      count += given[finding][image] ? 1 : 0;
    }
    return noFinding.isPresent() && given[noFinding.getAsInt()][image] ? count - 1 : count;
  }
}
