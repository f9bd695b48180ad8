package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The test pattern, and beside it what the reader sees of it. */
final class DisplayCheckPage extends HBox {
  /** What the page does. */
  record Acts(Consumer<DisplayCheck> done, Runnable otherDisplay, Runnable help) {}

  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

  private final DisplayCheckModel model;
  private final Display display;
  private final Acts acts;
  private final PatternView pattern = new PatternView();
  private final ScrollPane scroll = new ScrollPane();
  private final List<QuestionCard> cards = new ArrayList<>();
  private final Label missing = Parts.line("", "small");
  private final Label warning = Parts.paragraph("", "body", "warning");
  private final HBox warningLine = RoomParts.noted(Feather.ALERT_TRIANGLE, "icon-warning", warning);
  private final HBox exactLine =
      RoomParts.noted(Feather.CHECK, "icon-success", Parts.line("Drawn pixel for pixel"));
  private final Label flaw = Parts.paragraph("", "body", "warning");
  private final VBox note;
  private final HBox flawLine = RoomParts.noted(Feather.ALERT_TRIANGLE, "icon-warning", flaw);
  private final TextField minimum = new TextField();
  private final TextField maximum = new TextField();
  private final TextField ambient = new TextField();
  private final Button next;

  DisplayCheckPage(DisplayCheckModel model, Display display, KeyMap keys, Acts acts) {
    this.model = model;
    this.display = display;
    this.acts = acts;
    next =
        RoomParts.keyed(
            "Go to the cases",
            keys.hint(Act.NEXT_CASE),
            this::go,
            "primary",
            "large",
            "next-button");
    note = displayNote();
    HBox.setHgrow(pattern, Priority.ALWAYS);
    getStyleClass().add("room");
    getChildren().addAll(pattern, panel(keys));
    model.revisionProperty().addListener((o, was, is) -> refresh());
    pattern.flawProperty().addListener((o, was, is) -> showFlaw());
    showFlaw();
    refresh();
  }

  /** What the button that moves on says. */
  void setNextWords(String words) {
    next.setText(words);
  }

  PatternView pattern() {
    return pattern;
  }

  /** Does what a key means. */
  void act(Act act) {
    switch (act) {
      case NEXT_CASE -> go();
      case NEXT_QUESTION -> model.focus(model.acting() + 1);
      case PREVIOUS_QUESTION -> model.focus(model.acting() - 1);
      default -> model.act(act);
    }
  }

  private VBox panel(KeyMap keys) {
    HBox head =
        new HBox(
            Parts.line("Display check", "title"),
            Parts.filler(),
            RoomParts.iconButton(Feather.HELP_CIRCLE, "Keys and instructions (F1)", acts.help()));
    head.getStyleClass().add("panel-head");
    VBox content = new VBox();
    content.getStyleClass().add("panel-content");
    for (int i = 0; i < DisplayCheckModel.QUESTIONS.size(); i++) {
      cards.add(card(i, keys));
    }
    content.getChildren().addAll(cards);
    content.getChildren().addAll(luminance(), note);
    scroll.setContent(content);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox sub = new VBox(Parts.line("Same seat and same room light as for reading.", "muted"));
    sub.getStyleClass().add("check-words");
    VBox panel = new VBox(head, sub, scroll, foot());
    panel.getStyleClass().add("case-panel");
    return panel;
  }

  private QuestionCard card(int index, KeyMap keys) {
    DisplayCheckModel.Asked asked = DisplayCheckModel.QUESTIONS.get(index);
    List<QuestionCard.Option> options = new ArrayList<>();
    for (int i = 0; i < asked.options().size(); i++) {
      Act act = index == 0 ? Act.valueOf("POINT_" + (i + 1)) : i == 0 ? Act.AGREE : Act.DISAGREE;
      options.add(new QuestionCard.Option(keys.hint(act), asked.options().get(i), false));
    }
    QuestionCard card =
        new QuestionCard(
            asked.text(),
            asked.text(),
            index == 0 ? AnswerButton.Form.ROW : AnswerButton.Form.SHORT,
            options,
            option -> model.answer(index, option));
    card.setOnHeadChosen(() -> model.focus(index));
    return card;
  }

