package org.exemplar.app.reading;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Question;
import org.exemplar.study.ReadingProtocol;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Every key over the dimmed room, by purpose; the place to change them, to choose the monitor and
 * to read the instructions again. While it is open, the keyboard stays in it.
 */
final class KeysOverlay extends StackPane {
  private static final double ONE_COLUMN_BELOW = 840;

  /** What its middle shows. */
  private enum Mode {
    KEYS,
    CHANGE,
    INSTRUCTIONS
  }

  private final KeysModel model;
  private final VBox box = new VBox();
  private final ScrollPane middle = new ScrollPane();
  private final Label said = Parts.line("", "warning");
  private @Nullable ReadingProtocol protocol;
  private @Nullable RoomWindow window;
  private @Nullable KeysEditor editor;
  private @Nullable Act lastChanged;
  private @Nullable Node before;
  private @Nullable Button close;
  private Mode mode = Mode.KEYS;

  KeysOverlay(KeysModel model) {
    this.model = model;
    getStyleClass().add("keys-dim");
    middle.setFitToWidth(true);
    middle.setFocusTraversable(false);
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    box.getStyleClass().add("keys-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(box);
    setPadding(new Insets(24));
    setVisible(false);
    said.textProperty().bind(model.saidProperty());
    said.setWrapText(true);
    model.saidProperty().addListener((o, was, is) -> said());
    model.keysProperty().addListener((o, was, is) -> fillIfShown());
    widthProperty().addListener((o, was, is) -> fillIfShown());
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((o, was, is) -> keepKeyboard(is));
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        close();
      }
    });
  }

  void setWindow(RoomWindow window) {
    this.window = window;
  }

  /** The instructions that can be read again; none before a file is open. */
  void setProtocol(ReadingProtocol protocol) {
    this.protocol = protocol;
  }

  boolean isOpen() {
    return isVisible();
  }

  void open() {
    before = getScene().getFocusOwner();
    mode = Mode.KEYS;
    setVisible(true);
    fill();
    takeKeyboard();
  }

  void close() {
    setVisible(false);
    Node had = before;
    before = null;
    if (had != null && had.getScene() != null) {
      had.requestFocus();
    }
  }

  /** Presses the button that has the keyboard. */
  void press() {
    if (getScene().getFocusOwner() instanceof ButtonBase button) {
      button.fire();
    }
  }

  /** Scrolls what it shows. */
  void scroll(Stroke stroke) {
    boolean _ = ScrollKeys.scroll(middle, stroke);
  }

  private double scale() {
    RoomWindow at = window;
    return at == null ? 1 : at.scale();
  }

  private void keepKeyboard(@Nullable Node owner) {
    if (isVisible() && owner != null && !box.equals(owner) && !isWithin(owner)) {
      takeKeyboard();
    }
  }

  private boolean isWithin(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private void takeKeyboard() {
    Button first = close;
    if (first != null) {
      first.requestFocus();
    }
  }

  private void said() {
    KeysEditor editing = editor;
    if (editing != null && mode == Mode.CHANGE) {
      model.changed().ifPresent(act -> lastChanged = act);
      editing.refresh();
    }
  }

  private void fillIfShown() {
    if (isVisible()) {
      fill();
    }
  }

  private void show(Mode next) {
    mode = next;
    fill();
    takeKeyboard();
  }

  private void fill() {
    Region body = body();
    body.getStyleClass().add("keys-body");
    middle.setContent(body);
    middle.setVvalue(0);
    box.getChildren()
        .setAll(head(), Parts.hairline("strong-line"), middle, Parts.hairline(), foot());
    KeysEditor editing = editor;
    Act changed = lastChanged;
    if (mode == Mode.CHANGE && editing != null && changed != null) {
      Button at = editing.focus(changed);
      Platform.runLater(() -> RoomParts.reveal(middle, at));
    } else {
      takeKeyboard();
    }
  }

  private Region body() {
    boolean wide = getWidth() <= 0 || getWidth() >= ONE_COLUMN_BELOW * scale();
    ReadingProtocol read = protocol;
    if (mode == Mode.INSTRUCTIONS && read != null) {
      return new Instructions(read);
    }
    if (mode == Mode.CHANGE) {
      KeysEditor editing = new KeysEditor(model, questions(), wide);
      editor = editing;
      return editing;
    }
    return new KeysTable(model.keys(), questions(), wide, scale());
  }

  private List<Question> questions() {
    ReadingProtocol read = protocol;
    return read == null ? List.of() : read.questions();
  }

  private HBox head() {
    String title =
        switch (mode) {
          case KEYS -> "Keys";
          case CHANGE -> "Change keys";
          case INSTRUCTIONS -> "Instructions";
        };
    Button closing = RoomParts.iconButton(Feather.X, "Close (Esc)", this::close);
    closing.setFocusTraversable(true);
    close = closing;
    HBox head = new HBox(Parts.line(title, "title"), Parts.filler(), presetSwitch(), closing);
    head.getStyleClass().add("keys-head");
    return head;
  }

  private HBox presetSwitch() {
    HBox choice = segmented();
    ToggleGroup group = new ToggleGroup();
    for (KeyPreset preset : KeyPreset.values()) {
      ToggleButton button = segment(preset.words(), model.keys().preset() == preset, group);
      button.setOnAction(e -> {
        button.setSelected(true);
        lastChanged = null;
        model.choose(preset);
      });
      choice.getChildren().add(button);
    }
    choice.setVisible(mode != Mode.INSTRUCTIONS);
    return choice;
  }

  private static HBox segmented() {
    HBox choice = new HBox();
    choice.getStyleClass().add("segmented");
    return choice;
  }

  private static ToggleButton segment(String words, boolean selected, ToggleGroup group) {
    ToggleButton button = new ToggleButton(words);
    button.setToggleGroup(group);
    button.setSelected(selected);
    return button;
  }

  private Node foot() {
    HBox links = new HBox();
    links.getStyleClass().add("gap-16");
    VBox rows = new VBox(links);
    rows.getStyleClass().add("gap-8");
    HBox.setHgrow(rows, Priority.ALWAYS);
    switch (mode) {
      case KEYS -> {
        link(links, "Change keys…", () -> show(Mode.CHANGE));
        if (protocol != null) {
          link(links, "Read the instructions again", () -> show(Mode.INSTRUCTIONS));
        }
        monitors(rows);
      }
      case CHANGE -> {
        link(links, "Done", () -> show(Mode.KEYS));
        link(links, "As in the preset", model::forgetOwn);
        rows.getChildren().add(said);
      }
      case INSTRUCTIONS -> link(links, "Back to the keys", () -> show(Mode.KEYS));
    }
    HBox closes = new HBox(new KeyHint("Esc"), Parts.line("closes", "muted"));
    closes.getStyleClass().add("gap-8");
    closes.setAlignment(Pos.CENTER_LEFT);
    closes.setMinWidth(USE_PREF_SIZE);
    HBox foot = new HBox(rows, closes);
    foot.getStyleClass().add("keys-foot");
    return foot;
  }

  private static void link(HBox links, String words, Runnable act) {
    links.getChildren().add(RoomParts.plain(words, act, "link"));
  }

  /** The monitors to choose from, where there are several. */
  private void monitors(VBox rows) {
    RoomWindow at = window;
    List<Screen> screens = Screen.getScreens();
    if (at == null || screens.size() < 2) {
      return;
    }
    HBox choice = segmented();
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < screens.size(); i++) {
      Screen screen = screens.get(i);
      Rectangle2D size = screen.getBounds();
      String words =
          String.format(
              Locale.ROOT, "Monitor %d · %.0f × %.0f", i + 1, size.getWidth(), size.getHeight());
      ToggleButton button = segment(words, screen.equals(Displays.screen(at.stage())), group);
      button.setOnAction(e -> {
        button.setSelected(true);
        at.moveTo(screen);
      });
      choice.getChildren().add(button);
    }
    rows.getChildren().add(choice);
  }
}
