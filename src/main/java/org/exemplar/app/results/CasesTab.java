package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** All cases with every reader's rating of one question; sorted by any column, filtered. */
final class CasesTab extends VBox {
  private final TabDoor door;
  private final TableView<CaseRow> table = new TableView<>();
  private final ObservableList<CaseRow> all = FXCollections.observableArrayList();
  private final FilteredList<CaseRow> shown = new FilteredList<>(all);
  private final TextField search = new TextField();
  private final Label count = Parts.line("", "muted");
  private Optional<Boolean> arm = Optional.empty();

  CasesTab(TabDoor door) {
    this.door = door;
    getStyleClass().add("gap-12");
    List<String> questions = List.copyOf(door.model().results().questions().keySet());
    if (!door.model().opened().hasRatings() || questions.isEmpty()) {
      getChildren().add(noRatings());
      return;
    }
    Segmented<String> question =
        new Segmented<>(questions, door.model()::title, questions.getFirst());
    question.valueProperty().addListener((o, was, is) -> all.setAll(door.model().cases(is)));
    all.setAll(door.model().cases(questions.getFirst()));
    columns();
    SortedList<CaseRow> sorted = new SortedList<>(shown);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getStyleClass().add("case-table");
    table.setAccessibleText("Cases");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(Parts.line("No case fits the filter.", "muted"));
    table.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open();
      }
    });
    table.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open();
      }
    });
    VBox.setVgrow(table, Priority.ALWAYS);
    FlowPane bar = new FlowPane(question, arms(), find(), count);
    bar.getStyleClass().addAll("case-bar", "middle-line");
    bar.setMinWidth(0);
    table.setMinWidth(0);
    getChildren()
        .addAll(
            bar,
            door.warnings(questions.getFirst(), Tab.CASES),
            table,
            Parts.paragraph(
                "? cannot judge, – not rated. Agreement: share of pairs of readers who gave the"
                    + " same rating. Enter or a double click shows the ratings of a case, and the"
                    + " way to its image.",
                "small"));
    filter();
  }

  static EmptyState noRatings() {
    return new EmptyState(
        Feather.LIST,
        "Only the numbers are here",
        "This folder holds results.json without ratings.csv. Open the study with its key, or the"
            + " table of ratings, to see what is behind the numbers.");
  }

  private Segmented<String> arms() {
    Segmented<String> arms =
        new Segmented<>(List.of("All", "PIE", "Non-PIE"), Function.identity(), "All");
    arms.valueProperty()
        .addListener((o, was, is) -> {
          arm = is.equals("All") ? Optional.empty() : Optional.of(is.equals("PIE"));
          filter();
        });
    return arms;
  }

  private TextField find() {
    search.setPromptText("Find a case or an image");
    search.setAccessibleText("Find a case or an image");
    search.getStyleClass().add("image-search");
    search.textProperty().addListener(o -> filter());
    return search;
  }

  private void filter() {
    String words = search.getText().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(row ->
        arm.map(pie -> pie == row.pie()).orElse(true)
            && (words.isEmpty()
                || row.caseId().toLowerCase(Locale.ROOT).contains(words)
                || row.image().toLowerCase(Locale.ROOT).contains(words)));
    count.setText(shown.size() + " of " + all.size() + " cases");
  }

  private void columns() {
    List<TableColumn<CaseRow, ?>> columns = new ArrayList<>();
    columns.add(column("Case", CaseRow::caseId, 90));
    if (!door.model().opened().images().isEmpty()) {
      columns.add(column("Image", CaseRow::image, 150));
    }
    columns.add(column("Arm", r -> r.pie() ? "PIE" : "Non-PIE", 70));
    for (String reader : door.model().opened().sheet().readers()) {
      TableColumn<CaseRow, String> column =
          column(reader, r -> shown(r.values().getOrDefault(reader, "–")), 56);
      column.setCellFactory(c -> new AnswerTable.ValueCell<>());
      column.getStyleClass().add("right-column");
      columns.add(column);
    }
    columns.add(number("Mean", r -> r.mean().isPresent() ? r.mean().getAsDouble() : null, 2));
    columns.add(
        number(
            "Agreement",
            r -> r.agreement().isPresent() ? 100 * r.agreement().getAsDouble() : null,
            0));
    table.getColumns().setAll(columns);
  }

  private static String shown(String value) {
    return value.equals("cannot judge") ? "?" : value;
  }

  private static TableColumn<CaseRow, String> column(
      String title, Function<CaseRow, String> value, double width) {
    TableColumn<CaseRow, String> column = new TableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
    column.setComparator(AnswerTable.NATURAL);
    column.setMinWidth(Math.min(width, 48));
    column.setPrefWidth(width);
    if (title.equals("Arm")) {
      column.setCellFactory(c -> new AnswerTable.ArmCell<>());
    }
    return column;
  }

  private static TableColumn<CaseRow, Double> number(
      String title,
      Function<CaseRow, @org.jspecify.annotations.Nullable Double> value,
      int digits) {
    TableColumn<CaseRow, Double> column = new TableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
    column.setCellFactory(c -> new AnswerTable.NumberCell<>(digits, digits == 0 ? " %" : ""));
    column.getStyleClass().add("right-column");
    column.setMinWidth(60);
    column.setPrefWidth(84);
    return column;
  }

  private void open() {
    CaseRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      door.ratings().accept(Wanted.ofCase(row.caseId()));
    }
  }
}
