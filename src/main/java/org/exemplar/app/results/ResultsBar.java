package org.exemplar.app.results;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.exemplar.analysis.Results;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.export.report.StudyFacts;
import org.kordamp.ikonli.feather.Feather;

/** The context bar of results: which study, how much of it, whether it can be trusted. */
public final class ResultsBar extends HBox {
  /**
   * @param acts at its right end
   */
  public ResultsBar(Results results, StudyFacts facts, List<Node> acts) {
    getStyleClass().addAll("context-bar", "gap-12");
    setAlignment(Pos.CENTER_LEFT);
    Label title = Parts.line(facts.identity().title(), "heading");
    title.setMinWidth(60);
    getChildren().add(title);
    if (results.simulated()) {
      Label simulated = Parts.line("simulated ratings", "tag", "warning");
      simulated.setMinWidth(USE_PREF_SIZE);
      getChildren().add(simulated);
    }
    Label design = Parts.line(ResultWords.design(results.design()), "muted");
    getChildren().add(design);
    facts
        .trust()
        .ifPresent(trust -> {
          boolean broken = trust.audit().broken().isPresent();
          Label audit =
              Parts.line(broken ? "Audit broken" : "Audit verified", broken ? "danger" : "muted");
          audit.setMinWidth(USE_PREF_SIZE);
          getChildren()
              .addAll(
                  Parts.hairline(Orientation.VERTICAL),
                  Icons.of(
                      broken ? Feather.ALERT_TRIANGLE : Feather.SHIELD,
                      broken ? "icon-danger" : "icon-success"),
                  audit);
          Narrow.hide(this, audit, 800, audit);
        });
    getChildren().add(Parts.filler());
    getChildren().addAll(acts);
    setMinWidth(0);
    Narrow.hide(this, design, 800, design);
  }
}
