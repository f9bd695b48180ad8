package org.exemplar.app.control.figure;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A figure whose points can be read one by one: with the arrow keys, or by pointing at them. Enter
 * or a click opens what is behind a point. What it says stands beside the point and is what screen
 * readers say.
 */
public abstract class SpottedFigure extends Figure {
  private List<Spot> spots = List.of();
  private String mainFact = "";
  private int current = -1;
  private @Nullable IntConsumer open;
  private @Nullable IntConsumer pointed;

  /** A figure without points yet. */
  @SuppressWarnings("this-escape")
  protected SpottedFigure() {
    setFocusTraversable(true);
    getStyleClass().add("spotted-figure");
    focusedProperty().addListener(o -> choose(isFocused() ? Math.max(0, current) : -1));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> choose(isFocused() ? current : -1));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Draws, and tells where its points are, in reading order. */
  protected abstract List<Spot> drawSpots(GraphicsContext g, double width, double height);

  /** Sets what the figure says as a whole. */
  protected final void describe(String fact) {
    mainFact = fact;
    setAccessibleText(fact);
  }

  /** Told the number of a point when Enter or a click opens it. */
  public final void setOnOpen(IntConsumer opened) {
    open = opened;
  }

  /** Told the number of the point that is pointed at or reached with keys; −1 when none is. */
  public final void setOnPoint(IntConsumer told) {
    pointed = told;
  }

  /** The points as they were drawn last. */
  public final List<Spot> spots() {
    return spots;
  }

  @Override
  protected final void draw(GraphicsContext g, double width, double height) {
    spots = drawSpots(g, width, height);
    if (current >= 0 && current < spots.size()) {
      mark(g, spots.get(current), width, height);
    }
  }

  private void mark(GraphicsContext g, Spot spot, double width, double height) {
    double out = px(2);
    g.setLineDashes();
    g.setLineWidth(px(1.5));
    g.setStroke(ink(Ink.ACCENT));
    g.strokeRoundRect(
        spot.x() - out,
        spot.y() - out,
        spot.width() + 2 * out,
        spot.height() + 2 * out,
        px(4),
        px(4));
    double wide = widthOf(spot.words(), font(11, false)) + px(16);
    double tall = px(22);
    double middle = spot.x() + spot.width() / 2;
    double left = Math.clamp(middle - wide / 2, 0, Math.max(0, width - wide));
    double above = spot.y() - tall - px(6);
    double top = above >= 0 ? above : Math.min(height - tall, spot.y() + spot.height() + px(6));
    g.setFill(ink(Ink.BORDER));
    g.fillRoundRect(left, top, wide, tall, px(6), px(6));
    words(
        g,
        spot.words(),
        left + wide / 2,
        top + tall / 2,
        TextAlignment.CENTER,
        font(11, false),
        ink(Ink.STRONG));
  }

  private void choose(int spot) {
    if (spot == current) {
      return;
    }
    current = spot;
    setAccessibleText(
        spot >= 0 && spot < spots.size() ? spots.get(spot).words() + ". " + mainFact : mainFact);
    if (pointed != null) {
      pointed.accept(spot);
    }
    repaint();
  }

  private void key(KeyEvent e) {
    if (spots.isEmpty()) {
      return;
    }
    int last = spots.size() - 1;
    int to =
        switch (e.getCode()) {
          case LEFT, UP -> Math.max(0, current - 1);
          case RIGHT, DOWN -> Math.min(last, current + 1);
          case HOME -> 0;
          case END -> last;
          default -> -1;
        };
    if (to >= 0) {
      choose(to);
      e.consume();
    } else if (isOpening(e) && current >= 0 && open != null) {
      open.accept(current);
      e.consume();
    }
  }

  private static boolean isOpening(KeyEvent e) {
    return switch (e.getCode()) {
      case ENTER, SPACE -> true;
      default -> false;
    };
  }

  private int at(MouseEvent e) {
    for (int i = 0; i < spots.size(); i++) {
      if (spots.get(i).holds(e.getX(), e.getY())) {
        return i;
      }
    }
    return -1;
  }

  private void moved(MouseEvent e) {
    int at = at(e);
    setCursor(at >= 0 && open != null ? Cursor.HAND : Cursor.DEFAULT);
    choose(at >= 0 || !isFocused() ? at : current);
  }

  private void clicked(MouseEvent e) {
    int at = at(e);
    requestFocus();
    if (at >= 0) {
      choose(at);
      if (open != null) {
        open.accept(at);
      }
    }
  }
}
