package org.exemplar.app.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.kordamp.ikonli.feather.Feather;

/** The ratings behind a number, and the way from each to its image. */
final class RatingsPage extends VBox {
  private final AnswerTable table;

  /**
   * @param image opens the image behind a case
   * @param narrow opens fewer ratings: those of one case
   */
  RatingsPage(
      ResultsModel model, Wanted wanted, Consumer<ImageWanted> image, Consumer<Wanted> narrow) {
    getStyleClass().addAll("gap-12", "desk-page", "padded-below", "ratings-page");
    if (!model.opened().hasRatings()) {
      table = new AnswerTable(List.of(), model::title);
      getChildren().add(CasesTab.noRatings());
      return;
    }
    List<AnswerRow> rows = model.answers().of(wanted);
    table = new AnswerTable(rows, model::title);
    VBox.setVgrow(table, Priority.ALWAYS);
    Button show =
        Buttons.primary(
            "Show the image",
            Feather.IMAGE,
            () -> selected(row -> image.accept(model.image(row.caseId()))));
    show.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    HBox head =
        new HBox(
            Parts.line(wanted.words(model::title), "title"),
            Parts.line(summary(rows), "muted"),
            Parts.filler());
    if (wanted.caseId().isEmpty()) {
      Button one =
          Buttons.of(
              "All ratings of this case",
              Feather.LIST,
              () -> selected(row -> narrow.accept(Wanted.ofCase(row.caseId()))));
      one.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
      head.getChildren().add(one);
    }
    head.getChildren().add(show);
    head.getStyleClass().addAll("gap-12", "middle-line");
    table.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        selected(row -> image.accept(model.image(row.caseId())));
        e.consume();
      }
    });
    table.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        selected(row -> image.accept(model.image(row.caseId())));
      }
    });
    getChildren().addAll(head, table, foot());
    if (!rows.isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private Label foot() {
    return Parts.paragraph(
        "Enter or a double click opens the image with its dense and pruned predictions. Practice"
            + " is left out; repeats are only in lists of one case or of cases read twice.",
        "small");
  }

  private void selected(Consumer<AnswerRow> with) {
    AnswerRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      with.accept(row);
    }
  }

  /** {@code "40 ratings of 20 cases by 2 readers, mean 3.20"}. */
  static String summary(List<AnswerRow> rows) {
    long cases = rows.stream().map(AnswerRow::caseId).distinct().count();
    long readers = rows.stream().map(AnswerRow::reader).distinct().count();
    long questions = rows.stream().map(AnswerRow::question).distinct().count();
    long rated = rows.stream().filter(r -> r.code().isPresent()).count();
    long open = rows.size() - rated;
    String words =
        rated
            + (rated == 1 ? " rating" : " ratings")
            + (open > 0 ? " and " + open + " “cannot judge”" : "")
            + " of "
            + cases
            + (cases == 1 ? " case by " : " cases by ")
            + readers
            + (readers == 1 ? " reader" : " readers");
    OptionalDouble mean =
        rows.stream()
            .filter(r -> r.code().isPresent())
            .mapToDouble(r -> r.code().getAsDouble())
            .average();
    return questions == 1 && mean.isPresent()
        ? words + ", mean " + Figures.decimals(mean.getAsDouble(), 2)
        : words;
  }
}
