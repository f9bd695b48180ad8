package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.coordination.design.Draft;
import org.exemplar.app.coordination.design.DraftCard;
import org.exemplar.app.coordination.design.StudyDesign;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** All studies that this computer knows, as cards, beside what waits for the coordinator. */
final class StudiesPage extends VBox {
  private static final double BESIDE = 1000;

  /** Which studies are shown. */
  private enum Which {
    ALL("All"),
    DRAFT("Draft"),
    READING("Reading"),
    CLOSED("Closed");

    private final String words;

    Which(String words) {
      this.words = words;
    }

    boolean has(StudyOverview study) {
      return switch (this) {
        case ALL -> true;
        case DRAFT -> study.stage() == StudyStage.DRAFT;
        case READING -> study.stage() != StudyStage.DRAFT && study.stage() != StudyStage.UNBLINDED;
        case CLOSED -> study.stage() == StudyStage.UNBLINDED;
      };
    }
  }

  /**
   * What the page asks of its desk.
   *
   * @param ways where next steps lead
   * @param choose asks for a study's folder
   * @param create starts a new study
   * @param find asks where a study is that was not found
   * @param forget takes a study off the list
   */
  record Acts(
      Waiting.Ways ways,
      Runnable choose,
      Runnable create,
      java.util.function.Consumer<KnownStudies.Known> find,
      java.util.function.Consumer<KnownStudies.Known> forget) {}

  private final FlowPane cards = new FlowPane();
  private final WaitsCard waits = new WaitsCard();
  private final Segmented<Which> which =
      new Segmented<>(List.of(Which.values()), w -> w.words, Which.ALL);
  private final StackPane shown = new StackPane();
  private final VBox list = new VBox();
  private final HBox beside = new HBox();
  private final StudyDesign design;
  private final Acts acts;
  private final HBox buttons;
  private List<KnownStudies.Known> known = List.of();
  private boolean read;

  /**
   * @param design has the drafts
   */
  StudiesPage(StudyDesign design, Acts acts) {
    this.design = design;
    this.acts = acts;
    getStyleClass().addAll("gap-16", "desk-page");
    var title = Parts.line("Studies", "desk-title");
    buttons =
        new HBox(
            which,
            Buttons.of("Open folder", Feather.FOLDER, acts.choose()),
            Buttons.primary("New study", Feather.PLUS, acts.create()));
    buttons.getStyleClass().add("gap-8");
    HBox head = new HBox(title, Parts.filler(), buttons);
    head.setAlignment(Pos.CENTER_LEFT);
    cards.getStyleClass().add("study-cards");
    list.getStyleClass().add("gap-16");
    HBox.setHgrow(list, Priority.ALWAYS);
    beside.getStyleClass().add("gap-16");
    ScrollPane scroll = new ScrollPane(beside);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    shown.getChildren().add(scroll);
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren().addAll(head, shown);
    which.valueProperty().addListener(o -> fill());
    Narrow.watch(this, title, BESIDE, this::place);
    place(false);
    fill();
  }

  private void place(boolean narrow) {
    beside.getChildren().clear();
    list.getChildren().clear();
    waits.setMaxWidth(narrow ? Double.MAX_VALUE : USE_PREF_SIZE);
    if (narrow) {
      list.getChildren().addAll(waits, cards);
      beside.getChildren().setAll(list);
    } else {
      list.getChildren().setAll(cards);
      beside.getChildren().setAll(list, waits);
    }
  }

  /** Shows these studies, and those that cannot be read now. */
  void show(List<KnownStudies.Known> studies) {
    read = true;
    known = studies;
    fill();
  }

  private List<StudyOverview> readable() {
    return known.stream().flatMap(each -> each.study().stream()).toList();
  }

  private void fill() {
    List<Draft> drafts = design.drafts();
    List<Node> shownCards = new ArrayList<>();
    Which now = which.valueProperty().get();
    if (now == Which.ALL || now == Which.DRAFT) {
      drafts.forEach(draft -> shownCards.add(card(draft)));
    }
    for (KnownStudies.Known each : known) {
      if (each.study().isPresent()) {
        StudyOverview study = each.study().get();
        if (now.has(study)) {
          shownCards.add(new StudyCard(study, next -> acts.ways().go(study, next)));
        }
      } else if (now == Which.ALL) {
        shownCards.add(
            new LostCard(
                each.folder(),
                each.problem(),
                () -> acts.find().accept(each),
                () -> acts.forget().accept(each)));
      }
    }
    boolean nothing = drafts.isEmpty() && known.isEmpty();
    buttons.setVisible(!nothing);
    waits.show(Waiting.of(drafts, readable(), acts.ways()));
    shown.getChildren().removeIf(EmptyState.class::isInstance);
    shown.getChildren().getFirst().setVisible(!nothing);
    if (nothing) {
      shown.getChildren().add(read ? empty() : reading());
    } else if (shownCards.isEmpty()) {
      shownCards.add(
          Parts.paragraph("No study is at this stage. Choose All to see every one.", "muted"));
    }
    if (now == Which.ALL) {
      shownCards.add(newTile());
    }
    cards.getChildren().setAll(shownCards);
  }

  private DraftCard card(Draft draft) {
    return new DraftCard(
        draft,
        () -> design.open(draft),
        () -> {
          design.discard(draft);
          fill();
        });
  }

  private static EmptyState reading() {
    return new EmptyState(
        Feather.GRID, "Reading the studies …", "Seals and audit trails are verified.");
  }

  private EmptyState empty() {
    return new EmptyState(
        Feather.PLUS,
        "No study yet",
        "A study begins with a comparison of two networks and the films that were compared. A"
            + " folder with a study that was sealed elsewhere can be opened, or dropped on the"
            + " window.",
        Buttons.primary("New study from a comparison", Feather.PLUS, acts.create()),
        Buttons.of("Open a study’s folder…", Feather.FOLDER, acts.choose()));
  }

  private VBox newTile() {
    VBox tile =
        new VBox(
            Icons.of(Feather.PLUS, "icon-24", "icon-accent"),
            Buttons.link("New study", acts.create()),
            Parts.paragraph("from a comparison, or drop a study folder here", "muted"));
    tile.getStyleClass().addAll("new-tile", "study-card", "gap-12", "centred");
    return tile;
  }
}
