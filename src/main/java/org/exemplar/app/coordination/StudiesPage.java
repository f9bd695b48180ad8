package org.exemplar.app.coordination;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.coordination.design.Draft;
import org.exemplar.app.coordination.design.DraftCard;
import org.exemplar.app.coordination.design.StudyDesign;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** All studies that this computer knows, as cards. */
final class StudiesPage extends VBox {
  private final FlowPane cards = new FlowPane();
  private final Consumer<StudyOverview> open;
  private final Runnable create;
  private final StudyDesign design;

  /**
   * @param design has the drafts
   * @param open shows a study
   * @param choose asks for a folder
   * @param create starts a new study
   */
  StudiesPage(StudyDesign design, Consumer<StudyOverview> open, Runnable choose, Runnable create) {
    this.design = design;
    this.open = open;
    this.create = create;
    getStyleClass().addAll("gap-16", "desk-page");
    HBox head =
        new HBox(
            Parts.line("Studies", "desk-title"),
            Parts.filler(),
            Buttons.of("Open folder", Feather.FOLDER, choose),
            Buttons.primary("New study", Feather.PLUS, create));
    head.getStyleClass().add("gap-8");
    head.setAlignment(Pos.CENTER_LEFT);
    cards.getStyleClass().add("study-cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    show(List.of());
  }

  /** Shows these studies. */
  void show(List<StudyOverview> studies) {
    cards.getChildren().clear();
    for (Draft draft : design.drafts()) {
      cards
          .getChildren()
          .add(
              new DraftCard(
                  draft,
                  () -> design.open(draft),
                  () -> {
                    design.discard(draft);
                    show(studies);
                  }));
    }
    studies.forEach(s -> cards.getChildren().add(new StudyCard(s, () -> open.accept(s))));
    cards.getChildren().add(newTile());
  }

  private VBox newTile() {
    VBox tile =
        new VBox(
            Icons.of(Feather.PLUS, "icon-24", "icon-accent"),
            Buttons.link("New study", create),
            Parts.paragraph("from a comparison, or drop a study folder here", "muted"));
    tile.getStyleClass().addAll("new-tile", "study-card", "gap-12", "centred");
    return tile;
  }
}
