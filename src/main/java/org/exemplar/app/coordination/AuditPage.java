package org.exemplar.app.coordination;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.FileCheck;
import org.kordamp.ikonli.feather.Feather;

/**
 * The audit trail of a study with its head, whether its files are complete and unchanged, and its
 * backups.
 */
final class AuditPage extends VBox {
  private static final String EVERYTHING = "Everything";

  private final VBox checks = new VBox();
  private final FilteredList<AuditEntry> entries;
  private final TextField words = new TextField();
  private final ComboBox<String> action = new ComboBox<>();
  private final Label count = Parts.line("", "muted");
  private final TextArea whole = new TextArea();

  /**
   * @param verify checks seal, trail, key and reading files
   */
  AuditPage(StudyOverview study, Runnable verify, BackupsCard.Acts backups) {
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    entries =
        new FilteredList<>(
            FXCollections.observableList(List.copyOf(study.trail().entries().reversed())));
    checks.getStyleClass().add("gap-8");
    opened(study);
    Card proof =
        new Card("Is everything intact?", "", checks)
            .actions(Buttons.of("Verify", Feather.SHIELD, verify));
    Card kept = BackupsCard.of(study, backups);
    HBox top = new HBox(proof, kept);
    top.getStyleClass().add("gap-16");
    for (Card card : List.of(proof, kept)) {
      HBox.setHgrow(card, Priority.ALWAYS);
      card.setMinWidth(0);
      card.prefWidthProperty().bind(widthProperty().divide(2));
    }
    TableView<AuditEntry> table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    whole.setEditable(false);
    whole.setWrapText(true);
    whole.setPrefRowCount(3);
    whole.setMinHeight(USE_PREF_SIZE);
    whole.getStyleClass().add("mono");
    whole.setAccessibleText("The chosen entry as it is hashed");
    whole.setVisible(false);
    whole.setManaged(false);
    getChildren().addAll(top, filter(study), table, whole);
  }

  private void opened(StudyOverview study) {
    boolean intact = study.trail().verification().intact();
    AuditEntry.Head head = study.trail().verification().head();
    checks
        .getChildren()
        .addAll(
            line(
                intact,
                intact
                    ? "study.db: seal, every row and the chain of "
                        + head.sequence()
                        + " entries verified on opening"
                    : "study.db: " + study.trail().verification().broken().orElse("")),
            Parts.paragraph("Head: " + head.hash().hex(), "small", "mono"),
            Parts.paragraph(
                "Verify looks at the key and at every reading file in the study’s folder too.",
                "muted"));
  }

  private HBox filter(StudyOverview study) {
    words.setPromptText("Find in entries");
    words.setAccessibleText("Find in entries");
    words.textProperty().addListener(o -> refilter());
    HBox.setHgrow(words, Priority.ALWAYS);
    action.getItems().add(EVERYTHING);
    study.trail().entries().stream()
        .map(EntryWords::action)
        .distinct()
        .sorted()
        .forEach(action.getItems()::add);
    action.getSelectionModel().selectFirst();
    action.setAccessibleText("What was done");
    action.valueProperty().addListener(o -> refilter());
    count.setMinWidth(USE_PREF_SIZE);
    HBox filter = new HBox(Parts.line("Audit trail", "heading"), words, action, count);
    filter.getStyleClass().add("gap-12");
    filter.setAlignment(Pos.CENTER_LEFT);
    refilter();
    return filter;
  }

  private void refilter() {
    String only = action.getValue();
    entries.setPredicate(entry ->
        (only == null || only.equals(EVERYTHING) || only.equals(EntryWords.action(entry)))
            && EntryWords.has(entry, words.getText()));
    int all = entries.getSource().size();
    count.setText(
        entries.size() == all ? all + " entries" : entries.size() + " of " + all + " entries");
  }

  private TableView<AuditEntry> table() {
    TableView<AuditEntry> table = new TableView<>();
    table.getStyleClass().add("audit-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setItems(entries);
    table.setPlaceholder(Parts.line("No entry has these words.", "muted"));
    table.setAccessibleText("Audit trail, newest first");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    column(table, "Entry", 60, e -> Long.toString(e.sequence()));
    column(table, "Time", 124, e -> Days.time(e.stamp().at())).setMinWidth(124);
    column(table, "Who", 170, AuditPage::who);
    column(table, "What", 140, EntryWords::action);
    TableColumn<AuditEntry, String> hash =
        column(table, "Hash", 150, e -> e.chain().hash().checkCode());
    column(table, "Detail", 480, EntryWords::details);
    Narrow.watch(this, count, 1000, narrow -> hash.setVisible(!narrow));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, now) -> {
          whole.setText(now == null ? "" : now.payload());
          whole.setVisible(now != null);
          whole.setManaged(now != null);
        });
    return table;
  }

  private static String who(AuditEntry entry) {
    return EntryWords.signer(entry).isEmpty()
        ? entry.stamp().actor()
        : entry.stamp().actor() + ", signed";
  }

  private static TableColumn<AuditEntry, String> column(
      TableView<AuditEntry> table, String title, double width, Function<AuditEntry, String> text) {
    TableColumn<AuditEntry, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    table.getColumns().add(column);
    return column;
  }

  /** Shows the outcome of a verification. */
  void show(List<FileCheck> results) {
    checks.getChildren().setAll(results.stream().map(AuditPage::line).toList());
  }

  private static HBox line(FileCheck check) {
    String head =
        check.intact()
            ? check.head().map(h -> ", audit head " + h.hash().checkCode()).orElse("")
            : "";
    return line(
        check.intact(),
        check.file().getFileName()
            + ": "
            + check.broken().orElse("intact")
            + head
            + check.note().map(note -> ". " + note).orElse(""));
  }

  private static HBox line(boolean good, String what) {
    HBox line =
        new HBox(
            good
                ? Icons.of(Feather.CHECK, "icon-success")
                : Icons.of(Feather.X_CIRCLE, "icon-danger"),
            Parts.paragraph(what, good ? "body" : "danger"));
    line.getStyleClass().add("gap-12");
    return line;
  }
}
