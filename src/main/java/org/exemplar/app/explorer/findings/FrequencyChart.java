package org.exemplar.app.explorer.findings;

import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.explorer.findings.FindingsModel.Look;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Palette;
import org.exemplar.chart.ScatterPlot;
import org.exemplar.chart.ScatterPlot.Numbers;
import org.exemplar.chart.ScatterPlot.Tone;

/**
 * How often a finding is given against how it is forgotten at the highest sparsity.
 *
 * @param height px of the design
 */
record FrequencyChart(Forgetting forgetting, Look look, double height) implements Painter {
  private Scatter scatter() {
    List<ScatterPlot.Point> points =
        IntStream.range(0, forgetting.findings())
            .mapToObj(f -> {
              int slot = look.slot(f);
              boolean named = slot >= 0 || f == look.lifted();
              return new ScatterPlot.Point(
                  forgetting.finding(f).testCount(),
                  forgetting.finding(f).curve().atHighestSparsity(),
                  named ? forgetting.name(f) : "",
                  slot >= 0 ? Tone.highlight(slot) : Tone.PLAIN);
            })
            .toList();
    return new Scatter(
        new ScatterPlot.Plot(
            points,
            new ScatterPlot.Axis("images with the finding (log)", Numbers.LOGARITHMIC),
            new ScatterPlot.Axis("", Numbers.PERCENT),
            true),
        height);
  }

  /** {@code "r = 0.74, p < 0.001"}, or why there is none. */
  String correlation() {
    return forgetting
        .withFrequency()
        .value()
        .map(c -> "r = " + Figures.decimals(c.coefficient(), 2) + ", " + Figures.equation(c.p()))
        .orElse("too few findings to correlate");
  }

  @Override
  public Plot paint(Palette palette, double width) {
    String description = "Log frequency and change at the highest sparsity: " + correlation() + ".";
    return scatter().paint(palette, width, description, 6, this::words);
  }

  private String words(int finding) {
    return forgetting.name(finding)
        + ", "
        + forgetting.finding(finding).testCount()
        + " images: "
        + Figures.percent(forgetting.finding(finding).curve().atHighestSparsity())
        + " %";
  }

  int findingAt(int spot) {
    return scatter().pointAt(spot);
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of("finding", "images", "change_at_highest_sparsity"),
        forgetting.scores().findings().stream()
            .map(f ->
                List.of(
                    f.name(),
                    Integer.toString(f.testCount()),
                    Double.toString(f.curve().atHighestSparsity())))
            .toList());
  }
}
