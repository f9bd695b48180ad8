package org.exemplar.app.explorer.findings;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.Awaited;
import org.exemplar.app.explorer.Exploration;
import org.kordamp.ikonli.feather.Feather;

/** The place Findings of one open comparison. */
public final class FindingsPages {
  /** The place's id on the rail. */
  public static final String PLACE = "findings";

  private FindingsPages() {}

  /**
   * The page of a comparison; its numbers are worked out when {@link Awaited#want} is called.
   *
   * @param at the place
   * @param images shows the images that were given a finding
   */
  public static Awaited<Forgetting> of(
      DeskHost host, Location at, Exploration exploration, IntConsumer images) {
    return new Awaited<>(
        host,
        at,
        "Scoring findings",
        (progress, cancellation) -> Forgetting.of(exploration, progress, cancellation),
        forgetting ->
            new FindingsPage(
                new FindingsModel(forgetting), new ChartSaver(host, at, false), images));
  }

  /** What stands there for a comparison without labels. */
  public static Node withoutLabels() {
    return new EmptyState(
        Feather.TRENDING_DOWN,
        "No labels, so nothing can be forgotten",
        "This comparison was made without labels. Compare again with a table of the findings that"
            + " each image was given; then this page shows how each finding is forgotten.");
  }
}
