package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Question;

/** Every key by purpose, as the reader has them. */
final class KeysTable extends VBox {
  private static final int UNEVEN = 4;

  private final KeyMap keys;

  /**
   * @param questions those of the protocol
   * @param wide whether there is room for two columns
   * @param scale size of words
   */
  KeysTable(KeyMap keys, List<Question> questions, boolean wide, double scale) {
    this.keys = keys;
    getStyleClass().add("gap-16");
    getChildren().addAll(columns(questions, wide), presets(scale));
  }

  private Node columns(List<Question> questions, boolean wide) {
    List<KeySheet.Group> first = new ArrayList<>(KeySheet.answering(questions, new ItemKeys(keys)));
    List<KeySheet.Group> second = new ArrayList<>(KeySheet.viewing(keys.preset().drags()));
    if (lines(first) > lines(second) + UNEVEN) {
      second.add(first.removeLast());
    }
    return side(column(first), column(second), wide);
  }

  private static int lines(List<KeySheet.Group> groups) {
    return groups.stream().mapToInt(group -> group.lines().size()).sum();
  }

  /** Two columns beside each other, or one below the other. */
  static Node side(VBox left, VBox right, boolean wide) {
    if (!wide) {
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

  private VBox column(List<KeySheet.Group> groups) {
    VBox column = new VBox();
    for (KeySheet.Group group : groups) {
      VBox lines = new VBox(Parts.line(group.heading(), "keys-group"));
      lines.getStyleClass().add("keys-column");
      group.lines().forEach(line -> lines.getChildren().add(row(line)));
      column.getChildren().add(lines);
    }
    column.getStyleClass().add("gap-16");
    return column;
  }

  private HBox row(KeySheet.Line line) {
    HBox row = new HBox(Parts.line(line.words()), Parts.filler());
    row.getStyleClass().add("keys-row");
    line.mouse().forEach(cap -> row.getChildren().add(new KeyHint(cap)));
    if (!line.before().isEmpty()) {
      row.getChildren().add(quiet(line.mouse().isEmpty() ? line.before() : "or " + line.before()));
    }
    if (line.acts().size() > 1 && line.range() && asInPreset(line.acts())) {
      row.getChildren().addAll(caps(keys.strokes(line.acts().getFirst()).getFirst().caps()));
      row.getChildren().add(quiet("to"));
      List<String> last = keys.strokes(line.acts().getLast()).getFirst().caps();
      row.getChildren().add(new KeyHint(last.getLast()));
    } else {
      line.acts().forEach(act -> row.getChildren().addAll(keys(act)));
    }
    return row;
  }

  private boolean asInPreset(List<Act> acts) {
    return acts.stream().noneMatch(a -> keys.own().containsKey(a.word()));
  }

  private List<Node> keys(Act act) {
    List<Node> nodes = new java.util.ArrayList<>();
    for (Stroke stroke : keys.strokes(act)) {
      if (!nodes.isEmpty()) {
        nodes.add(quiet("or"));
      }
      nodes.addAll(caps(stroke.caps()));
    }
    return nodes;
  }

  private static List<Node> caps(List<String> caps) {
    List<Node> nodes = new java.util.ArrayList<>();
    for (String cap : caps) {
      if (!nodes.isEmpty()) {
        nodes.add(quiet("+"));
      }
      nodes.add(new KeyHint(cap));
    }
    return nodes;
  }

  private static Node quiet(String words) {
    return Parts.line(words, "small", "faint");
  }

  private VBox presets(double scale) {
    List<Act> acts = Stream.of(Act.values()).filter(a -> a.preset() > 0).toList();
    boolean usual = asInPreset(acts);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-presets");
    for (int i = 0; i < acts.size(); i++) {
      List<String> caps = keys.strokes(acts.get(i)).getFirst().caps();
      String key = usual ? caps.getLast() : String.join("+", caps);
      HBox cell = new HBox(new KeyHint(key), Parts.line(KeySheet.words(acts.get(i))));
      cell.getStyleClass().add("gap-8");
      cell.setAlignment(Pos.CENTER_LEFT);
      GridPane.setHgrow(cell, Priority.ALWAYS);
      cell.setPrefWidth(200 * scale);
      grid.add(cell, i % 3, i / 3);
    }
    HBox head = new HBox(Parts.line("Presets", "small", "bold"));
    if (usual) {
      head.getChildren().add(Parts.line("with Shift", "small"));
    }
    head.getStyleClass().add("gap-8");
    VBox card = new VBox(head, grid);
    card.getStyleClass().addAll("card", "pad-16");
    return card;
  }
}
