package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Oddity;
import org.exemplar.conduct.Resolution;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.conduct.Verdict;
import org.exemplar.store.Dispute;
import org.exemplar.study.ReaderId;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What became of the files that came back: a verdict each, and the rows of the selected one. */
final class ReturnsPage extends VBox {
  private final List<ReturnedFile> files = new ArrayList<>();
  private final ListView<ReturnedFile> list = new ListView<>();
  private final ComboBox<ReturnedFile> combo = new ComboBox<>();
  private final VBox detail = new VBox();
  private final HBox totals = new HBox();
  private final Label waiting = Parts.line("", "muted");
  private final Button finish = Buttons.primary("Finish merge", Feather.CHECK, this::finish);
  private final Acts acts;
  private ConflictsModel conflicts = new ConflictsModel(List.of());
  private Optional<StudyOverview> earlier = Optional.empty();

  /**
   * What the page can do.
   *
   * @param dropped takes files
   * @param choose asks for files
   * @param decide writes which answers count
   * @param save writes answers that differ as a list
   */
  record Acts(
      Consumer<List<Path>> dropped,
      Runnable choose,
      Consumer<List<Resolution.Choice>> decide,
      Consumer<List<Dispute>> save) {}

  ReturnsPage(Acts acts) {
    this.acts = acts;
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    totals.getStyleClass().addAll("gap-24", "base-line");
    list.setCellFactory(l -> new FileCell());
    list.setPlaceholder(Parts.line("No file has come back in this session.", "muted"));
    list.setAccessibleText("Returned files");
    list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> select(now));
    combo.setCellFactory(l -> new FileCell());
    combo.setButtonCell(new FileCell());
    combo.setAccessibleText("Returned files");
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setOnAction(e -> list.getSelectionModel().select(combo.getValue()));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(list, new DropTile(acts.dropped(), acts.choose()));
    left.getStyleClass().addAll("gap-16", "returns-list");
    left.setMinWidth(USE_PREF_SIZE);
    detail.getStyleClass().addAll("gap-16");
    ScrollPane right = new ScrollPane(detail);
    right.setFitToWidth(true);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(left, right);
    both.getStyleClass().add("gap-16");
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(totals, combo, both);
    combo.setVisible(false);
    combo.setManaged(false);
    Narrow.watch(
        this,
        waiting,
        820,
        narrow -> {
          left.setVisible(!narrow);
          left.setManaged(!narrow);
          combo.setVisible(narrow);
          combo.setManaged(narrow);
        });
    DropTile.takeOver(this, acts.dropped());
    show(List.of());
    select(null);
  }

  /** Shows what came back before, while nothing has in this session. */
  void earlier(StudyOverview study) {
    earlier = Optional.of(study);
    select(list.getSelectionModel().getSelectedItem());
  }

  /** Adds what one merge reported. */
  void add(MergeReport report) {
    files.addAll(0, report.files());
    show(files);
    if (!report.files().isEmpty()) {
      ReturnedFile first =
          report.files().stream()
              .filter(file -> !file.conflicts().isEmpty())
              .findFirst()
              .orElse(report.files().getFirst());
      list.getSelectionModel().select(first);
    }
  }

  /** Shows the answers that differ as the study has them now. */
  void disputes(List<Dispute> disputes) {
    conflicts = new ConflictsModel(disputes);
    waiting.textProperty().bind(conflicts.missingProperty());
    finish.disableProperty().bind(conflicts.missingProperty().isNotEmpty());
    show(List.copyOf(files));
    select(list.getSelectionModel().getSelectedItem());
  }

  private void finish() {
    acts.decide().accept(conflicts.choices());
  }

  private void show(List<ReturnedFile> shown) {
    MergeReport all = new MergeReport(shown);
    ReturnedFile selected = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(shown);
    combo.getItems().setAll(shown);
    list.getSelectionModel().select(selected);
    long known = shown.stream().filter(f -> f.verdict() == Verdict.DUPLICATE).count();
    int open = conflicts.open().size();
    FlowPane numbers =
        new FlowPane(
            24,
            4,
            Parts.line("Returns", "desk-title"),
            total(all.newCases(), "answered cases added", "strong"),
            total((int) known, known == 1 ? "file known already" : "files known already", "strong"),
            total(open, open == 1 ? "conflict" : "conflicts", open == 0 ? "strong" : "warning"),
            total(
                all.refused(),
                all.refused() == 1 ? "file refused" : "files refused",
                all.refused() == 0 ? "strong" : "danger"));
    HBox.setHgrow(numbers, Priority.ALWAYS);
    waiting.setMinWidth(USE_PREF_SIZE);
    totals.getChildren().setAll(numbers);
    if (!conflicts.disputes().isEmpty()) {
      totals.getChildren().addAll(waiting, finish);
    }
  }

  private static HBox total(int number, String words, String tone) {
    Label count = Parts.line(Integer.toString(number), "title", tone);
    count.setMinWidth(USE_PREF_SIZE);
    HBox total = new HBox(count, Parts.line(words, "muted"));
    total.getStyleClass().addAll("gap-8", "base-line");
    return total;
  }

  private void select(@Nullable ReturnedFile file) {
    detail.getChildren().clear();
    if (!Objects.equals(combo.getValue(), file)) {
      combo.setValue(file);
    }
    if (file == null) {
      detail
          .getChildren()
          .add(
              Parts.paragraph(
                  "Partial files are welcome. Nothing is ever overwritten: where two copies of a"
                      + " file were read, both answers are kept and shown here.",
                  "muted"));
      earlier
          .filter(study -> !study.returned().files().isEmpty())
          .ifPresent(study -> detail.getChildren().add(ReturnedCard.all(study)));
    } else {
      detail.getChildren().add(verdict(file));
    }
    Optional<ReaderId> reader = Optional.ofNullable(file).flatMap(ReturnedFile::reader);
    if (file == null || reader.isPresent()) {
      detail.getChildren().add(new ConflictRows(conflicts, reader));
    }
  }

  private Card verdict(ReturnedFile file) {
    Card card =
        new Card(
            String.valueOf(file.file().getFileName()),
            "",
            Parts.paragraph(file.sentence(), "body"));
    card.before(icon(file));
    card.actions(
        Parts.line(
            file.refused() ? "nothing was taken" : "signature and seal verified",
            "tag",
            file.refused() ? "danger" : "success"));
    if (!conflicts.disputes().isEmpty()) {
      card.actions(
          Buttons.of(
              "Save as list", Feather.DOWNLOAD, () -> acts.save().accept(conflicts.disputes())));
    }
    if (!file.refused()) {
      card.body().getChildren().add(new ReturnedRows(file));
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
    if (file.refused()) {
      return "nothing was taken";
    }
    int cases = file.newCases();
    return cases + (cases == 1 ? " new case" : " new cases");
  }

  private static Label tag(ReturnedFile file) {
    int open = file.conflicts().size();
    String words = file.verdict().words();
    if (open > 0) {
      words += open == 1 ? ", 1 conflict" : ", " + open + " conflicts";
    }
    for (Oddity oddity : file.oddities()) {
      words +=
          switch (oddity.kind()) {
            case CLOCK -> words.contains("clock") ? "" : ", clock";
            case VERSION -> words.contains("version") ? "" : ", other version";
            case SIMULATED -> "";
          };
    }
    String tone =
        switch (file.verdict()) {
          case NEW -> "success";
          case PARTIAL, DUPLICATE, OLDER -> "info";
          case COPY -> "warning";
          case TAMPERED, OTHER_STUDY, OTHER_READER, REFUSED -> "danger";
        };
    Label tag = Parts.line(words, "tag", tone);
    tag.setMinWidth(USE_PREF_SIZE);
    return tag;
  }

  private static final class FileCell extends ListCell<ReturnedFile> {
    @Override
    protected void updateItem(@Nullable ReturnedFile file, boolean empty) {
      super.updateItem(file, empty);
      setText(null);
      setGraphic(null);
      setPrefWidth(0);
      if (!empty && file != null) {
        VBox words =
            new VBox(
                Parts.line(String.valueOf(file.file().getFileName()), "strong", "bold"),
                Parts.line(shortly(file), "muted"));
        words.setMinWidth(0);
        HBox row = new HBox(icon(file), words, Parts.filler(), tag(file));
        row.getStyleClass().add("gap-12");
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
      }
    }
  }
}
