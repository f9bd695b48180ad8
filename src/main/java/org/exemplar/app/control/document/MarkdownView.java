package org.exemplar.app.control.document;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.exemplar.app.control.document.Markdown.Block;
import org.exemplar.app.control.document.Markdown.Run;
import org.exemplar.app.fx.Parts;

/** A Markdown text as it reads, at the width it is given. */
public final class MarkdownView extends VBox {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 26;

  /** An empty view. */
  public MarkdownView() {
    getStyleClass().add("document");
  }

  /** Shows a text. */
  public void show(String markdown) {
    show(Markdown.of(markdown));
  }

  /** Shows blocks of a text. */
  public void show(List<Block> blocks) {
    getChildren().clear();
    for (Block block : blocks) {
      getChildren()
          .add(
              switch (block) {
                case Block.Heading(int level, List<Run> words) ->
                    flow(words, "document-heading", "level-" + Math.min(level, 4));
                case Block.Paragraph(List<Run> words) -> flow(words, "document-words");
                case Block.Item(String mark, List<Run> words) -> item(mark, words);
                case Block.Table(List<List<List<Run>>> rows) -> table(rows);
              });
    }
  }

  private static HBox item(String mark, List<Run> words) {
    TextFlow flow = flow(words, "document-words");
    HBox.setHgrow(flow, Priority.ALWAYS);
    HBox item = new HBox(Parts.line(mark, "document-mark"), flow);
    item.getStyleClass().add("document-item");
    return item;
  }

  private static GridPane table(List<List<List<Run>>> rows) {
    GridPane table = new GridPane();
    table.getStyleClass().add("document-table");
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        table.add(flow(rows.get(r).get(c), r == 0 ? "document-head" : "document-cell"), c, r);
      }
    }
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    for (int c = 0; c < columns; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share(rows, c));
      table.getColumnConstraints().add(column);
    }
    return table;
  }

  /** Columns share the width by their longest cells; long ones wrap. */
  private static double share(List<List<List<Run>>> rows, int column) {
    double all = 0;
    double own = 0;
    for (int c = 0; c < rows.getFirst().size(); c++) {
      int at = c;
      double longest =
          rows.stream()
              .filter(row -> at < row.size())
              .mapToInt(row -> Math.clamp(Markdown.words(row.get(at)).length(), SHORTEST, LONGEST))
              .max()
              .orElse(SHORTEST);
      all += longest;
      own = c == column ? longest : own;
    }
    return 100 * own / all;
  }

  private static TextFlow flow(List<Run> runs, String... styleClasses) {
    TextFlow flow = new TextFlow();
    for (Run run : runs) {
      Text text = new Text(run.words());
      text.getStyleClass()
          .add(
              switch (run.style()) {
                case PLAIN -> "run";
                case STRONG -> "run-strong";
                case EMPHASIS -> "run-emphasis";
                case CODE -> "run-code";
              });
      flow.getChildren().add(text);
    }
    flow.getStyleClass().addAll(styleClasses);
    flow.setMinHeight(USE_PREF_SIZE);
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(Markdown.words(runs));
    return flow;
  }
}
