package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.study.ReaderId;
import org.kordamp.ikonli.feather.Feather;

/** How far the readers of a sealed study are, as of the files that came back. */
final class ProgressPage extends VBox {
  private static final double MEDIUM = 1240;
  private static final double SMALL = 820;

  private final GridPane lower = new GridPane();

  /**
   * What the page can do.
   *
   * @param files takes, or asks for, reading files that came back
   * @param verify checks seal, trail, key and reading files
   * @param look shows a reader's cases
   * @param estimate estimates the cases needed, and tells the outcome
   * @param go to other pages of the study
   */
  record Acts(
      Files files,
      Runnable verify,
      Consumer<ReaderId> look,
      Consumer<Consumer<List<CaseReestimation>>> estimate,
      Ways go) {}

  /** Takes files that came back, or asks for them. */
  record Files(Consumer<List<Path>> returned, Runnable choose) {}

  /** To the answers that differ, to the deviations, to the backups. */
  record Ways(Runnable returns, Runnable deviations, Runnable backups) {}

  /**
   * @param saver gives charts their arrow
   */
  ProgressPage(StudyOverview study, Acts acts, ChartSaver saver) {
    VBox page = new VBox();
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    if (!study.returned().onlyLook().isEmpty()) {
      HBox notice =
          new HBox(
              Icons.of(Feather.LOCK, "icon-warning"),
              Parts.paragraph(study.returned().onlyLook(), "body"));
      notice.getStyleClass().addAll("notice", "warning");
      page.getChildren().add(notice);
    }
    lower.getStyleClass().add("grid-16");
    List<Card> cards =
        List.of(
            PaceCard.of(study, saver),
            FlagsCard.of(study, acts.look()),
            ReturnedCard.of(
                study, acts.files().returned(), acts.files().choose(), acts.go().returns()),
            DeviationsCard.of(study, acts.go().deviations()),
            EnoughCard.of(study, acts.estimate()));
    cards.forEach(card -> card.setMinWidth(0));
    page.getChildren().addAll(matrix(study), lower);
    DropTile.takeOver(this, acts.files().returned());
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, status(study, acts));
    lay(cards, 3);
    Label probe = Parts.line("");
    probe.setManaged(false);
    probe.setVisible(false);
    getChildren().add(probe);
    Narrow.watch(this, probe, MEDIUM, narrow -> relay(cards, probe));
    Narrow.watch(this, probe, SMALL, narrow -> relay(cards, probe));
  }

  private void relay(List<Card> cards, Label probe) {
    double unit = probe.getFont().getSize() / 13;
    int columns = getWidth() < SMALL * unit ? 1 : getWidth() < MEDIUM * unit ? 2 : 3;
    if (columns != lower.getColumnConstraints().size()) {
      lay(cards, columns);
    }
  }

  /** Wide: three and two cards; usual: pairs, the first two largest; narrow: one column. */
  private void lay(List<Card> cards, int columns) {
    lower.getChildren().clear();
    lower.getColumnConstraints().clear();
    double[] shares =
        switch (columns) {
          case 1 -> new double[] {100};
          case 2 -> new double[] {50, 50};
          default -> new double[] {40, 33, 27};
        };
    for (double share : shares) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      lower.getColumnConstraints().add(column);
    }
    for (int i = 0; i < cards.size(); i++) {
      Card card = cards.get(i);
      card.setMaxHeight(Double.MAX_VALUE);
      boolean last = i == cards.size() - 1;
      int span = last && columns > 1 ? columns - i % columns : 1;
      lower.add(card, i % columns, i / columns, span, 1);
    }
  }

  private static Card matrix(StudyOverview study) {
    HBox legend =
        new HBox(
            swatch("none"),
            Parts.line("none", "small"),
            swatch("some"),
            Parts.line("some", "small"),
            swatch("all"),
            Parts.line("all", "small"));
    legend.getStyleClass().add("gap-8");
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.setMinWidth(USE_PREF_SIZE);
    Label promise = Parts.line("No number here depends on the arm", "muted");
    promise.setMinWidth(USE_PREF_SIZE);
    Card card =
        new Card(
                "Progress",
                "as of each reader’s last returned file; blocks in the reader’s own order",
                BlockMatrix.of(study.readers(), study.returned().asOf()))
            .flush()
            .actions(legend, Icons.of(Feather.LOCK), promise);
    Narrow.hide(card, promise, 900, legend);
    return card;
  }

  private static Region swatch(String tone) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("block-swatch", tone);
    return swatch;
  }

  private static HBox status(StudyOverview study, Acts acts) {
    boolean intact = study.trail().verification().intact();
    AuditEntry.Head head = study.trail().verification().head();
    HBox bar =
        new HBox(
            Icons.of(
                intact ? Feather.SHIELD : Feather.ALERT_TRIANGLE,
                intact ? "icon-success" : "icon-danger"),
            Parts.line(
                intact
                    ? "Seal and audit verified on opening"
                    : "Broken: " + study.trail().verification().broken().orElse(""),
                "small",
                intact ? "fg-plain" : "danger"),
            Parts.line(
                study.trail().entries().size() + " audit entries, head " + head.hash().checkCode(),
                "small"),
            Buttons.link(backedUp(study), acts.go().backups()),
            Buttons.link("Verify all files", acts.verify()),
            Parts.filler(),
            Parts.line(
                study.about().title() + " · sealed " + Days.day(study.about().sealedAt()),
                "small"));
    bar.getStyleClass().addAll("status-bar", "gap-16");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(USE_PREF_SIZE);
    return bar;
  }

  private static String backedUp(StudyOverview study) {
    return study.trail().backups().stream()
        .findFirst()
        .map(last -> "Backed up " + Days.ago(last.at(), study.returned().asOf()))
        .orElse("No backup yet");
  }
}
