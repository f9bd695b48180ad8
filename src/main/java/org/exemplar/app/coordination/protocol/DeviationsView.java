package org.exemplar.app.coordination.protocol;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** What readers did otherwise than the protocol says, with their reasons, as it came back. */
final class DeviationsView extends VBox {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  DeviationsView(List<StudyRecord.Made> deviations) {
    getStyleClass().add("gap-12");
    if (deviations.isEmpty()) {
      EmptyState none =
          new EmptyState(
              Feather.CHECK_CIRCLE,
              "No deviations so far",
              "Breaks skipped, limits passed, cases left out and the like appear here with their"
                  + " reasons when files come back.");
      VBox.setVgrow(none, Priority.ALWAYS);
      getChildren().add(none);
      return;
    }
    TableView<StudyRecord.Made> table = new TableView<>();
    table.getStyleClass().add("audit-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setItems(FXCollections.observableList(deviations));
    table.setAccessibleText("Deviations, oldest first");
    column(table, "Reader", 90, made -> made.reader().toString());
    column(
        table,
        "Case in the reader’s order",
        170,
        made ->
            made.deviation().position() == 0 ? "–" : Integer.toString(made.deviation().position()));
    column(table, "What", 260, made -> made.deviation().kind().words());
    column(table, "When (UTC)", 150, made -> WHEN.format(made.deviation().at()));
    column(table, "Reason", 420, made -> made.deviation().reason());
    VBox.setVgrow(table, Priority.ALWAYS);
    Label count =
        Parts.line(
            deviations.size() == 1 ? "1 deviation" : deviations.size() + " deviations", "muted");
    getChildren().addAll(count, table);
  }

  private static void column(
      TableView<StudyRecord.Made> table,
      String title,
      double width,
      Function<StudyRecord.Made, String> text) {
    TableColumn<StudyRecord.Made, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    table.getColumns().add(column);
  }
}
