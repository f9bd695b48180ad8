package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.Pace;
import org.exemplar.conduct.QualityFlag;
import org.kordamp.ikonli.feather.Feather;

/** How far the readers of a sealed study are, as of the files that came back. */
final class ProgressPage extends VBox {
  /**
   * @param returned takes reading files that came back
   * @param choose asks for them
   * @param verify checks seal, trail, key and reading files
   */
  ProgressPage(
      StudyOverview study, Consumer<List<Path>> returned, Runnable choose, Runnable verify) {
    VBox page = new VBox();
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    Card progress =
        new Card(
                "Progress",
                "as of each reader’s last returned file; blocks in the reader’s own order",
                new BlockMatrix(study.readers()))
            .flush()
            .actions(
                Icons.of(Feather.LOCK), Parts.line("No number here depends on the arm", "muted"));
    GridPane lower = new GridPane();
    lower.getStyleClass().add("grid-16");
    for (double share : new double[] {34, 38, 28}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      lower.getColumnConstraints().add(column);
    }
    lower.add(answers(study), 0, 0);
    lower.add(flags(study), 1, 0);
    lower.add(new Card("Returned files", "", new DropTile(returned, choose)), 2, 0);
    if (!study.returned().onlyLook().isEmpty()) {
      HBox notice =
          new HBox(
              Icons.of(Feather.LOCK, "icon-warning"),
              Parts.paragraph(study.returned().onlyLook(), "body"));
      notice.getStyleClass().addAll("notice", "warning");
      page.getChildren().add(notice);
    }
    page.getChildren().addAll(progress, lower);
    DropTile.takeOver(this, returned);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(scroll, status(study, verify));
  }

  private static Card answers(StudyOverview study) {
    HBox number =
        new HBox(
            Parts.line(Integer.toString(study.answers().given()), "big-number"),
            Parts.line("of " + study.answers().of() + " answers", "muted"));
    number.getStyleClass().addAll("gap-8", "base-line");
    VBox lines = new VBox();
    lines.getStyleClass().add("gap-4");
    long finished = study.readers().stream().filter(r -> r.progress().finished()).count();
    lines
        .getChildren()
        .addAll(
            Parts.line(finished + " of " + study.readers().size() + " readers have finished"),
            Parts.line(
                study.missing() == 0
                    ? "No reading is missing"
                    : study.missing() + " of " + study.readings() + " readings are still out",
                "muted"));
    forecast(study).ifPresent(words -> lines.getChildren().add(Parts.paragraph(words, "muted")));
    if (study.waiting() > 0) {
      lines
          .getChildren()
          .add(
              Parts.paragraph(
                  study.waiting()
                      + " answers differ between returned files and wait for a decision: see"
                      + " Returns.",
                  "warning"));
    }
    if (study.answers().simulated()) {
      lines.getChildren().add(Parts.line("Some answers are simulated, not a person’s.", "warning"));
    }
    return new Card("Answers", "practice apart", number, lines);
  }

  /** A span of dates, since one date alone would say too much. */
  private static Optional<String> forecast(StudyOverview study) {
    List<Pace.Forecast> all =
        study.readers().stream().flatMap(r -> r.followUp().pace().forecast().stream()).toList();
    return all.stream()
        .max(Comparator.comparing(Pace.Forecast::likely))
        .map(last -> {
          Instant earliest =
              all.stream().map(Pace.Forecast::earliest).max(Instant::compareTo).orElseThrow();
          Instant latest =
              all.stream().map(Pace.Forecast::latest).max(Instant::compareTo).orElseThrow();
          long unknown =
              study.readers().stream()
                  .filter(r -> !r.progress().finished())
                  .filter(r -> r.followUp().pace().forecast().isEmpty())
                  .count();
          return "Complete about %s, between %s and %s%s."
              .formatted(
                  Days.day(last.likely()),
                  Days.day(earliest),
                  Days.day(latest),
                  unknown == 0
                      ? ""
                      : unknown == 1
                          ? "; 1 reader has no pace yet"
                          : "; " + unknown + " readers have no pace yet");
        });
  }

  private static Card flags(StudyOverview study) {
    Card card = new Card("Quality flags", "from times and answers alone");
    if (study.flags() == 0) {
      HBox calm =
          new HBox(
              Icons.of(Feather.CHECK, "icon-success"),
              Parts.paragraph("Nothing to ask about so far.", "muted"));
      calm.getStyleClass().add("gap-12");
      card.body().getChildren().add(calm);
    }
    for (ReaderRow row : study.readers()) {
      for (QualityFlag flag : row.followUp().flags()) {
        card.body().getChildren().add(flag(row, flag));
      }
    }
    return card;
  }

  private static HBox flag(ReaderRow row, QualityFlag flag) {
    String place = flag.position() == 0 ? "" : ", position " + flag.position();
    VBox words =
        new VBox(
            Parts.line(row.reader() + place, "strong", "bold"),
            Parts.paragraph(flag.sentence(), "muted"));
    HBox line = new HBox(Icons.of(Feather.FLAG, "icon-warning"), words);
    line.getStyleClass().add("gap-12");
    return line;
  }

  private static HBox status(StudyOverview study, Runnable verify) {
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
            Buttons.link("Verify all files", verify),
            Parts.filler(),
            Parts.line(
                study.about().title() + " · sealed " + Days.day(study.about().sealedAt()),
                "small"));
    bar.getStyleClass().addAll("status-bar", "gap-16");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(USE_PREF_SIZE);
    return bar;
  }
}
