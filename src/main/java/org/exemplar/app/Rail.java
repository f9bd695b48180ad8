package org.exemplar.app;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Place;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Home, the desk's places, Settings last. A place that cannot be gone to yet says why. */
final class Rail extends VBox {
  /** What its fixed buttons and its places do. */
  record Acts(Runnable home, Runnable settings, java.util.function.Consumer<Location> go) {}

  /** Below this height, as at 200 % on a usual screen, places stand closer. */
  private static final int LOW = 640;

  private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("low");

  private final Acts acts;

  Rail(Acts acts) {
    this.acts = acts;
    getStyleClass().add("rail");
    setMinHeight(0);
    heightProperty()
        .addListener((o, was, is) -> pseudoClassStateChanged(CLOSE, is.doubleValue() < LOW));
  }

  /** Shows a desk's places with one of them selected. */
  void show(Desk desk, String selected) {
    getChildren().setAll(button(Feather.HOME, "Home", acts.home()), Parts.hairline());
    int group = desk.places().isEmpty() ? 0 : desk.places().getFirst().group();
    for (Place place : desk.places()) {
      if (place.group() != group) {
        getChildren().add(Parts.hairline());
        group = place.group();
      }
      getChildren().add(place(desk, place, place.id().equals(selected)));
    }
    getChildren().addAll(Parts.filler(), button(Feather.SETTINGS, "Settings", acts.settings()));
  }

  private StackPane place(Desk desk, Place place, boolean here) {
    ToggleButton button =
        button(
            place.icon(), place.word(), () -> acts.go().accept(Location.of(desk.id(), place.id())));
    button.setSelected(here);
    button.disableProperty().bind(place.missing().map(why -> !why.isEmpty()));
    StackPane box = new StackPane(button);
    Tooltip why = new Tooltip();
    why.textProperty().bind(place.missing());
    place.missing().addListener((o, was, is) -> explain(box, why, is));
    explain(box, why, place.missing().get());
    if (here) {
      Region bar = new Region();
      bar.getStyleClass().add("here");
      bar.setTranslateX(-6);
      StackPane.setAlignment(bar, Pos.CENTER_LEFT);
      box.getChildren().add(bar);
    }
    return box;
  }

  private static void explain(StackPane box, Tooltip why, String missing) {
    if (missing.isEmpty()) {
      Tooltip.uninstall(box, why);
    } else {
      Tooltip.install(box, why);
    }
  }

  private static ToggleButton button(Ikon icon, String word, Runnable act) {
    FontIcon graphic = FontIcon.of(icon);
    ToggleButton button = new ToggleButton(word, graphic);
    button.getStyleClass().setAll("rail-place");
    button.setOnAction(e -> {
      button.setSelected(!button.isSelected());
      act.run();
    });
    return button;
  }
}
