package org.exemplar.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Mark;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Mark, back and forward, path, command search, running work, theme, settings, help. */
final class TopBar extends StackPane {
  /** What its buttons do. */
  record Acts(Runnable search, Runnable look, Runnable settings, Runnable help) {}

  /**
   * One part of the path.
   *
   * @param words the part
   * @param act goes there
   */
  record Crumb(String words, Runnable act) {}

  private final HBox bar = new HBox();
  private final HBox path = new HBox();
  private final HBox work = new HBox();
  private final Button back = icon(Feather.CHEVRON_LEFT, "Back (Alt+←)");
  private final Button forward = icon(Feather.CHEVRON_RIGHT, "Forward (Alt+→)");
  private final Acts acts;
  private final double scale;

  TopBar(Acts acts, History history, RunningWork running, double scale) {
    this.acts = acts;
    this.scale = scale;
    back.setOnAction(e -> history.back());
    back.disableProperty().bind(history.canGoBackProperty().not());
    forward.setOnAction(e -> history.forward());
    forward.disableProperty().bind(history.canGoForwardProperty().not());
    path.getStyleClass().add("path");
    work.getStyleClass().add("running-work");
    running
        .pieces()
        .addListener((ListChangeListener<RunningWork.Piece>) c -> showWork(running, history));
    bar.getStyleClass().add("top-bar");
    getChildren().add(bar);
  }

  /** As it is on the start page: wordmark, search in the middle. */
  void showHome() {
    bar.getStyleClass().add("home");
    HBox search = searchBox("Search commands and files", 400);
    bar.getChildren().setAll(markAndWord(), Parts.filler(), work, look(), settings(), help());
    getChildren().setAll(bar, search);
    StackPane.setAlignment(search, Pos.CENTER);
  }

  /** As it is on a desk. */
  void showDesk(List<Crumb> crumbs, ObservableValue<Number> windowWidth) {
    bar.getStyleClass().remove("home");
    StackPane mark = new StackPane(new Mark(26 * scale));
    mark.getStyleClass().add("mark-box");
    path.getChildren().clear();
    for (int i = 0; i < crumbs.size(); i++) {
      if (i > 0) {
        path.getChildren().add(Parts.line("/", "faint"));
      }
      path.getChildren().add(crumb(crumbs.get(i), i == crumbs.size() - 1));
    }
    HBox search = searchBox("Search or run a command", 320);
    search
        .prefWidthProperty()
        .bind(windowWidth.map(w -> (w.doubleValue() < 1400 * scale ? 260 : 320) * scale));
    bar.getChildren()
        .setAll(mark, back, forward, path, Parts.filler(), search, work, look(), help());
    getChildren().setAll(bar);
  }

  private HBox markAndWord() {
    HBox box = new HBox(new Mark(28 * scale), Parts.line("Exemplar", "wordmark"));
    box.getStyleClass().add("gap-12");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Label crumb(Crumb crumb, boolean last) {
    Label label = Parts.line(crumb.words(), last ? "strong" : "muted");
    if (last) {
      label.getStyleClass().add("bold");
    } else {
      label.setOnMouseClicked(e -> crumb.act().run());
      label.setAccessibleRole(AccessibleRole.HYPERLINK);
      label.setCursor(javafx.scene.Cursor.HAND);
    }
    return label;
  }

  private HBox searchBox(String words, double width) {
    Label prompt = Parts.line(words);
    prompt.setMinWidth(0);
    HBox.setHgrow(prompt, Priority.ALWAYS);
    prompt.setMaxWidth(Double.MAX_VALUE);
    HBox box = new HBox(Icons.of(Feather.SEARCH), prompt, new KeyHint("Ctrl"), new KeyHint("K"));
    box.getStyleClass().add("search-box");
    box.setPrefWidth(width * scale);
    box.setMaxWidth(width * scale);
    box.setMinWidth(0);
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(words);
    box.setOnMouseClicked(e -> acts.search().run());
    box.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        acts.search().run();
      }
    });
    return box;
  }

  private void showWork(RunningWork running, History history) {
    work.getChildren().clear();
    if (running.pieces().isEmpty()) {
      return;
    }
    RunningWork.Piece piece = running.pieces().getLast();
    ProgressIndicator ring = new ProgressIndicator();
    ring.progressProperty().bind(piece.task().progressProperty());
    ring.setPrefSize(18 * scale, 18 * scale);
    Label share = Parts.line("", "small");
    share
        .textProperty()
        .bind(
            piece
                .task()
                .progressProperty()
                .map(p -> p.doubleValue() < 0 ? "" : Math.round(100 * p.doubleValue()) + " %"));
    work.getChildren().setAll(ring, share);
    Tooltip.install(work, new Tooltip(piece.task().getTitle()));
    work.setOnMouseClicked(e -> history.go(java.util.Optional.of(piece.startedAt())));
  }

  private Button look() {
    Button button = icon(Feather.SUN, "Dark or light");
    button.setOnAction(e -> acts.look().run());
    return button;
  }

  private Button settings() {
    Button button = icon(Feather.SLIDERS, "Settings");
    button.setOnAction(e -> acts.settings().run());
    return button;
  }

  private Button help() {
    Button button = icon(Feather.HELP_CIRCLE, "Help (F1)");
    button.setOnAction(e -> acts.help().run());
    return button;
  }

  private static Button icon(Feather icon, String words) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    return button;
  }
}
