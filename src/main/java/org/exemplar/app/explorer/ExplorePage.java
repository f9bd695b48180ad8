package org.exemplar.app.explorer;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.radiograph.Gray8;
import org.kordamp.ikonli.feather.Feather;

/** All images of a comparison: the histogram that is the criterion, filters, films or a table. */
public final class ExplorePage extends BorderPane {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

  private final ExplorerViewModel model;
  private final Thumbnails thumbnails;
  private final FilmGrid grid;
  private final ImageRows table;
  private final FilterBar filters;

  /**
   * @param films decodes an image, off the JavaFX thread
   * @param workers decode films
   * @param doors show one image
   */
  public ExplorePage(
      ExplorerViewModel model, IntFunction<Gray8> films, Executor workers, ImageDoors doors) {
    this.model = model;
    getStyleClass().add("explore-page");
    ScrollBar bar = new ScrollBar();
    bar.setOrientation(Orientation.VERTICAL);
    thumbnails = new Thumbnails(films, workers, Platform::runLater, this::arrived);
    grid = new FilmGrid(model, thumbnails, bar, doors);
    table = new ImageRows(model, thumbnails, doors);
    filters = new FilterBar(model, grid::wish);
    VBox page = new VBox(histogram(), filters, lower(bar));
    page.getStyleClass().addAll("gap-16", "desk-page");
    setCenter(page);
    setBottom(status());
    UndoKey.on(this, model);
    FirstFocus.on(this, this::focusImages);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (FIND.match(e)) {
            filters.search();
            e.consume();
          }
        });
  }

  /** Whether every picture that is wanted is there. */
  public boolean settled() {
    return !model.workingProperty().get() && thumbnails.idle();
  }

  private void arrived() {
    grid.arrived();
    if (table.isVisible()) {
      table.refresh();
    }
  }

  private Card histogram() {
    AgreementHistogram histogram = new AgreementHistogram(model);
    Facts facts = new Facts();
    facts
        .add("Median", shown(s -> LinearAxis.number(s.bins().median(), 3)))
        .add("Lowest", shown(s -> LinearAxis.number(s.bins().lowest(), 3)))
        .add("Tied at the boundary", shown(ExplorePage::tied))
        .add("Undefined", shown(s -> Integer.toString(s.level().selection().undefined().size())));
    facts.getStyleClass().add("histogram-facts");
    HBox row = new HBox(histogram, facts);
    HBox.setHgrow(histogram, Priority.ALWAYS);
    row.setMinWidth(0);
    Label probe = Parts.line("");
    facts.getChildren().add(probe);
    probe.setManaged(false);
    Narrow.watch(
        this,
        probe,
        860,
        narrow -> {
          facts.setVisible(!narrow);
          facts.setManaged(!narrow);
          histogram.pseudoClassStateChanged(SMALL, narrow);
        });
    Card card =
        new Card(
            "Agreement of dense and pruned",
            "Spearman correlation of the findings’ probabilities, per image",
            row);
    card.flush();
    card.getStyleClass().add("histogram-card");
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private static String tied(Shown shown) {
    var selection = shown.level().selection();
    return Integer.toString(selection.dependsOnTies() ? selection.tiedAtCut() : 0);
  }

  private javafx.beans.binding.StringBinding shown(java.util.function.Function<Shown, String> of) {
    return Bindings.createStringBinding(
        () -> {
          Shown shown = model.shownProperty().get();
          return shown == null ? "–" : of.apply(shown);
        },
        model.shownProperty());
  }

  private StackPane lower(ScrollBar bar) {
    HBox films = new HBox(grid, bar);
    HBox.setHgrow(grid, Priority.ALWAYS);
    StackPane lower = new StackPane(films, table);
    VBox.setVgrow(lower, Priority.ALWAYS);
    lower.setMinHeight(0);
    table.setVisible(false);
    filters
        .layoutProperty()
        .addListener((o, was, now) -> {
          boolean asTable = now == FilterBar.Layout.TABLE;
          table.setVisible(asTable);
          films.setVisible(!asTable);
          (asTable ? table : grid).requestFocus();
        });
    return lower;
  }

  /** Says that the films are not on this computer, with a button that asks where they are. */
  public void films(Runnable ask) {
    HBox notice =
        new HBox(
            Icons.of(Feather.IMAGE, "icon-warning"),
            Parts.line("The films of this comparison were not found on this computer.", "body"),
            Buttons.link("Choose their folder…", ask));
    notice.getStyleClass().addAll("notice", "warning");
    setTop(notice);
  }

  /** Shows the table in place of the films, or the films. */
  public void showTable(boolean asTable) {
    filters.layoutProperty().set(asTable ? FilterBar.Layout.TABLE : FilterBar.Layout.GRID);
  }

  /** Puts the keyboard on the images. */
  public void focusImages() {
    (table.isVisible() ? table : grid).requestFocus();
  }

  private HBox status() {
    Label focused = Parts.line("", "small");
    focused
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Integer image = model.focusedProperty().get();
                  int selected = model.selected().size();
                  String at = image == null ? "" : model.exploration().id(image);
                  return selected == 0
                      ? at
                      : selected + " selected" + (at.isEmpty() ? "" : " · " + at);
                },
                model.focusedProperty(),
                model.selected()));
    HBox bar =
        new HBox(
            focused,
            new KeyHint("Enter"),
            Parts.line("open", "small"),
            new KeyHint("Ctrl Enter"),
            Parts.line("in a window", "small"),
            new KeyHint("Space"),
            Parts.line("select", "small"),
            new KeyHint("Ctrl Z"),
            Parts.line("undo", "small"),
            new KeyHint("Ctrl F"),
            Parts.line("search", "small"));
    bar.getStyleClass().addAll("status-bar", "gap-8");
    bar.setMinHeight(USE_PREF_SIZE);
    return bar;
  }
}
