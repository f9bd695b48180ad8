package org.exemplar.app.coordination.protocol;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;
import org.exemplar.app.control.parts.TabOut;

/** The document as it is written, with the numbers of its lines. */
final class SourceView extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ProtocolDraft draft;
  private final TextArea text = new TextArea();
  private final Label numbers = new Label();
  private int lines = -1;
  private int marked = -1;
  private boolean showing;

  SourceView(ProtocolDraft draft) {
    this.draft = draft;
    getStyleClass().add("source-view");
    text.getStyleClass().addAll("source", "mono");
    text.setAccessibleText("The protocol as it is written");
    HBox.setHgrow(text, Priority.ALWAYS);
    TabOut.leaves(text);
    numbers.getStyleClass().addAll("mono", "line-numbers");
    numbers.setMinHeight(USE_PREF_SIZE);
    Pane gutter = new Pane(numbers);
    gutter.getStyleClass().add("gutter");
    gutter.setMinWidth(USE_PREF_SIZE);
    Rectangle window = new Rectangle();
    window.widthProperty().bind(gutter.widthProperty());
    window.heightProperty().bind(gutter.heightProperty());
    gutter.setClip(window);
    numbers.translateYProperty().bind(text.scrollTopProperty().negate());
    getChildren().addAll(gutter, text);
    text.textProperty()
        .addListener((o, was, is) -> {
          if (!showing) {
            draft.typeSource(is);
          }
        });
    draft.stateProperty().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    ProtocolDraft.State state = draft.state();
    if (!state.text().equals(text.getText())) {
      showing = true;
      int caret = text.getCaretPosition();
      double scroll = text.getScrollTop();
      text.setText(state.text());
      text.positionCaret(Math.min(caret, state.text().length()));
      text.setScrollTop(scroll);
      showing = false;
    }
    ProtocolDraft.LineProblem problem = state.reading().problem();
    int line = problem == null ? 0 : problem.line();
    int count = (int) state.text().chars().filter(c -> c == '\n').count() + 1;
    if (count != lines || line != marked) {
      lines = count;
      marked = line;
      numbers.setText(
          IntStream.rangeClosed(1, count)
              .mapToObj(n -> (n == line ? "▸ " : "  ") + n)
              .collect(Collectors.joining("\n")));
    }
    text.pseudoClassStateChanged(WRONG, problem != null);
  }

  /** Puts the keyboard on a line, from 1, and selects it. */
  void go(int line) {
    String words = text.getText();
    int start = 0;
    for (int n = 1; n < line && start >= 0; n++) {
      start = words.indexOf('\n', start) + 1;
    }
    int end = words.indexOf('\n', start);
    text.requestFocus();
    text.selectRange(end < 0 ? words.length() : end, start);
  }

  /** The editor. */
  TextArea editor() {
    return text;
  }
}
