package org.exemplar.app.reading;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Parts;
import org.exemplar.radiograph.WindowPreset;
import org.exemplar.study.Question;
import org.exemplar.study.ReadingProtocol;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every key over the dimmed room, by purpose; the place to change them and to read again. */
final class KeysOverlay extends StackPane {
  private static final double ONE_COLUMN_BELOW = 840;

  private final KeysModel model;
  private final VBox box = new VBox();
  private final Label said = Parts.line("", "warning");
  private @Nullable ReadingProtocol protocol;
  private boolean editing;
  private boolean instructions;
  private double scale = 1;

  KeysOverlay(KeysModel model) {
    this.model = model;
    getStyleClass().add("keys-dim");
    box.getStyleClass().add("keys-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(box);
    setPadding(new javafx.geometry.Insets(24));
    setVisible(false);
    said.textProperty().bind(model.saidProperty());
    model.keysProperty().addListener((o, was, is) -> fill());
    widthProperty().addListener((o, was, is) -> fillIfShown());
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        close();
      }
    });
  }

  void setScale(double scale) {
    this.scale = scale;
  }

  /** The instructions that can be read again; none before a file is open. */
  void setProtocol(ReadingProtocol protocol) {
    this.protocol = protocol;
  }

  boolean isOpen() {
    return isVisible();
  }

  void open() {
    editing = false;
    instructions = false;
    setVisible(true);
    fill();
  }

  void close() {
    setVisible(false);
  }

  private void fillIfShown() {
    if (isVisible()) {
      fill();
    }
  }

  private void fill() {
    ReadingProtocol read = protocol;
    Region body;
    if (instructions && read != null) {
      body = new Instructions(read);
    } else {
      VBox keys = new VBox(columns(), presets());
      keys.getStyleClass().add("gap-16");
      body = keys;
    }
    body.getStyleClass().add("keys-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.setMinHeight(0);
    Node foot = foot();
    box.getChildren().setAll(head(), Parts.hairline("strong-line"), scroll, Parts.hairline(), foot);
  }

  private HBox head() {
    HBox head =
        new HBox(
            Parts.line(instructions ? "Instructions" : "Keys", "title"),
            Parts.filler(),
            presetSwitch(),
            RoomParts.iconButton(Feather.X, "Close (Esc)", this::close));
    head.getStyleClass().add("keys-head");
    return head;
  }

  private HBox presetSwitch() {
    HBox choice = new HBox();
    choice.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (KeyPreset preset : KeyPreset.values()) {
      ToggleButton button = new ToggleButton(preset.words());
      button.setToggleGroup(group);
      button.setSelected(model.keys().preset() == preset);
      button.setOnAction(e -> {
        button.setSelected(true);
        model.choose(preset);
      });
      choice.getChildren().add(button);
    }
    choice.setVisible(!instructions);
    return choice;
  }

  private Node columns() {
    VBox left = column(KeysModel.answering(questions()));
    VBox right = column(KeysModel.viewing());
    if (getWidth() > 0 && getWidth() < ONE_COLUMN_BELOW * scale) {
      VBox one = new VBox(left, right);
      one.getStyleClass().add("gap-16");
      return one;
    }
    HBox two = new HBox(left, Parts.hairline(Orientation.VERTICAL), right);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    left.setPrefWidth(100);
    right.setPrefWidth(100);
    two.getStyleClass().add("gap-48");
    return two;
  }

  private List<Question> questions() {
    ReadingProtocol read = protocol;
    return read == null ? List.of() : read.questions();
  }

  private VBox column(List<KeysModel.Group> groups) {
    VBox column = new VBox();
    for (KeysModel.Group group : groups) {
      VBox lines = new VBox(Parts.line(group.heading(), "keys-group"));
      lines.getStyleClass().add("keys-column");
      group.lines().forEach(line -> lines.getChildren().add(row(line)));
      column.getChildren().add(lines);
    }
    column.getStyleClass().add("gap-16");
    return column;
  }

  private HBox row(KeysModel.Line line) {
    HBox row = new HBox(Parts.line(line.words()), Parts.filler());
    row.getStyleClass().add("keys-row");
    boolean range = line.extra().equals("to");
    if (!range && !line.extra().isEmpty()) {
      for (String cap : line.extra().split(" ", -1)) {
        row.getChildren().add(new KeyHint(cap));
      }
    }
    for (int i = 0; i < line.acts().size(); i++) {
      if (range && i > 0) {
        row.getChildren().add(Parts.line("to", "small", "faint"));
      }
      keys(row, line.acts().get(i), range && i > 0);
    }
    return row;
  }

  private void keys(HBox row, Act act, boolean lastCapOnly) {
    List<Stroke> strokes = model.keys().strokes(act);
    for (int s = 0; s < strokes.size(); s++) {
      if (s > 0) {
        row.getChildren().add(Parts.line("or", "small", "faint"));
      }
      List<String> caps = strokes.get(s).caps();
      for (int c = lastCapOnly ? caps.size() - 1 : 0; c < caps.size(); c++) {
        if (c > 0 && !lastCapOnly) {
          row.getChildren().add(Parts.line("+", "small", "faint"));
        }
        row.getChildren().add(cap(caps.get(c), act));
      }
    }
  }

  private KeyHint cap(String words, Act act) {
    KeyHint hint = new KeyHint(words);
    if (editing && act.point() == 0 && act.preset() == 0) {
      hint.setMouseTransparent(false);
      hint.setStrength(KeyHint.Strength.SELECTED);
      hint.setCursor(javafx.scene.Cursor.HAND);
      hint.setOnMouseClicked(e -> {
        model.change(act);
        requestFocus();
      });
    }
    return hint;
  }

  private VBox presets() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-presets");
    WindowPreset[] presets = WindowPreset.values();
    for (int i = 0; i < presets.length; i++) {
      HBox cell =
          new HBox(
              new KeyHint(Integer.toString(i + 1)),
              Parts.line(presets[i].words().toLowerCase(Locale.ROOT)));
      cell.getStyleClass().add("gap-8");
      cell.setAlignment(Pos.CENTER_LEFT);
      GridPane.setHgrow(cell, Priority.ALWAYS);
      cell.setPrefWidth(200 * scale);
      grid.add(cell, i % 3, i / 3);
    }
    HBox head = new HBox(Parts.line("Presets", "small", "bold"), Parts.line("with Shift", "small"));
    head.getStyleClass().add("gap-8");
    VBox card = new VBox(head, grid);
    card.getStyleClass().addAll("card", "pad-16");
    return card;
  }

  private Node foot() {
    FlowPane links = new FlowPane(16, 4);
    links
        .getChildren()
        .add(
            RoomParts.plain(
                editing ? "Done" : "Change keys…",
                () -> {
                  editing = !editing;
                  instructions = false;
                  fill();
                },
                "link"));
    if (editing) {
      links.getChildren().add(RoomParts.plain("As in the preset", model::forgetOwn, "link"));
      links
          .getChildren()
          .add(
              model.saidProperty().get().isEmpty()
                  ? Parts.line("Click a blue key to change it", "muted")
                  : said);
    } else if (protocol != null) {
      links
          .getChildren()
          .add(
              RoomParts.plain(
                  instructions ? "Back to the keys" : "Read the instructions again",
                  () -> {
                    instructions = !instructions;
                    fill();
                  },
                  "link"));
    }
    HBox.setHgrow(links, Priority.ALWAYS);
    HBox closes = new HBox(new KeyHint("Esc"), Parts.line("closes", "muted"));
    closes.getStyleClass().add("gap-8");
    closes.setAlignment(Pos.CENTER_LEFT);
    HBox foot = new HBox(links, closes);
    foot.getStyleClass().add("keys-foot");
    return foot;
  }
}
