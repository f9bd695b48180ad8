package org.exemplar.app.coordination.design;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A draft on the list of studies. */
public final class DraftCard extends VBox {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** What a draft is called. */
  public static String title(Draft draft) {
    return ProtocolText.of(draft.protocol()).title();
  }

  /**
   * @param resume opens it
   * @param discard removes it for good
   */
  public DraftCard(Draft draft, Runnable resume, Runnable discard) {
    getStyleClass().addAll("card", "study-card", "gap-8");
    ProtocolText protocol = ProtocolText.of(draft.protocol());
    setAccessibleText(protocol.title() + ", draft");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button drop = Buttons.of("Discard", Feather.TRASH_2, () -> {});
    drop.getStyleClass().add("quiet");
    drop.setOnAction(e -> {
      if (drop.getText().equals("Discard")) {
        drop.setText("Discard for good");
      } else {
        discard.run();
      }
    });
    drop.focusedProperty()
        .addListener(o -> {
          if (!drop.isFocused()) {
            drop.setText("Discard");
          }
        });
    HBox foot = new HBox(drop, Parts.filler(), continued(resume));
    foot.setAlignment(Pos.CENTER_LEFT);
    HBox state = new HBox(Parts.line("Draft", "strong"), Parts.line("step 1 of 5", "muted"));
    state.getStyleClass().add("gap-8");
    getChildren()
        .addAll(
            Parts.line(protocol.title(), "heading"),
            Parts.paragraph(
                draft.form().comparison().isBlank()
                    ? "no comparison chosen yet"
                    : draft.form().comparison(),
                "muted"),
            state,
            space,
            Parts.line(
                "kept " + DAY.format(draft.changed().atZone(ZoneId.systemDefault())), "muted"),
            foot);
  }

  private static Button continued(Runnable resume) {
    Button button = Buttons.of("Continue", Feather.CHEVRON_RIGHT, resume);
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    return button;
  }
}
