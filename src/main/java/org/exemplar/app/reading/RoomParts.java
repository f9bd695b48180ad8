package org.exemplar.app.reading;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Mark;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The pieces that several pages of the reading room share. */
final class RoomParts {
  private static final List<String> STEPS =
      List.of("You and the instructions", "Display check", "Practice", "Cases");

  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

  private RoomParts() {}

  /**
   * A page with the mark above it.
   *
   * @param step which of the four steps, from 0; -1 shows none
   * @param content scrolls when the window is small
   */
  static BorderPane page(double scale, int step, Runnable help, Region content) {
    StackPane middle = new StackPane(content);
    middle.getStyleClass().add("room-page");
    content.setMaxHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    BorderPane page = new BorderPane(scroll);
    page.setTop(top(scale, step, help));
    page.getStyleClass().add("room");
    page.addEventFilter(KeyEvent.KEY_PRESSED, e -> scroll(scroll, e));
    return page;
  }

  /** Keys that a field or button needs are left to it. */
  private static void scroll(ScrollPane pane, KeyEvent e) {
    boolean pages = e.getCode() == KeyCode.PAGE_DOWN || e.getCode() == KeyCode.PAGE_UP;
    boolean free = pages || !(e.getTarget() instanceof Control);
    if (free && RoomKeys.stroke(e).filter(stroke -> ScrollKeys.scroll(pane, stroke)).isPresent()) {
      e.consume();
    }
  }

  private static StackPane top(double scale, int step, Runnable help) {
    HBox bar =
        new HBox(
            new Mark(28 * scale),
            Parts.line("Exemplar", "wordmark"),
            Parts.filler(),
            iconButton(Feather.HELP_CIRCLE, "Keys and instructions (F1)", help));
    bar.getStyleClass().add("room-top");
    StackPane top = new StackPane(bar);
    if (step >= 0) {
      HBox steps = steps(step);
      steps.setMouseTransparent(true);
      top.getChildren().add(steps);
      top.widthProperty()
          .addListener((o, was, is) -> steps.setVisible(is.doubleValue() > 900 * scale));
    }
    return top;
  }

  private static HBox steps(int here) {
    HBox steps = new HBox();
    steps.getStyleClass().add("steps");
    for (int i = 0; i < STEPS.size(); i++) {
      if (i > 0) {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        steps.getChildren().add(line);
      }
      Label number = Parts.line(Integer.toString(i + 1), "step-number");
      Label words = Parts.line(STEPS.get(i), "step-words");
      if (i == here) {
        number.getStyleClass().add("here");
        words.getStyleClass().add("here");
      }
      steps.getChildren().addAll(number, words);
    }
    return steps;
  }

  /**
   * Leaves out these parts of a box one after the other while it is higher than what it lies in.
   *
   * @return looks again, for when the box has changed
   */
  static Runnable shed(Region around, Region box, Node... first) {
    Runnable look =
        () -> {
          List.of(first).forEach(part -> show(part, true));
          for (Node part : first) {
            if (box.prefHeight(box.prefWidth(-1)) > around.getHeight()) {
              show(part, false);
            }
          }
        };
    around.heightProperty().addListener((o, was, is) -> look.run());
    return look;
  }

  private static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  /** Scrolls as little as it takes to have a part in view. */
  static void reveal(ScrollPane scroll, Node part) {
    if (part.getScene() == null || scroll.getContent() == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    Bounds at = scroll.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
    double room = scroll.getViewportBounds().getHeight();
    double hidden = scroll.getContent().getBoundsInLocal().getHeight() - room;
    if (hidden > 0) {
      double top = scroll.getVvalue() * hidden;
      boolean above = at.getMinY() < top || at.getHeight() > room;
      double wanted = above ? at.getMinY() : Math.max(top, at.getMaxY() - room);
      scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
  }

  /**
   * Rings the button that Enter presses, unless one has walked to another: what has the focus is
   * one thing.
   */
  static void ring(Button main) {
    main.pseudoClassStateChanged(RINGED, true);
    main.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((o, was, is) -> {
          boolean elsewhere = is instanceof Button && is.isFocusVisible() && !main.equals(is);
          main.pseudoClassStateChanged(RINGED, !elsewhere && !main.isDisabled());
        });
  }

  /** A button with its key behind the words. */
  static Button keyed(String words, String key, Runnable act, String... styleClasses) {
    Button button = new Button(words, new KeyHint(key));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(e -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button with an icon before the words. */
  static Button button(String words, Ikon icon, Runnable act, String... styleClasses) {
    Button button = new Button(words, org.kordamp.ikonli.javafx.FontIcon.of(icon));
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(e -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button of words alone. */
  static Button plain(String words, Runnable act, String... styleClasses) {
    Button button = new Button(words);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(e -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button of an icon alone, its words in the tooltip. */
  static Button iconButton(Ikon icon, String words, Runnable act) {
    Button button = new Button("", org.kordamp.ikonli.javafx.FontIcon.of(icon));
    button.getStyleClass().add("icon-button");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(e -> act.run());
    button.setFocusTraversable(false);
    return button;
  }

  /** An icon and a sentence beside it. */
  static HBox noted(Ikon icon, String iconClass, Node words) {
    HBox line = new HBox(Icons.of((Feather) icon, iconClass), words);
    line.getStyleClass().add("gap-8");
    line.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    return line;
  }

  /** The version of this program. */
  static String version() {
    String version = RoomParts.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** A number with what it counts below. */
  static VBox counted(String number, String words) {
    return new VBox(Parts.line(number, "title"), Parts.line(words, "small"));
  }
}
