package org.exemplar.app.explorer;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.exemplar.app.control.parts.FilterChip;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is kept of the images, in which order, as films or as a table. */
final class FilterBar extends HBox {
  /** How images are laid out. */
  enum Layout {
    GRID("Grid"),
    TABLE("Table");

    private final String words;

    Layout(String words) {
      this.words = words;
    }
  }

  private static final double SMALLEST = 90;
  private static final double USUAL = 134;
  private static final double LARGEST = 320;
  private static final Duration TYPING = Duration.millis(250);

  private final ExplorerViewModel model;
  private final FlowPane chips = new FlowPane();
  private final Label count = Parts.line("", "strong", "bold");
  private final Label of = Parts.line("", "muted");
  private final Label pies = Parts.line("", "pie-words");
  private final TextField search = new TextField();
  private final Segmented<Layout> layout =
      new Segmented<>(List.of(Layout.values()), l -> l.words, Layout.GRID);
  private final ObjectProperty<Layout> chosen = new SimpleObjectProperty<>(Layout.GRID);

  /**
   * @param size told how wide films wish to be, in px of the design
   */
  FilterBar(ExplorerViewModel model, DoubleConsumer size) {
    this.model = model;
    getStyleClass().addAll("gap-8", "filter-bar");
    setAlignment(Pos.CENTER_LEFT);
    chips.getStyleClass().add("chip-row");
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.setPrefWrapLength(60);
    HBox.setHgrow(chips, Priority.ALWAYS);
    HBox numbers = new HBox(count, of, pies);
    numbers.getStyleClass().addAll("gap-4", "counts");
    numbers.setAlignment(Pos.CENTER_LEFT);
    numbers.setMinWidth(USE_PREF_SIZE);
    HBox sizes = sizes(size);
    getChildren().addAll(addFilter(), chips, numbers, searchField(), order(), layout, sizes);
    setMinWidth(0);
    Narrow.hide(this, of, 1240, sizes);
    layout.valueProperty().addListener((o, was, now) -> sizes.setDisable(now == Layout.TABLE));
    Narrow.hide(this, of, 760, numbers);
    chosen.bindBidirectional(layout.valueProperty());
    model.stateProperty().addListener((o, was, now) -> show(now));
    model.shownProperty().addListener((o, was, now) -> count(now));
    show(model.stateProperty().get());
    count(model.shownProperty().get());
  }

  /** Grid or table. */
  ObjectProperty<Layout> layoutProperty() {
    return chosen;
  }

  /** Puts the cursor into the search field. */
  void search() {
    search.requestFocus();
    search.selectAll();
  }

  private static HBox sizes(DoubleConsumer size) {
    Slider slider = new Slider(SMALLEST, LARGEST, USUAL);
    slider.setAccessibleText("Size of the films");
    slider.setTooltip(new Tooltip("Size of the films"));
    slider.setBlockIncrement(20);
    slider.getStyleClass().add("size-slider");
    slider.valueProperty().addListener((o, was, now) -> size.accept(now.doubleValue()));
    HBox sizes = new HBox(Icons.of(Feather.GRID), slider, Icons.of(Feather.SQUARE));
    sizes.getStyleClass().add("gap-8");
    sizes.setAlignment(Pos.CENTER_LEFT);
    sizes.setMinWidth(USE_PREF_SIZE);
    return sizes;
  }

  private TextField searchField() {
    search.setPromptText("Search images, findings");
    search.setAccessibleText("Search images and findings");
    search.getStyleClass().add("image-search");
    PauseTransition pause = new PauseTransition(TYPING);
    pause.setOnFinished(e -> model.change(s -> s.searching(search.getText())));
    search.textProperty().addListener(o -> pause.playFromStart());
    search.setOnAction(e -> model.change(s -> s.searching(search.getText())));
    return search;
  }

  private ComboBox<SortOrder> order() {
    ComboBox<SortOrder> order = new ComboBox<>();
    order.getItems().setAll(SortOrder.values());
    order.setValue(model.stateProperty().get().order());
    order.setAccessibleText("Order");
    order.setOnAction(e -> {
      SortOrder now = order.getValue();
      if (now != null) {
        model.change(s -> s.sorted(now));
      }
    });
    model.stateProperty().addListener((o, was, now) -> order.setValue(now.order()));
    return order;
  }

  private MenuButton addFilter() {
    MenuButton button = new MenuButton("Add filter", Icons.of(Feather.FILTER));
    button.setMinWidth(USE_PREF_SIZE);
    button.getItems().addAll(item(new Filter.Side(true)), item(new Filter.Side(false)));
    if (model.exploration().hasLabels()) {
      Menu given = new Menu("Given finding");
      for (int f = 0; f < model.exploration().findings().size(); f++) {
        String name = model.exploration().findings().get(f);
        Filter filter = new Filter.Given(f, name);
        MenuItem item = item(filter);
        item.setText(ImageWords.spaced(name));
        given.getItems().add(item);
      }
      button
          .getItems()
          .addAll(
              new SeparatorMenuItem(),
              given,
              item(new Filter.Count(1)),
              item(new Filter.Count(2)),
              item(new Filter.Count(3)),
              item(new Filter.NoFinding()),
              new SeparatorMenuItem(),
              item(new Filter.RankChange(true)),
              item(new Filter.RankChange(false)));
    }
    List<MenuItem> always = List.copyOf(button.getItems());
    model.ratingsProperty().addListener((o, was, now) -> ratings(button, always, now));
    ratings(button, always, model.ratingsProperty().get());
    return button;
  }

  /** What readers said, once that may be known. */
  private void ratings(MenuButton button, List<MenuItem> always, ImageRatings ratings) {
    button.getItems().setAll(always);
    if (ratings.none()) {
      return;
    }
    button.getItems().add(new SeparatorMenuItem());
    ratings.whether().forEach(filter -> button.getItems().add(item(filter)));
    for (int q = 0; q < ratings.questions().size(); q++) {
      Menu question = new Menu(ratings.questions().get(q));
      ratings.conditions(q).forEach(filter -> question.getItems().add(item(filter)));
      button.getItems().add(question);
    }
  }

  private MenuItem item(Filter filter) {
    MenuItem item = new MenuItem(filter.words());
    item.setOnAction(e -> model.change(s -> s.with(filter)));
    return item;
  }

  private void show(ExplorerState state) {
    chips
        .getChildren()
        .setAll(
            state.filters().stream()
                .map(f -> new FilterChip(f.words(), () -> model.change(s -> s.without(f))))
                .toList());
    if (!state.filters().isEmpty() || !state.search().isEmpty()) {
      Button clear = new Button("Clear");
      clear.getStyleClass().add("link");
      clear.setOnAction(e -> model.change(ExplorerState::unfiltered));
      chips.getChildren().add(clear);
    }
    if (!search.getText().strip().equals(state.search())) {
      search.setText(state.search());
    }
  }

  private void count(@Nullable Shown shown) {
    if (shown != null) {
      int kept = shown.images().size();
      int all = model.exploration().images();
      count.setText(String.format(java.util.Locale.ROOT, "%,d", kept));
      of.setText(kept == all ? "images ·" : String.format(java.util.Locale.ROOT, "of %,d ·", all));
      int number = shown.shownPies();
      pies.setText(number + (number == 1 ? " PIE" : " PIEs"));
    }
  }
}
