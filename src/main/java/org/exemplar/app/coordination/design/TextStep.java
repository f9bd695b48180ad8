package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.coordination.design.TextDecisions.Verdict;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Region by region, what looks like text in the pictures: cleared or masked with one key. */
final class TextStep extends StepPane {
  private final DesignViewModel model;
  private final DesignActs acts;
  private final RegionView crop = new RegionView("Enlarged region");
  private final RegionView whole = new RegionView("Whole film");
  private final FlowPane dots = new FlowPane();
  private final Label decided = Parts.line("", "muted");
  private final Label verdict = Parts.line("", "tag");
  private final VBox table = new VBox();
  private int here;

  TextStep(DesignViewModel model, DesignActs acts) {
    this.model = model;
    this.acts = acts;
    dots.getStyleClass().add("text-dots");
    verdict.setMinWidth(USE_PREF_SIZE);
    StackPane large = framed(crop);
    StackPane small = framed(whole);
    small.getStyleClass().add("whole-film");
    HBox.setHgrow(large, Priority.ALWAYS);
    HBox films = new HBox(large, small);
    films.getStyleClass().addAll("gap-16", "pad-16", "no-top");
    VBox.setVgrow(films, Priority.ALWAYS);
    Card card =
        new Card(
                "Is this a name, or harmless?",
                "names and dates must not reach readers, side markers should",
                films,
                keys())
            .flush()
            .actions(verdict);
    VBox.setVgrow(card, Priority.ALWAYS);
    HBox head = new HBox(decided, Parts.filler());
    table.getChildren().addAll(head, dots, card);
    table.getStyleClass().add("gap-12");
    table.setFocusTraversable(true);
    table.setAccessibleText("Regions that look like text; C clears, M masks, arrow keys move");
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(table, Priority.ALWAYS);
  }

  private static StackPane framed(RegionView view) {
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("text-film");
    frame.setMinSize(0, 0);
    return frame;
  }

  private HBox keys() {
    Button back = Buttons.of("Previous", Feather.CHEVRON_LEFT, () -> move(-1));
    Button next = Buttons.of("Next", Feather.CHEVRON_RIGHT, () -> move(1));
    Button clear = Buttons.of("Clear as harmless", Feather.CHECK, () -> decide(Verdict.CLEARED));
    Button mask = Buttons.of("Mask it", Feather.EYE_OFF, () -> decide(Verdict.MASKED));
    HBox keys =
        new HBox(back, next, Parts.filler(), new KeyHint("C"), clear, new KeyHint("M"), mask);
    keys.getStyleClass().addAll("gap-8", "text-keys");
    keys.setAlignment(Pos.CENTER_LEFT);
    keys.setMinHeight(USE_PREF_SIZE);
    return keys;
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case C -> decide(Verdict.CLEARED);
      case M -> decide(Verdict.MASKED);
      case LEFT, UP -> move(-1);
      case RIGHT, DOWN -> move(1);
      case HOME -> move(-here);
      case END -> move(model.text().count() - 1 - here);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(int by) {
    here = Math.clamp((long) here + by, 0, Math.max(0, model.text().count() - 1));
    refresh();
  }

  /** Decides, and goes to the next region that waits. */
  private void decide(Verdict how) {
    if (here >= model.text().count()) {
      return;
    }
    int at = here;
    model.decide(at, how);
    int count = model.text().count();
    for (int step = 1; step < count; step++) {
      int next = (at + step) % count;
      if (model.text().verdict(next).isEmpty()) {
        here = next;
        break;
      }
    }
    refresh();
  }

  @Override
  boolean fills() {
    return true;
  }

  @Override
  void refresh() {
    boolean looked = model.rehearsal().value().isPresent();
    if (looked && model.text().count() > 0) {
      if (!getChildren().contains(table)) {
        getChildren().setAll(table);
        Platform.runLater(table::requestFocus);
      }
      show();
      return;
    }
    getChildren().setAll(empty(looked));
  }

  private EmptyState empty(boolean looked) {
    EmptyState empty =
        looked
            ? new EmptyState(
                Feather.CHECK,
                "Nothing looks like text",
                SourceChecks.count(
                        model.rehearsal().value().map(r -> r.pictures()).orElse(0), "picture")
                    + " of this draw were looked at.",
                Buttons.primary(
                    "Readiness", Feather.CHEVRON_RIGHT, () -> acts.go().accept(Step.READINESS)))
            : model.rehearsal().problem().isPresent()
                ? new EmptyState(
                    Feather.ALERT_TRIANGLE,
                    "The pictures cannot be used",
                    model.rehearsal().problem().get(),
                    Buttons.of("Look again", Feather.REFRESH_CW, acts.look()))
                : notYet();
    VBox.setVgrow(empty, Priority.ALWAYS);
    return empty;
  }

  private EmptyState notYet() {
    boolean drawn =
        model.preview().value().filter(p -> p.blocker().isEmpty()).isPresent()
            && !model.readerIds().isEmpty();
    if (model.lookingProperty().get()) {
      return new EmptyState(
          Feather.SEARCH,
          "Looking at the pictures …",
          "Every picture is searched for what looks like burned-in text, and the leak test is run"
              + " on it. What is found appears here.");
    }
    return drawn
        ? new EmptyState(
            Feather.SEARCH,
            "The pictures of this draw were not looked at yet",
            "Every picture is searched for what looks like burned-in text, and the leak test is run"
                + " on it.",
            Buttons.primary("Look now", Feather.SEARCH, acts.look()))
        : new EmptyState(
            Feather.SEARCH,
            "Nothing is drawn yet",
            "Sources, protocol, selection and readers come first.",
            Buttons.of("Readiness", Feather.CHEVRON_RIGHT, () -> acts.go().accept(Step.READINESS)));
  }

  private void show() {
    TextDecisions text = model.text();
    List<TextDecisions.Place> places = text.places();
    here = Math.min(here, places.size() - 1);
    decided.setText(
        String.format(
            Locale.ROOT,
            "Region %d of %d · %d decided, %d masked",
            here + 1,
            places.size(),
            places.size() - text.undecided(),
            text.masked()));
    Optional<Verdict> now = text.verdict(here);
    verdict.setText(
        now.map(v -> v == Verdict.CLEARED ? "cleared" : "masked").orElse("waits for you"));
    verdict.getStyleClass().removeAll("success", "warning", "info");
    verdict
        .getStyleClass()
        .add(now.map(v -> v == Verdict.CLEARED ? "success" : "warning").orElse("info"));
    crop.enlarge(text.treated(here), places.get(here).region());
    whole.show(text.treated(here), places.get(here).region());
    dots.getChildren().clear();
    for (int i = 0; i < places.size(); i++) {
      dots.getChildren().add(dot(i, text.verdict(i)));
    }
  }

  private StackPane dot(int place, Optional<Verdict> how) {
    StackPane dot = new StackPane();
    dot.getStyleClass()
        .addAll(
            "text-dot",
            how.map(v -> v == Verdict.CLEARED ? "cleared" : "masked").orElse("open"),
            place == here ? "here" : "other");
    how.ifPresent(v ->
        dot.getChildren()
            .add(Icons.of(v == Verdict.CLEARED ? Feather.CHECK : Feather.EYE_OFF, "icon-12")));
    dot.setOnMouseClicked(e -> move(place - here));
    return dot;
  }
}
