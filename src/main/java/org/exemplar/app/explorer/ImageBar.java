package org.exemplar.app.explorer;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** The context bar of one image: back to all, previous and next, what it is. */
public final class ImageBar extends HBox {
  private final ImageViewModel model;
  private final Label name = Parts.line("", "heading");
  private final Label arm = Parts.line("PIE", "arm-tag", "pie");
  private final Label agreement = Parts.line("", "bold");
  private final Label place = Parts.line("", "muted");
  private final HBox given = new HBox();
  private final Button select = new Button("", Icons.of(Feather.PLUS));

  /** The bar of an image in a window of its own: there is nothing to go back to. */
  ImageBar(ImageViewModel model) {
    this(model, List.of(), List.of());
  }

  /**
   * @param back goes back
   * @param act the page's own button
   */
  public ImageBar(ImageViewModel model, Button back, Button act) {
    this(model, List.of(back, Parts.hairline(Orientation.VERTICAL)), List.of(act));
  }

  private ImageBar(ImageViewModel model, List<Node> before, List<Node> after) {
    this.model = model;
    getStyleClass().addAll("context-bar", "gap-8");
    setAlignment(Pos.CENTER_LEFT);
    given.getStyleClass().add("gap-4");
    given.setAlignment(Pos.CENTER_LEFT);
    select.setMinWidth(USE_PREF_SIZE);
    select.setOnAction(e -> {
      ImageReading reading = model.readingProperty().get();
      if (reading != null) {
        model.explorer().toggle(reading.image());
        changed();
      }
    });
    name.setMinWidth(USE_PREF_SIZE);
    agreement.setMinWidth(USE_PREF_SIZE);
    arm.setMinWidth(USE_PREF_SIZE);
    Label says = Parts.line("agreement", "muted");
    getChildren().addAll(before);
    getChildren()
        .addAll(
            step(Feather.CHEVRON_UP, "Previous image (Page Up)", -1),
            step(Feather.CHEVRON_DOWN, "Next image (Page Down)", 1),
            name,
            arm,
            says,
            agreement,
            place,
            given,
            Parts.filler());
    getChildren().addAll(after);
    getChildren().add(select);
    setMinWidth(0);
    Narrow.hide(this, says, 1000, place);
    Narrow.hide(this, says, 900, given);
    Narrow.hide(this, says, 680, says);
    model.readingProperty().addListener(o -> changed());
    model.explorer().shownProperty().addListener(o -> changed());
    changed();
  }

  private Button step(Feather icon, String words, int by) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("compact");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(e -> model.step(by));
    return button;
  }

  private void changed() {
    ImageReading reading = model.readingProperty().get();
    Shown shown = model.explorer().shownProperty().get();
    if (reading == null || shown == null) {
      return;
    }
    Exploration exploration = model.explorer().exploration();
    boolean pie = shown.level().pie(reading.image());
    name.setText(exploration.id(reading.image()));
    arm.setVisible(pie);
    arm.setManaged(pie);
    agreement.setText(
        Double.isNaN(reading.agreement())
            ? "undefined"
            : LinearAxis.number(reading.agreement(), 3));
    agreement.getStyleClass().removeAll("pie-words", "strong");
    agreement.getStyleClass().add(pie ? "pie-words" : "strong");
    place.setText("· " + model.place() + (exploration.hasLabels() ? " · given" : ""));
    given.getChildren().clear();
    for (int finding : exploration.given(reading.image())) {
      given.getChildren().add(Parts.line(ImageWords.name(exploration, finding), "tag", "info"));
    }
    if (exploration.hasLabels() && given.getChildren().isEmpty()) {
      given.getChildren().add(Parts.line("no finding", "muted"));
    }
    boolean selected = model.explorer().selected().contains(reading.image());
    select.setText(selected ? "Selected" : "Select");
    select.setGraphic(Icons.of(selected ? Feather.CHECK : Feather.PLUS));
  }
}
