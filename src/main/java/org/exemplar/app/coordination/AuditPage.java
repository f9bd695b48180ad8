package org.exemplar.app.coordination;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.audit.AuditEntry;
import org.exemplar.conduct.FileCheck;
import org.kordamp.ikonli.feather.Feather;

/** The audit trail of a study, and whether its files are complete and unchanged. */
final class AuditPage extends VBox {
  private final VBox checks = new VBox();

  /**
   * @param verify checks seal, trail, key and reading files
   */
  AuditPage(StudyOverview study, Runnable verify) {
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    checks.getStyleClass().add("gap-8");
    checks.getChildren().add(Parts.line("Study, key and reading files, by their digests", "muted"));
    Card proof =
        new Card("Is everything intact?", "", checks)
            .actions(Buttons.of("Verify", Feather.SHIELD, verify));
    TableView<AuditEntry> table = new TableView<>();
    table.getStyleClass().add("audit-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setItems(FXCollections.observableList(List.copyOf(study.trail().entries().reversed())));
    table.setAccessibleText("Audit trail, newest first");
    column(table, "Entry", 70, e -> Long.toString(e.sequence()));
    column(table, "Time", 120, e -> Days.time(e.stamp().at()));
    column(table, "Who", 120, e -> e.stamp().actor());
    column(table, "What", 180, e -> e.action().replace('_', ' '));
    column(table, "Detail", 500, AuditEntry::payload);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(proof, table);
  }

  private static void column(
      TableView<AuditEntry> table, String title, double width, Function<AuditEntry, String> text) {
    TableColumn<AuditEntry, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    table.getColumns().add(column);
  }

  /** Shows the outcome of a verification. */
  void show(List<FileCheck> results) {
    checks
        .getChildren()
        .setAll(
            results.stream()
                .map(check -> {
                  HBox line =
                      new HBox(
                          check.intact()
                              ? Icons.of(Feather.CHECK, "icon-success")
                              : Icons.of(Feather.X_CIRCLE, "icon-danger"),
                          Parts.paragraph(
                              check.file().getFileName()
                                  + ": "
                                  + check.broken().orElse("intact")
                                  + check
                                      .head()
                                      .map(h -> ", audit head " + h.hash().checkCode())
                                      .orElse(""),
                              check.intact() ? "body" : "danger"));
                  line.getStyleClass().add("gap-12");
                  return line;
                })
                .toList());
  }
}
