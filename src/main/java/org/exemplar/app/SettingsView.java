package org.exemplar.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.Theme;

/** What can be chosen once and for all, over the dimmed window. */
final class SettingsView extends StackPane {
  private static final List<Double> SIZES = List.of(0.9, 1.0, 1.25, 1.5, 2.0);

  /**
   * What the settings leave to the window.
   *
   * @param changed told new settings; they act at once
   * @param check opens the check of this installation
   * @param people opens who may do what on this computer
   * @param failed told what could not be done, and why
   */
  record Acts(
      Consumer<Settings> changed,
      Runnable check,
      Runnable people,
      BiConsumer<String, Throwable> failed) {}

  private final Path log;
  private final DoubleClick doubleClick;
  private final Acts acts;

  /**
   * @param log where the log lies
   */
  SettingsView(Path log, DoubleClick doubleClick, Acts acts) {
    this.log = log;
    this.doubleClick = doubleClick;
    this.acts = acts;
    getStyleClass().add("dim");
    setVisible(false);
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        setVisible(false);
      }
    });
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        setVisible(false);
        e.consume();
      }
    });
  }

  /** Shows the settings as they are. */
  void open(Settings now) {
    HBox look =
        segmented(
            List.of("Dark", "Light"),
            now.look() == Theme.Look.DARK ? 0 : 1,
            i -> acts.changed().accept(now.withLook(i == 0 ? Theme.Look.DARK : Theme.Look.LIGHT)));
    int size = Math.max(0, SIZES.indexOf(now.scale()));
    HBox sizes =
        segmented(
            SIZES.stream().map(s -> String.format(Locale.ROOT, "%.0f %%", 100 * s)).toList(),
            size,
            i -> acts.changed().accept(now.withScale(SIZES.get(i))));
    Button close = new Button("Close");
    close.getStyleClass().add("primary");
    close.setOnAction(e -> setVisible(false));
    Button installation = new Button("Check this installation…");
    installation.setOnAction(e -> {
      setVisible(false);
      acts.check().run();
    });
    Button who = new Button("People…");
    who.setOnAction(e -> {
      setVisible(false);
      acts.people().run();
    });
    VBox box =
        new VBox(
            Parts.line("Settings", "title"),
            row("Desks", look),
            row("Size of everything", sizes),
            Parts.paragraph(
                "The reading room is always dark. Its keys are changed there, with F1.", "small"),
            Parts.hairline(),
            doubleClick(),
            Parts.hairline(),
            row("Known answers on this computer", new HBox(installation)),
            row("Who may seal, amend and unblind", new HBox(who)),
            Parts.hairline(),
            Parts.paragraph("The log, without names of patients or files: " + log, "small"),
            new HBox(Parts.filler(), close));
    box.getStyleClass().add("settings");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(box);
    setVisible(true);
    close.requestFocus();
  }

  /** What a double click on a reading file does, set and removed where the program can. */
  private VBox doubleClick() {
    Label words = Parts.paragraph(doubleClick.words(), "small");
    Button set = new Button("Open reading files here");
    Button remove = new Button("Remove");
    Runnable show =
        () -> {
          words.setText(doubleClick.words());
          set.setDisable(!doubleClick.possible() || doubleClick.on());
          remove.setDisable(!doubleClick.removable());
        };
    set.setOnAction(e -> change(doubleClick::set, show, remove));
    remove.setOnAction(e -> change(doubleClick::remove, show, set));
    remove.setAccessibleText("Remove: a double click no longer opens reading files");
    show.run();
    HBox buttons = new HBox(remove, set);
    buttons.getStyleClass().add("gap-8");
    buttons.setVisible(doubleClick.possible());
    buttons.setManaged(doubleClick.possible());
    VBox box = new VBox(row("Double click on a reading file", buttons), words);
    box.getStyleClass().add("gap-8");
    return box;
  }

  private void change(Runnable act, Runnable show, Button next) {
    try {
      act.run();
    } catch (RuntimeException e) {
      acts.failed().accept("What a double click does could not be changed", e);
    }
    show.run();
    next.requestFocus();
  }

  private static HBox row(String words, HBox choice) {
    HBox row = new HBox(Parts.line(words), Parts.filler(), choice);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox segmented(List<String> words, int selected, Consumer<Integer> chosen) {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().add("segmented");
    for (int i = 0; i < words.size(); i++) {
      int index = i;
      ToggleButton button = new ToggleButton(words.get(i));
      button.setToggleGroup(group);
      button.setSelected(i == selected);
      button.setOnAction(e -> {
        button.setSelected(true);
        chosen.accept(index);
      });
      box.getChildren().add(button);
    }
    return box;
  }
}
