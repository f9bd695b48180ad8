package org.exemplar.chart;

import java.util.List;

/**
 * Colours of one theme, as {@code #rrggbb}. Arms are told apart by shape and words as well: a chart
 * may be printed in gray.
 *
 * @param ink texts and lines
 * @param arms colours that mean an arm
 * @param scale five colours from least to most PIE-like, gray in the middle
 * @param highlights four colours for lines that are singled out
 */
public record Palette(Ink ink, Arms arms, List<String> scale, List<String> highlights) {
  private static final List<String> SCALE =
      List.of("#3a8f88", "#9fd1c6", "#d7dbe2", "#d2b1e3", "#8f63b0");

  /** For screens in the dark theme. */
  public static final Palette DARK =
      new Palette(
          new Ink("#161b22", "#f0f6fc", "#8b949e", "#21262d", "#58a6ff"),
          new Arms("#e69f00", "#56b4e9", "#e69f00", "#56b4e9"),
          SCALE,
          List.of("#4fc3a1", "#f0d15a", "#a79bf5", "#f07b5f"));

  /** For paper and the light theme. */
  public static final Palette LIGHT =
      new Palette(
          new Ink("#ffffff", "#1f2328", "#59636e", "#e4e8ec", "#0969da"),
          new Arms("#e69f00", "#56b4e9", "#8a5f00", "#1f6f9f"),
          SCALE,
          List.of("#1a7f64", "#9a6700", "#6e56cf", "#c2451e"));

  public Palette {
    scale = List.copyOf(scale);
    highlights = List.copyOf(highlights);
  }

  /**
   * Texts and lines.
   *
   * @param ground what the chart lies on
   * @param strong marks and main texts
   * @param muted axis words
   * @param line grid lines
   * @param accent the result itself; never an arm
   */
  public record Ink(String ground, String strong, String muted, String line, String accent) {}

  /**
   * What means an arm.
   *
   * @param pie marks of PIEs
   * @param nonPie marks of the other images
   * @param pieText words about PIEs
   * @param nonPieText words about the other images
   */
  public record Arms(String pie, String nonPie, String pieText, String nonPieText) {}
}
