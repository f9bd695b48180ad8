package org.exemplar.app.coordination.design;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A draft on the screen: the steps at the left, one of them in the middle, the way on below. */
final class DesignPage extends HBox {
  private static final double NUMBERS_ONLY = 1220;
  private static final double ONE_COLUMN = 900;

  private final DesignViewModel model;
  private final DesignActs acts;
  private final StepList steps;
  private final Map<Step, StepPane> panes = new EnumMap<>(Step.class);
  private final Label title = Parts.line("", "desk-title");
  private final Label about = Parts.line("", "muted");
  private final ScrollPane scroll = new ScrollPane();
  private final VBox middle = new VBox();
  private final HBox footer = new HBox();
  private Step here = Step.SOURCES;
  private boolean waiting;
  private boolean small;

  DesignPage(DesignViewModel model, DesignActs acts) {
    this.model = model;
    this.acts = acts;
    steps = new StepList(model, acts.go());
    panes.put(Step.SOURCES, new SourcesStep(model, acts));
    panes.put(Step.PROTOCOL, new ProtocolStep(model, acts));
    panes.put(Step.SELECTION, new SelectionStep(model));
    panes.put(Step.READERS, new ReadersStep(model, acts));
    panes.put(Step.TEXT, new TextStep(model, acts));
    panes.put(Step.READINESS, new ReadinessStep(model, acts));
    HBox head = new HBox(title, about);
    head.getStyleClass().addAll("gap-8", "base-line", "design-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    footer.getStyleClass().addAll("gap-8", "page-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.setMinHeight(USE_PREF_SIZE);
    middle.getChildren().addAll(head, scroll, footer);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(steps, middle);
    model.revisionProperty().addListener(o -> soon());
    Narrow.watch(this, about, NUMBERS_ONLY, steps::narrow);
    Narrow.watch(this, about, ONE_COLUMN, this::narrow);
    show(Step.SOURCES);
  }

  private void narrow(boolean now) {
    if (small != now) {
      small = now;
      panes.values().forEach(pane -> pane.narrow(now));
      fill();
    }
  }

  /** Refreshes once for many changes. */
  private void soon() {
    if (!waiting) {
      waiting = true;
      Platform.runLater(() -> {
        waiting = false;
        refresh();
      });
    }
  }

  private StepPane pane() {
    return java.util.Objects.requireNonNull(panes.get(here));
  }

  /** Shows a step. */
  void show(Step step) {
    here = step;
    title.setText(step.words());
    about.setText("step " + step.number() + " of " + Step.values().length);
    StepPane pane = pane();
    if (!pane.getStyleClass().contains("design-pane")) {
      pane.getStyleClass().add("design-pane");
    }
    scroll.setContent(pane);
    fill();
    scroll.setVvalue(0);
    refresh();
    Platform.runLater(this::focusFirst);
  }

  /** The keyboard goes to the step's first field, not through the window's bars. */
  private void focusFirst() {
    if (getScene() != null && here != Step.TEXT && !within(pane(), getScene().getFocusOwner())) {
      first(pane()).ifPresent(Node::requestFocus);
    }
  }

  private static boolean within(Node pane, @Nullable Node focused) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node.equals(pane)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> first(Parent parent) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible() || node.isDisabled()) {
        continue;
      }
      if (node instanceof Control && node.isFocusTraversable()) {
        return Optional.of(node);
      }
      Optional<Node> inside = node instanceof Parent p ? first(p) : Optional.empty();
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  /** Panes that fill the window scroll inside, but for windows too low for them. */
  private void fill() {
    scroll.setFitToHeight(pane().fills());
  }

  /** Shows what the draft says now. */
  void refresh() {
    steps.show(here);
    if (here == Step.READINESS) {
      Readiness readiness = Readiness.of(model);
      about.setText(
          readiness.ready()
              ? "nothing stands between you and the seal"
              : readiness.blockers().size()
                  + " of "
                  + SourceChecks.count(readiness.checks().size(), "check")
                  + (readiness.blockers().size() == 1 ? " stands" : " stand")
                  + " between you and the seal");
    }
    pane().refresh();
    footer();
  }

  private void footer() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String kept =
        focused != null && footer.getChildren().contains(focused) ? focused.getId() : null;
    Button close = Buttons.of("Save draft and close", Feather.SAVE, acts.leave().close());
    close.getStyleClass().add("quiet");
    close.setId("design-close");
    Label seed = Parts.line("The seed is drawn, and goes into the key only", "muted");
    seed.setMinWidth(0);
    footer.getChildren().setAll(close, Parts.filler());
    if (!small) {
      footer.getChildren().add(seed);
    }
    here.before().ifPresent(step -> footer.getChildren().add(back(step)));
    here.after()
        .ifPresentOrElse(
            step -> footer.getChildren().add(next(step)), () -> footer.getChildren().add(seal()));
    if (kept != null) {
      footer.getChildren().stream()
          .filter(node -> kept.equals(node.getId()))
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private Button back(Step step) {
    Button back = Buttons.of(step.words(), Feather.CHEVRON_LEFT, () -> acts.go().accept(step));
    back.setId("design-back");
    return back;
  }

  /** The way on from the last step; the count of blockers is in the page's head. */
  private Button seal() {
    Button seal = Buttons.primary("Seal study", Feather.LOCK, acts.leave().seal());
    seal.setDisable(!Readiness.of(model).ready());
    seal.setId("seal-study");
    return seal;
  }

  private Button next(Step step) {
    Button next =
        Buttons.primary(step.words(), Feather.CHEVRON_RIGHT, () -> acts.go().accept(step));
    next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    next.setId("design-next");
    return next;
  }
}
