package org.exemplar.app.explorer;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** All shown images as rows; only those in view are worked out. */
final class ImageRows extends TableView<Integer> {
  private final ExplorerViewModel model;
  private final Thumbnails thumbnails;

  ImageRows(ExplorerViewModel model, Thumbnails thumbnails, ImageDoors doors) {
    this.model = model;
    this.thumbnails = thumbnails;
    getStyleClass().add("image-table");
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Parts.line("No image fits the filters.", "heading"));
    setAccessibleText("Images");
    columns();
    setRowFactory(table -> row(doors));
    model.shownProperty().addListener((o, was, now) -> show(now));
    model.focusedProperty().addListener((o, was, now) -> focus(now));
    getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, now) -> {
          if (now != null) {
            model.focusedProperty().set(now);
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, doors));
    model.ratingsProperty().addListener(o -> ratings());
    ratings();
    show(model.shownProperty().get());
  }

  private void key(KeyEvent e, ImageDoors doors) {
    Integer image = getSelectionModel().getSelectedItem();
    if (image != null && e.getCode() == KeyCode.ENTER && !e.isAltDown()) {
      (e.isShortcutDown() ? doors.window() : doors.place()).accept(image);
      e.consume();
    } else if (image != null && e.getCode() == KeyCode.SPACE) {
      model.toggle(image);
      refresh();
      e.consume();
    }
  }

  private TableRow<Integer> row(ImageDoors doors) {
    TableRow<Integer> row = new TableRow<>();
    row.setOnMouseClicked(e -> {
      Integer image = row.getItem();
      if (image != null && e.getButton() == MouseButton.MIDDLE) {
        doors.window().accept(image);
      } else if (image != null && e.getClickCount() == 2) {
        doors.place().accept(image);
      }
    });
    return row;
  }

  private void show(@Nullable Shown shown) {
    if (shown != null) {
      setItems(FXCollections.observableList(shown.images()));
      refresh();
      focus(model.focusedProperty().get());
    }
  }

  private void focus(@Nullable Integer image) {
    Integer selected = getSelectionModel().getSelectedItem();
    if (image != null && !image.equals(selected)) {
      int at = getItems().indexOf(image);
      if (at >= 0) {
        getSelectionModel().select(at);
        scrollTo(Math.max(0, at - 3));
      }
    }
  }

  private void columns() {
    column("", 52, Pos.CENTER_LEFT, (cell, image) -> cell.setGraphic(film(image)));
    column(
        "Image",
        190,
        Pos.CENTER_LEFT,
        (cell, image) -> {
          cell.setText(
              (model.selected().contains(image) ? "✓ " : "") + model.exploration().id(image));
          cell.getStyleClass().add("strong-cell");
        });
    column("Arm", 76, Pos.CENTER_LEFT, this::arm);
    column("Agreement", 96, Pos.CENTER_RIGHT, this::agreement);
    column(
        range(),
        110,
        Pos.CENTER_LEFT,
        (cell, image) -> {
          Sparkline line = new Sparkline();
          line.show(ImageReading.along(model.exploration(), image), pie(image));
          cell.setGraphic(line);
        });
    if (model.exploration().hasLabels()) {
      column(
          "Findings",
          84,
          Pos.CENTER_RIGHT,
          (cell, image) -> cell.setText(Integer.toString(model.exploration().given(image).size())));
      column(
          "Given",
          270,
          Pos.CENTER_LEFT,
          (cell, image) -> cell.setText(ImageWords.given(model.exploration(), image)));
    }
    column(
        "Largest contributions (rank dense → pruned)", 300, Pos.CENTER_LEFT, this::contributions);
    column("Highest probability", 130, Pos.CENTER_RIGHT, this::probability);
  }

  /** One column of mean ratings for each question, once they may be known. */
  private void ratings() {
    getColumns().removeIf(c -> c.getStyleClass().contains("rating-column"));
    ImageRatings ratings = model.ratingsProperty().get();
    for (int q = 0; q < ratings.questions().size(); q++) {
      int question = q;
      column(
          ratings.questions().get(q),
          90,
          Pos.CENTER_RIGHT,
          (cell, image) -> {
            var mean = ratings.mean(image, question);
            cell.setText(mean.isPresent() ? LinearAxis.number(mean.getAsDouble(), 2) : "");
          });
      getColumns().getLast().getStyleClass().add("rating-column");
    }
  }

  private String range() {
    var sparsities = model.exploration().sparsities();
    return sparsities.getFirst().text() + " … " + sparsities.getLast().text();
  }

  private boolean pie(int image) {
    Shown shown = model.shownProperty().get();
    return shown != null && shown.level().pie(image);
  }

  private StackPane film(int image) {
    ImageView view = new ImageView();
    thumbnails.of(image).ifPresent(view::setImage);
    view.setPreserveRatio(true);
    StackPane film = new StackPane(view);
    film.getStyleClass().add("row-film");
    view.fitWidthProperty().bind(film.prefWidthProperty());
    view.fitHeightProperty().bind(film.prefHeightProperty());
    return film;
  }

  private void arm(TableCell<Integer, Integer> cell, int image) {
    if (pie(image)) {
      cell.setGraphic(Parts.line("PIE", "arm-tag", "pie"));
    } else {
      cell.setText("–");
    }
  }

  private void agreement(TableCell<Integer, Integer> cell, int image) {
    Shown shown = model.shownProperty().get();
    double value = shown == null ? Double.NaN : shown.level().agreement().value(image);
    cell.setText(Double.isNaN(value) ? "undefined" : LinearAxis.number(value, 3));
    cell.getStyleClass().add(pie(image) ? "pie-cell" : "strong-cell");
  }

  private void contributions(TableCell<Integer, Integer> cell, int image) {
    ImageReading reading =
        ImageReading.of(model.exploration(), image, model.stateProperty().get().sparsity());
    HBox tags = new HBox();
    tags.getStyleClass().add("gap-8");
    tags.setAlignment(Pos.CENTER_LEFT);
    for (ImageReading.Finding finding : reading.byContribution().stream().limit(2).toList()) {
      Label tag =
          Parts.line(
              finding.words() + " " + finding.before().rank() + "→" + finding.after().rank(),
              "rank-tag");
      tags.getChildren().add(tag);
    }
    cell.setGraphic(tags);
  }

  private void probability(TableCell<Integer, Integer> cell, int image) {
    ImageReading reading =
        ImageReading.of(model.exploration(), image, model.stateProperty().get().sparsity());
    cell.setText(
        LinearAxis.number(reading.highest(false), 2)
            + " → "
            + LinearAxis.number(reading.highest(true), 2));
  }

  /** Fills a cell for an image. */
  private interface Fill {
    void fill(TableCell<Integer, Integer> cell, int image);
  }

  private void column(String title, double width, Pos at, Fill fill) {
    TableColumn<Integer, Integer> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    Consumer<TableCell<Integer, Integer>> align = cell -> cell.setAlignment(at);
    if (at == Pos.CENTER_RIGHT) {
      column.getStyleClass().add("right-column");
    }
    column.setCellFactory(c -> {
      TableCell<Integer, Integer> cell = new FilledCell(fill);
      align.accept(cell);
      return cell;
    });
    getColumns().add(column);
  }

  /** The columns' titles, for tests. */
  List<String> titles() {
    return getColumns().stream().map(TableColumn::getText).toList();
  }

  private static final class FilledCell extends TableCell<Integer, Integer> {
    private final Fill fill;

    FilledCell(Fill fill) {
      this.fill = fill;
    }

    @Override
    protected void updateItem(@Nullable Integer image, boolean empty) {
      super.updateItem(image, empty);
      setText(null);
      setGraphic(null);
      getStyleClass().removeAll("pie-cell", "strong-cell");
      if (!empty && image != null) {
        fill.fill(this, image);
      }
    }
  }
}
