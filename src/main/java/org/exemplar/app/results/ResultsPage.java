package org.exemplar.app.results;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The tabs of the results; each is built when it is first shown, and stays as it was left. */
final class ResultsPage extends BorderPane {
  private final Map<Tab, Node> built = new EnumMap<>(Tab.class);
  private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
  private final Function<Tab, Node> make;
  private Tab shown = Tab.QUESTIONS;

  /**
   * @param make builds the inside of a tab
   * @param go goes to a tab, as a step of history
   */
  ResultsPage(Function<Tab, Node> make, Consumer<Tab> go) {
    this.make = make;
    HBox strip = new HBox();
    strip.getStyleClass().add("tab-strip");
    strip.setAccessibleText("Results");
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(tab.word());
      button.getStyleClass().add("tab-word");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(e -> {
        button.setSelected(true);
        go.accept(tab);
      });
      buttons.put(tab, button);
      strip.getChildren().add(button);
    }
    strip.addEventFilter(KeyEvent.KEY_PRESSED, e -> step(e, go));
    ScrollPane sideways = new ScrollPane(strip);
    sideways.getStyleClass().add("tab-scroll");
    sideways.setFitToWidth(true);
    sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    sideways.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    sideways.setPannable(true);
    setTop(sideways);
    getStyleClass().add("results-page");
  }

  private void step(KeyEvent e, Consumer<Tab> go) {
    int by = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
    if (by != 0) {
      List<Tab> tabs = List.of(Tab.values());
      Tab to = tabs.get(Math.clamp(tabs.indexOf(shown) + by, 0, tabs.size() - 1));
      go.accept(to);
      ToggleButton button = buttons.get(to);
      if (button != null) {
        button.requestFocus();
      }
      e.consume();
    }
  }

  /** Shows a tab. */
  void show(Tab tab) {
    shown = tab;
    buttons.forEach((each, button) -> button.setSelected(each == tab));
    setCenter(built.computeIfAbsent(tab, this::inside));
  }

  /** The tab that is shown. */
  Tab shown() {
    return shown;
  }

  private Node inside(Tab tab) {
    Node content = make.apply(tab);
    content.getStyleClass().addAll("desk-page", "padded-below");
    if (tab == Tab.CASES) {
      return content;
    }
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    return scroll;
  }
}
