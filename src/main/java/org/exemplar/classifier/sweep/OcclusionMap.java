package org.exemplar.classifier.sweep;

import java.util.List;

/**
 * How far the logit of each finding falls while a part of the image is covered. Immutable.
 *
 * @see Occlusion
 */
public final class OcclusionMap {
  private final int cells;
  private final int findings;
  private final float[] drops;

  /**
   * @param cells along each side
   * @param drops cells × cells × findings, row by row from the upper left; positive where covering
   *     lowers the logit
   */
  OcclusionMap(int cells, int findings, float[] drops) {
    if (drops.length != cells * cells * findings) {
      throw new IllegalArgumentException(drops.length + " drops");
    }
    this.cells = cells;
    this.findings = findings;
    this.drops = drops.clone();
  }

  /** Cells along each side. */
  public int cells() {
    return cells;
  }

  /** Number of findings. */
  public int findings() {
    return findings;
  }

  /** The fall of a finding's logit while the cell's surroundings are covered. */
  public double drop(int row, int column, int finding) {
    return drops[(row * cells + column) * findings + finding];
  }

  /** The largest fall of a finding's logit; 0 where none falls. */
  public double largest(int finding) {
    double largest = 0;
    for (int i = finding; i < drops.length; i += findings) {
      largest = Math.max(largest, drops[i]);
    }
    return largest;
  }

  /**
   * The mean of several maps of one shape.
   *
   * @throws IllegalArgumentException for none, or different shapes
   */
  public static OcclusionMap mean(List<OcclusionMap> maps) {
    OcclusionMap first = maps.getFirst();
    float[] sum = new float[first.drops.length];
    for (OcclusionMap map : maps) {
      if (map.drops.length != sum.length || map.cells != first.cells) {
        throw new IllegalArgumentException("maps of different shapes");
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += map.drops[i] / maps.size();
      }
    }
    return new OcclusionMap(first.cells, first.findings, sum);
  }
}
