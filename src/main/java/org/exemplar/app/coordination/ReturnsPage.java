package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Oddity;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.store.Dispute;
import org.exemplar.store.MergeOutcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What became of the files that came back: a verdict each, and the rows of the selected one. */
final class ReturnsPage extends VBox {
  private final List<ReturnedFile> files = new ArrayList<>();
  private final ListView<ReturnedFile> list = new ListView<>();
  private final VBox detail = new VBox();
  private final HBox totals = new HBox();

  /**
   * @param dropped takes files
   * @param choose asks for files
   */
  ReturnsPage(Consumer<List<Path>> dropped, Runnable choose) {
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    totals.getStyleClass().addAll("gap-24", "base-line");
    list.setCellFactory(l -> new FileCell());
    list.setPlaceholder(Parts.line("No file has come back in this session.", "muted"));
    list.setAccessibleText("Returned files");
    list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> detail(now));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(list, new DropTile(dropped, choose));
    left.getStyleClass().addAll("gap-16", "returns-list");
    left.setMinWidth(USE_PREF_SIZE);
    detail.getStyleClass().addAll("gap-16");
    ScrollPane right = new ScrollPane(detail);
    right.setFitToWidth(true);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(left, right);
    both.getStyleClass().add("gap-16");
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(totals, both);
    show(List.of());
    detail(null);
  }

  /** Adds what one merge reported. */
  void add(MergeReport report) {
    files.addAll(0, report.files());
    show(files);
    if (!report.files().isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  private void show(List<ReturnedFile> shown) {
    MergeReport all = new MergeReport(shown);
    list.getItems().setAll(shown);
    totals
        .getChildren()
        .setAll(
            Parts.line("Returns", "desk-title"),
            total(all.newCases(), "answered cases added", "strong"),
            total(all.conflicts(), "conflicts", all.conflicts() == 0 ? "strong" : "warning"),
            total(
                all.refused(),
                all.refused() == 1 ? "file refused" : "files refused",
                all.refused() == 0 ? "strong" : "danger"));
  }

  private static HBox total(int number, String words, String tone) {
    Label count = Parts.line(Integer.toString(number), "title", tone);
    HBox total = new HBox(count, Parts.line(words, "muted"));
    total.getStyleClass().addAll("gap-8", "base-line");
    return total;
  }

  private void detail(@Nullable ReturnedFile file) {
    detail.getChildren().clear();
    if (file == null) {
      detail
          .getChildren()
          .add(
              Parts.paragraph(
                  "Partial files are welcome. Nothing is ever overwritten: where two copies of a"
                      + " file were read, both answers are shown here and nothing is added.",
                  "muted"));
      return;
    }
    Card verdict =
        new Card(
            file.file().getFileName().toString(), "", Parts.paragraph(file.sentence(), "body"));
    verdict.before(icon(file));
    for (Oddity oddity : file.oddities()) {
      HBox line =
          new HBox(
              Icons.of(Feather.ALERT_CIRCLE, "icon-warning"),
              Parts.paragraph(oddity.sentence(), "muted"));
      line.getStyleClass().add("gap-12");
      verdict.body().getChildren().add(line);
    }
    detail.getChildren().add(verdict);
    if (!file.conflicts().isEmpty()) {
      detail.getChildren().add(conflicts(file.conflicts()));
    }
  }

  private static Card conflicts(List<Dispute> conflicts) {
    Card card = new Card("Answers that differ", "both stay as they are; the study keeps its own");
    for (Dispute dispute : conflicts) {
      HBox sides = new HBox();
      for (Dispute.Side side : dispute.sides()) {
        VBox box =
            new VBox(
                Parts.line(side.words(), "strong"),
                Parts.line("submitted " + Days.time(side.submitted()), "small"));
        box.getStyleClass().addAll("gap-4", "conflict-side");
        HBox.setHgrow(box, Priority.ALWAYS);
        sides.getChildren().add(box);
      }
      sides.getStyleClass().add("gap-16");
      String place =
          "Case "
              + dispute.item().code()
              + ", position "
              + dispute.item().position()
              + ", "
              + dispute.questionId();
      VBox row = new VBox(Parts.line(place, "strong", "bold"), sides);
      row.getStyleClass().add("gap-8");
      card.body().getChildren().add(row);
    }
    return card;
  }

  private static javafx.scene.Node icon(ReturnedFile file) {
    if (file.refused()) {
      return Icons.of(Feather.X_CIRCLE, "icon-danger");
    }
    boolean calm = file.conflicts().isEmpty() && file.oddities().isEmpty();
    return calm
        ? Icons.of(Feather.CHECK, "icon-success")
        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning");
  }

  private static String shortly(ReturnedFile file) {
    return switch (file.outcome().orElse(null)) {
      case null -> "refused";
      case MergeOutcome.Merged merged when merged.newEntries() == 0 -> "same file again";
      case MergeOutcome.Merged merged -> merged.newSubmissions() + " new cases";
      case MergeOutcome.Older older -> "older copy";
      case MergeOutcome.Diverged diverged -> diverged.conflicts().size() + " conflicts";
      case MergeOutcome.Refused refused -> "refused";
    };
  }

  private static final class FileCell extends ListCell<ReturnedFile> {
    @Override
    protected void updateItem(@Nullable ReturnedFile file, boolean empty) {
      super.updateItem(file, empty);
      setText(null);
      setGraphic(null);
      if (!empty && file != null) {
        VBox words =
            new VBox(
                Parts.line(file.file().getFileName().toString(), "strong", "bold"),
                Parts.line(shortly(file), "muted"));
        HBox row = new HBox(icon(file), words);
        row.getStyleClass().add("gap-12");
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
      }
    }
  }
}
