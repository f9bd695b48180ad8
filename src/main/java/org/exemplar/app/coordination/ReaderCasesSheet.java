package org.exemplar.app.coordination;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.ReadCase;

/** A reader's cases in the reader's own order, with times and answers. */
final class ReaderCasesSheet {
  private final Sheet sheet;
  private final TableView<ReadCase> table = new TableView<>();

  ReaderCasesSheet(ReaderRow row, List<ReadCase> cases, Sheet sheet) {
    this.sheet = sheet;
    table.getStyleClass().add("audit-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setItems(FXCollections.observableList(List.copyOf(cases)));
    table.setAccessibleText("Cases of " + row.reader());
    column("Place", 54, each -> Integer.toString(each.submission().item().position()));
    column("Case", 80, each -> each.submission().item().code().value());
    column("Submitted", 100, each -> Days.time(each.submission().timing().submitted()));
    column("Active", 60, each -> seconds(each.submission().timing().activeMs()));
    column("Idle", 60, each -> seconds(each.submission().timing().idleMs()));
    column("Answers", 240, ReadCase::line);
    Button done = new Button("Close");
    done.setDefaultButton(true);
    done.setOnAction(e -> sheet.close());
    sheet.body(
        Parts.paragraph("Cases of " + row.reader(), "title"),
        Parts.paragraph(
            "As of the file that came back last, in the reader’s own order; times by the reader’s"
                + " clock. No case here is known to be of an arm.",
            "muted"),
        table);
    sheet.footer(Parts.line(cases.size() + " cases", "muted"), done);
  }

  private static String seconds(long ms) {
    return Math.round(ms / 1000.0) + " s";
  }

  private void column(String title, double width, Function<ReadCase, String> text) {
    TableColumn<ReadCase, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    table.getColumns().add(column);
  }

  /** Shows it, the keyboard on the table. */
  void show() {
    sheet.show(table);
  }
}
