package org.exemplar.app.chart;

import java.util.function.Supplier;
import org.exemplar.app.control.figure.FigureMenu;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;

/** Gives charts the arrow in their header: files and numbers. */
public final class ChartSaver {
  private final DeskHost host;
  private final Location at;
  private final boolean simulated;

  /**
   * @param at where the charts are
   * @param simulated whether their ratings were made by a program
   */
  public ChartSaver(DeskHost host, Location at, boolean simulated) {
    this.host = host;
    this.at = at;
    this.simulated = simulated;
  }

  /** The arrow of one chart. */
  public FigureMenu menu(String name, Supplier<Painter> chart) {
    return new FigureMenu(name, kind -> save(name, kind, chart.get()), () -> chart.get().data());
  }

  private void save(String name, FigureMenu.Kind kind, Painter chart) {
    String file = name.replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(java.util.Locale.ROOT);
    FileDialogs.save(
            host.window(),
            "Save the chart",
            file + "." + kind.ending(),
            kind.name(),
            "*." + kind.ending())
        .ifPresent(path -> {
          FxTask<Boolean> task =
              new FxTask<>(
                  "Saving the chart",
                  (progress, cancellation) -> {
                    ChartFile.write(chart, simulated, kind, path);
                    return true;
                  });
          var _ = host.run(at, task);
        });
  }
}
