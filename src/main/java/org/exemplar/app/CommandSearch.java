package org.exemplar.app;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.desk.Command;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The command search over the dimmed window, for the keyboard alone. */
final class CommandSearch extends StackPane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final CommandSearchModel model;
  private final TextField query = new TextField();
  private final VBox rows = new VBox();

  CommandSearch(CommandSearchModel model) {
    this.model = model;
    query.setPromptText("Search or run a command");
    query.getStyleClass().add("query");
    query.textProperty().bindBidirectional(model.queryProperty());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(query, Priority.ALWAYS);
    Label scope = Parts.line("everything", "muted");
    model
        .scopeProperty()
        .addListener((o, was, now) ->
            scope.setText(
                now == null ? "everything" : "only " + now.heading().toLowerCase(Locale.ROOT)));
    HBox top = new HBox(Icons.of(Feather.SEARCH), query, scope, new KeyHint("Tab"));
    top.getStyleClass().add("query-row");
    VBox box = new VBox(top, Parts.hairline("strong-line"), rows, hints());
    box.getStyleClass().add("command-search");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    getStyleClass().add("dim");
    getChildren().add(box);
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        close();
      }
    });
    heightProperty()
        .addListener((o, was, is) -> setPadding(insets(Math.min(96, is.doubleValue() / 10))));
    setVisible(false);
    model.found().addListener((ListChangeListener<Command>) c -> fill());
    model.chosenProperty().addListener((o, was, is) -> choose());
  }

  /** Opens with an empty query and the focus in it. */
  void open() {
    setVisible(true);
    model.open();
    fill();
    query.requestFocus();
  }

  /** Closes without doing anything. */
  void close() {
    setVisible(false);
  }

  private static javafx.geometry.Insets insets(double top) {
    return new javafx.geometry.Insets(top, 16, 16, 16);
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case TAB -> model.nextScope(e.isShiftDown() ? -1 : 1);
      case ESCAPE -> close();
      case ENTER -> {
        close();
        model.run();
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void fill() {
    rows.getChildren().clear();
    Command.Group group = null;
    int index = 0;
    for (Command command : model.found()) {
      if (command.group() != group) {
        group = command.group();
        rows.getChildren().add(Parts.line(group.heading(), "group"));
      }
      rows.getChildren().add(row(command, index++));
    }
    if (model.found().isEmpty()) {
      HBox none = new HBox(Parts.line("Nothing is called that. Try a shorter word.", "muted"));
      none.getStyleClass().add("command-row");
      rows.getChildren().add(none);
    }
    choose();
  }

  private HBox row(Command command, int index) {
    HBox row = new HBox(FontIcon.of(command.icon()), words(command.words(), "words"));
    if (!command.aside().isEmpty()) {
      row.getChildren().add(words(command.aside(), "aside"));
    }
    row.getChildren().add(Parts.filler());
    HBox keys = new HBox();
    keys.getStyleClass().add("command-keys");
    for (String key : command.keys().isEmpty() ? new String[0] : command.keys().split(" ", -1)) {
      keys.getChildren().add(new KeyHint(key));
    }
    row.getChildren().add(keys);
    row.getStyleClass().add("command-row");
    row.setUserData(index);
    row.setAccessibleText(command.words());
    row.setOnMouseClicked(e -> {
      close();
      command.act().run();
    });
    return row;
  }

  /** The words with the part that was typed in bold accent. */
  private Node words(String words, String styleClass) {
    String typed = model.queryProperty().get().strip().toLowerCase(Locale.ROOT);
    int at = typed.isEmpty() ? -1 : words.toLowerCase(Locale.ROOT).indexOf(typed);
    TextFlow flow = new TextFlow();
    if (at < 0) {
      flow.getChildren().add(part(words, styleClass));
    } else {
      flow.getChildren()
          .addAll(
              part(words.substring(0, at), styleClass),
              part(words.substring(at, at + typed.length()), "match"),
              part(words.substring(at + typed.length()), styleClass));
    }
    flow.setMinWidth(USE_PREF_SIZE);
    flow.setMaxHeight(USE_PREF_SIZE);
    return flow;
  }

  private static Text part(String words, String styleClass) {
    Text text = new Text(words);
    text.getStyleClass().add(styleClass);
    return text;
  }

  private void choose() {
    for (Node node : rows.getChildren()) {
      if (node.getUserData() instanceof Integer index) {
        node.pseudoClassStateChanged(CHOSEN, index == model.chosenProperty().get());
      }
    }
  }

  private static HBox hints() {
    HBox hints =
        new HBox(
            new KeyHint("↑"),
            new KeyHint("↓"),
            Parts.line("choose", "small"),
            new KeyHint("Enter"),
            Parts.line("do", "small"),
            new KeyHint("Tab"),
            Parts.line("only commands, images, findings …", "small"),
            Parts.filler(),
            new KeyHint("Esc"),
            Parts.line("close", "small"));
    hints.getStyleClass().add("hints");
    return hints;
  }
}
