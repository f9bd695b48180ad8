package org.exemplar.app.results;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.jspecify.annotations.Nullable;

/** Ratings as rows: who, which case, what, how long, how often changed. */
final class AnswerTable extends TableView<AnswerRow> {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** Numbers by value before words; words as they are. */
  static final Comparator<String> NATURAL =
      (a, b) -> {
        boolean first = NUMBER.matcher(a).matches();
        boolean second = NUMBER.matcher(b).matches();
        if (first && second) {
          return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        return first == second ? a.compareTo(b) : first ? -1 : 1;
      };

  /** PIE or not, in colour and in words. */
  static final class ArmCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(@Nullable String arm, boolean empty) {
      super.updateItem(arm, empty);
      setText(empty ? "" : arm);
      getStyleClass().removeAll("pie-cell", "non-pie-cell");
      if (!empty && arm != null) {
        getStyleClass().add(arm.equals("PIE") ? "pie-cell" : "non-pie-cell");
      }
    }
  }

  /** A rating at the right end of its cell. */
  static final class ValueCell<T> extends TableCell<T, String> {
    ValueCell() {
      setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty ? "" : value);
    }
  }

  /** A number at the right end of its cell. */
  static final class NumberCell<T> extends TableCell<T, Double> {
    private final int digits;
    private final String unit;

    NumberCell(int digits, String unit) {
      this.digits = digits;
      this.unit = unit;
      setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty ? "" : value == null ? "–" : Figures.decimals(value, digits) + unit);
    }
  }

  /**
   * @param title of a question
   */
  AnswerTable(List<AnswerRow> rows, Function<String, String> title) {
    getStyleClass().add("answer-table");
    setAccessibleText("Ratings");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Parts.line("There is no rating behind this number.", "muted"));
    getColumns().add(words("Reader", AnswerRow::reader, 70));
    getColumns().add(words("Case", AnswerRow::caseId, 90));
    TableColumn<AnswerRow, String> arm = words("Arm", r -> r.pie() ? "PIE" : "Non-PIE", 70);
    arm.setCellFactory(c -> new ArmCell<>());
    getColumns().add(arm);
    getColumns().add(words("Question", r -> title.apply(r.question()), 110));
    getColumns().add(words("Value", AnswerRow::value, 70));
    getColumns().add(words("Answer", AnswerRow::wording, 130));
    if (rows.stream().anyMatch(r -> r.position() > 0)) {
      getColumns().add(number("Position", r -> (double) r.position(), 0, ""));
      getColumns().add(words("Showing", r -> r.repeat() ? "repeat" : "first", 70));
    }
    if (rows.stream().anyMatch(r -> r.activeSeconds().isPresent())) {
      getColumns().add(number("Active", r -> orNull(r.activeSeconds()), 1, " s"));
      getColumns().add(number("Idle", r -> orNull(r.idleSeconds()), 1, " s"));
      getColumns().add(number("Changes", r -> (double) r.changes(), 0, ""));
    }
    if (rows.stream().anyMatch(r -> !r.comment().isEmpty())) {
      getColumns().add(words("Comment", AnswerRow::comment, 160));
    }
    SortedList<AnswerRow> sorted = new SortedList<>(FXCollections.observableArrayList(rows));
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  private static @Nullable Double orNull(java.util.OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static TableColumn<AnswerRow, String> words(
      String title, Function<AnswerRow, String> value, double width) {
    TableColumn<AnswerRow, String> column = new TableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
    column.setComparator(NATURAL);
    column.setMinWidth(48);
    column.setPrefWidth(width);
    return column;
  }

  private static TableColumn<AnswerRow, Double> number(
      String title, Function<AnswerRow, @Nullable Double> value, int digits, String unit) {
    TableColumn<AnswerRow, Double> column = new TableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
    column.setCellFactory(c -> new NumberCell<>(digits, unit));
    column.getStyleClass().add("right-column");
    column.setMinWidth(52);
    column.setPrefWidth(78);
    return column;
  }
}