  private VBox luminance() {
    VBox fields = new VBox(field(minimum, "Darkest, cd/m²"), field(maximum, "Brightest, cd/m²"));
    fields.getChildren().add(field(ambient, "Room light, in words"));
    fields.getStyleClass().add("gap-8");
    fields.setVisible(false);
    fields.setManaged(false);
    Button fold =
        RoomParts.button(
            "Measured luminance and room light",
            Feather.CHEVRON_RIGHT,
            () -> {},
            "link",
            "muted-link");
    fold.setOnAction(e -> {
      fields.setVisible(!fields.isVisible());
      fields.setManaged(fields.isVisible());
    });
    HBox row = new HBox(fold, Parts.filler(), Parts.line("optional", "small"));
    row.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(row, fields);
    box.getStyleClass().addAll("gap-8", "pad-12");
    return box;
  }

  private static HBox field(TextField field, String words) {
    field.setPrefColumnCount(10);
    field.setAccessibleText(words);
    Label label = Parts.line(words, "muted");
    HBox row = new HBox(label, Parts.filler(), field);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private VBox displayNote() {
    Label name = Parts.line(name(display), "bold", "strong");
    name.setMinWidth(USE_PREF_SIZE);
    Label size =
        Parts.line(
            String.format(
                Locale.ROOT,
                "%d × %d, %.0f %%",
                display.widthPixels(),
                display.heightPixels(),
                100 * display.scaling()),
            "muted");
    HBox first = RoomParts.noted(Feather.MONITOR, "icon-16", new HBox(name));
    first.getChildren().add(size);
    VBox box = new VBox(first, exactLine, flawLine, warningLine);
    box.getStyleClass().addAll("panel-card", "check-note");
    VBox around = new VBox(box);
    around.getStyleClass().add("pad-12");
    return around;
  }

  /** E.g. {@code Display 1} for {@code display-1-2560x1600}. */
  private static String name(Display display) {
    String[] parts = display.id().split("-", -1);
    return parts.length > 1 ? "Display " + parts[1] : display.id();
  }

  private VBox foot() {
    Button other = RoomParts.plain("Other display", acts.otherDisplay(), "large");
    next.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(next, Priority.ALWAYS);
    HBox buttons = new HBox(other, next);
    buttons.getStyleClass().add("gap-8");
    HBox words =
        new HBox(missing, Parts.filler(), Parts.line("Warns; does not prove calibration", "small"));
    VBox foot = new VBox(buttons, words);
    foot.getStyleClass().add("panel-foot");
    return foot;
  }

  private void refresh() {
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).show(model.answer(i), model.acting() == i);
    }
    Node acting = model.acting() < cards.size() ? cards.get(model.acting()) : note;
    Platform.runLater(() -> RoomParts.reveal(scroll, acting));
    int open = model.missing();
    next.setDisable(open > 0);
    next.pseudoClassStateChanged(RINGED, open == 0);
    missing.setText(
        open == 0 ? "Complete" : open + (open == 1 ? " answer missing" : " answers missing"));
    warning.setText(model.warning().orElse(""));
    warningLine.setVisible(model.warning().isPresent());
    warningLine.setManaged(model.warning().isPresent());
  }

  private void showFlaw() {
    String words = pattern.flawProperty().get();
    flaw.setText(words);
    show(exactLine, words.isEmpty());
    show(flawLine, !words.isEmpty());
  }

  private static void show(HBox line, boolean shown) {
    line.setVisible(shown);
    line.setManaged(shown);
  }

  private void go() {
    if (model.missing() == 0) {
      acts.done().accept(model.check(display, measured(), pattern.flawProperty().get().isEmpty()));
    }
  }

  private DisplayCheck.@Nullable Luminance measured() {
    Double low = number(minimum.getText());
    Double high = number(maximum.getText());
    if (low == null && high == null && ambient.getText().isBlank()) {
      return null;
    }
    return new DisplayCheck.Luminance(low, high, ambient.getText().strip());
  }

  private static @Nullable Double number(String text) {
    try {
      return text.isBlank() ? null : Double.valueOf(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
