package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Parts;
import org.exemplar.store.ReturnedReading;

/** Takes returned files, and says what came back last. */
final class ReturnedCard {
  private static final int MOST = 6;

  private ReturnedCard() {}

  /**
   * @param dropped takes the files
   * @param choose asks for files
   * @param all shows everything that came back
   */
  static Card of(StudyOverview study, Consumer<List<Path>> dropped, Runnable choose, Runnable all) {
    Card card = new Card("Returned files", "", new DropTile(dropped, choose));
    VBox lines = new VBox();
    lines.getStyleClass().add("gap-8");
    List<ReturnedReading> files = study.returned().files().reversed();
    if (files.isEmpty()) {
      lines.getChildren().add(Parts.line("No file has come back yet.", "muted"));
    }
    files.stream().limit(MOST).forEach(file -> lines.getChildren().add(line(study, file)));
    if (files.size() > MOST) {
      lines.getChildren().add(Parts.line(files.size() - MOST + " earlier", "muted"));
    }
    if (study.waiting() > 0) {
      String words =
          study.waiting() == 1
              ? "1 answer differs between files and waits for a decision"
              : study.waiting() + " answers differ between files and wait for a decision";
      lines.getChildren().addAll(Parts.paragraph(words, "warning"), Buttons.link("Decide", all));
    }
    card.body().getChildren().add(lines);
    return card;
  }

  /** Everything that came back, the newest first. */
  static Card all(StudyOverview study) {
    VBox lines = new VBox();
    lines.getStyleClass().add("gap-8");
    study.returned().files().reversed().forEach(file -> lines.getChildren().add(line(study, file)));
    return new Card("Came back so far", "the newest first", lines);
  }

  private static HBox line(StudyOverview study, ReturnedReading file) {
    int of =
        study.readers().stream()
            .filter(row -> row.reader().equals(file.reader()))
            .mapToInt(row -> row.progress().of())
            .findFirst()
            .orElse(0);
    Label reader = Parts.line(file.reader().value(), "strong", "bold");
    reader.setMinWidth(Label.USE_PREF_SIZE);
    Label when = Parts.line(Days.ago(file.at(), study.returned().asOf()), "muted");
    when.setMinWidth(Label.USE_PREF_SIZE);
    String words =
        file.cases()
            + (file.cases() == 1 ? " case" : " cases")
            + (file.cases() < of ? ", partial" : "")
            + (file.copy() ? ", a copy read apart" : "");
    HBox line = new HBox(reader, Parts.line(words, "muted"), Parts.filler(), when);
    line.getStyleClass().add("gap-8");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
