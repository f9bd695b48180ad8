package org.exemplar.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.fx.FileWords;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** The first page: three doors of equal weight, what was open lately, and where to drop things. */
final class StartPage extends BorderPane {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final double ONE_COLUMN_BELOW = 960;

  private final List<Door> doors;
  private final RecentFiles recent;
  private final Consumer<Path> open;
  private final InstantSource clock;
  private final GridPane columns = new GridPane();
  private final VBox recentLines = new VBox();
  private final VBox recentBox = new VBox();
  private final VBox dropBox = dropBox();
  private double scale = 1;

  /**
   * @param doors in their order
   * @param recent what was open
   * @param open opens a path where it belongs
   * @param clock for "today" and "yesterday"
   * @param validated when this computer was validated, in words, if it was
   */
  StartPage(
      List<Door> doors,
      RecentFiles recent,
      Consumer<Path> open,
      InstantSource clock,
      Optional<String> validated) {
    this.doors = doors;
    this.recent = recent;
    this.open = open;
    this.clock = clock;
    recent.lines().addListener((ListChangeListener<Recent>) c -> fillRecent());
    fillRecent();
    recentBox();
    columns.getStyleClass().add("start-columns");
    VBox content = new VBox(Parts.line("What would you like to do?", "page-title"), columns);
    content.getStyleClass().add("start-content");
    content.setMaxHeight(USE_PREF_SIZE);
    StackPane middle = new StackPane(content);
    middle.getStyleClass().add("start");
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    setBottom(footer(validated));
    widthProperty().addListener((o, was, is) -> arrange());
    arrange();
  }

  /** Gives the focus to a door, counted from 1. */
  void focusDoor(int number) {
    doors.get(Math.clamp(number, 1, doors.size()) - 1).requestFocus();
  }

  /** Shows that something hovers over the window and may be dropped. */
  void showDropping(boolean over) {
    dropBox.pseudoClassStateChanged(OVER, over);
  }

  /** Tells by how much everything is enlarged, for the width at which columns become one. */
  void setScale(double scale) {
    this.scale = scale;
    arrange();
  }

  private void arrange() {
    boolean one = getWidth() > 0 && getWidth() < ONE_COLUMN_BELOW * scale;
    columns.getStyleClass().remove("one-column");
    if (one) {
      columns.getStyleClass().add("one-column");
    }
    columns.getChildren().clear();
    columns.getColumnConstraints().clear();
    int count = one ? 1 : 3;
    for (int i = 0; i < count; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / count);
      column.setHgrow(Priority.ALWAYS);
      columns.getColumnConstraints().add(column);
    }
    for (int i = 0; i < doors.size(); i++) {
      columns.add(doors.get(i), one ? 0 : i, one ? i : 0);
    }
    columns.add(recentBox, 0, one ? 3 : 1, one ? 1 : 2, 1);
    if (!one) {
      columns.add(dropBox, 2, 1);
    }
  }

  private void recentBox() {
    Button clear = new Button("Clear list");
    clear.getStyleClass().addAll("link", "muted-link");
    clear.setOnAction(e -> recent.clear());
    clear
        .visibleProperty()
        .bind(javafx.beans.binding.Bindings.isNotEmpty(recentLines.getChildren()));
    HBox head = new HBox(Parts.line("Recent", "heading"), Parts.filler(), clear);
    head.setAlignment(Pos.CENTER_LEFT);
    recentBox.getChildren().setAll(head, recentLines);
    recentBox.getStyleClass().add("gap-8");
  }

  private void fillRecent() {
    recentLines.getChildren().clear();
    Instant now = clock.instant();
    recent.lines().stream().limit(4).map(l -> line(l, now)).forEach(recentLines.getChildren()::add);
    if (recent.lines().isEmpty()) {
      Label none =
          Parts.paragraph(
              "Nothing yet. Files that you open are listed here, on this computer only.", "muted");
      HBox box = new HBox(none);
      box.getStyleClass().add("recent-line");
      box.setMouseTransparent(true);
      recentLines.getChildren().add(box);
    }
  }

  private Node line(Recent line, Instant now) {
    String name = line.path().getFileName().toString();
    VBox words =
        new VBox(
            Parts.line(name, "bold", "strong"),
            Parts.line(line.about() + " · " + FileWords.place(line.path()), "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Icons.of(icon(line), "icon-20"), words);
    if (!line.state().isEmpty()) {
      row.getChildren().add(tag(line));
    }
    row.getChildren()
        .add(Parts.line(DayWords.of(line.opened(), now, ZoneId.systemDefault()), "recent-when"));
    row.getStyleClass().add("recent-line");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(name + ", " + line.about() + ", " + line.state());
    row.setOnMouseClicked(e -> open.accept(line.path()));
    row.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        open.accept(line.path());
      } else if (e.getCode() == KeyCode.DELETE) {
        recent.forget(line.path());
      }
    });
    return row;
  }

  private static Feather icon(Recent line) {
    return switch (line.thing()) {
      case READING_FILE -> Feather.FILE;
      case STUDY -> Feather.USERS;
      case COMPARISON -> Feather.TRENDING_UP;
      case CHECKPOINT -> Feather.CPU;
      case IMAGES -> Feather.IMAGE;
      case RESULTS -> Feather.BAR_CHART_2;
      case TABLE -> Feather.GRID;
      case UNKNOWN -> Feather.FILE;
    };
  }

  private static Label tag(Recent line) {
    Label tag = Parts.line(line.state(), "tag");
    switch (line.tone()) {
      case INFO -> tag.getStyleClass().add("info");
      case SUCCESS -> tag.getStyleClass().add("success");
      case WARNING -> tag.getStyleClass().add("warning");
      case PLAIN -> {}
    }
    return tag;
  }

  private static VBox dropBox() {
    Label about =
        Parts.paragraph(
            "A reading file, a study, a comparison, checkpoints or images: it opens where it"
                + " belongs.",
            "body",
            "muted");
    about.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    VBox box =
        new VBox(
            Icons.of(Feather.UPLOAD, "icon-32"),
            Parts.line("Drop a file or a folder here", "heading"),
            about);
    box.getStyleClass().add("drop-box");
    return box;
  }

  private static HBox footer(Optional<String> validated) {
    String version =
        Optional.ofNullable(StartPage.class.getPackage().getImplementationVersion())
            .map(v -> " " + v)
            .orElse("");
    HBox footer =
        new HBox(
            Parts.line(
                "Exemplar" + version + " · works without a network, nothing leaves this computer",
                "small"),
            Parts.filler());
    validated.ifPresent(when ->
        footer
            .getChildren()
            .addAll(
                Icons.of(Feather.CHECK, "icon-success"),
                Parts.line("Validated on this computer on " + when, "small")));
    footer.getStyleClass().add("start-footer");
    return footer;
  }
}
