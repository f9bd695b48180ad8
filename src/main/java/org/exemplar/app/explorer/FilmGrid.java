package org.exemplar.app.explorer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;
import org.exemplar.app.control.figure.Figure;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;

/**
 * All shown images as films in a grid. Only what is in view is drawn, so that the number of images
 * does not matter.
 */
final class FilmGrid extends Figure {
  private static final double GAP = 12;
  private static final double WORDS = 52;
  private static final double RATINGS = 17;
  private static final double WISHED = 134;
  private static final int MOST_FITTED = 5_000;

  private final ExplorerViewModel model;
  private final Thumbnails thumbnails;
  private final ScrollBar bar;
  private final ImageDoors doors;
  private final Map<Integer, String> fitted = new HashMap<>();
  private double fittedTo;
  private double wished = WISHED;
  private GridGeometry geometry = new GridGeometry(1, 1, 1, 0);

  FilmGrid(ExplorerViewModel model, Thumbnails thumbnails, ScrollBar bar, ImageDoors doors) {
    this.model = model;
    this.thumbnails = thumbnails;
    this.bar = bar;
    this.doors = doors;
    getStyleClass().add("film-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    model.shownProperty().addListener((o, was, now) -> newlyShown(was, now));
    model.focusedProperty().addListener(o -> focusMoved());
    model
        .selected()
        .addListener((javafx.collections.SetChangeListener<Integer>) change -> repaint());
    model.ratingsProperty().addListener(o -> repaint());
    bar.valueProperty().addListener(o -> repaint());
    focusedProperty().addListener(o -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusMoved();
  }

  /** Changes how wide films wish to be, in px of the design. */
  void wish(double width) {
    wished = width;
    repaint();
  }

  /** A picture has come. */
  void arrived() {
    repaint();
  }

  private List<Integer> images() {
    Shown shown = model.shownProperty().get();
    return shown == null ? List.of() : shown.images();
  }

  private void newlyShown(
      @org.jspecify.annotations.Nullable Shown was, @org.jspecify.annotations.Nullable Shown now) {
    if (was != null && now != null && !was.images().equals(now.images())) {
      boolean samePlace =
          was.state().sparsity().equals(now.state().sparsity())
              && was.state().filters().equals(now.state().filters())
              && was.state().search().equals(now.state().search());
      if (!samePlace) {
        bar.setValue(0);
      }
    }
    repaint();
  }

  private void focusMoved() {
    Integer image = model.focusedProperty().get();
    Shown shown = model.shownProperty().get();
    setAccessibleText(
        image == null || shown == null
            ? "Images"
            : ImageWords.of(model.exploration(), shown, image));
    repaint();
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    int at = geometry.indexAt(e.getX(), e.getY() + bar.getValue(), images().size());
    if (at >= 0) {
      int image = images().get(at);
      model.focusedProperty().set(image);
      if (e.getButton() == MouseButton.MIDDLE) {
        doors.window().accept(image);
      } else if (e.getClickCount() == 2 && e.getButton() == MouseButton.PRIMARY) {
        doors.place().accept(image);
      }
    }
    e.consume();
  }

  private void scrolled(ScrollEvent e) {
    scrollTo(bar.getValue() - e.getDeltaY());
    e.consume();
  }

  private void scrollTo(double y) {
    bar.setValue(Math.clamp(y, 0, Math.max(0, bar.getMax())));
  }

  private void key(KeyEvent e) {
    List<Integer> images = images();
    boolean window = e.isShortcutDown() && e.getCode() == KeyCode.ENTER;
    if (images.isEmpty() || e.isAltDown() || (e.isControlDown() && !window)) {
      return;
    }
    Integer focused = model.focusedProperty().get();
    int at = focused == null ? -1 : images.indexOf(focused);
    int page = Math.max(1, (int) (getHeight() / geometry.tall())) * geometry.columns();
    switch (e.getCode()) {
      case RIGHT -> move(at + 1);
      case LEFT -> move(at - 1);
      case DOWN -> move(at < 0 ? 0 : at + geometry.columns());
      case UP -> move(at - geometry.columns());
      case PAGE_DOWN -> move(at + page);
      case PAGE_UP -> move(at - page);
      case HOME -> move(0);
      case END -> move(images.size() - 1);
      case ENTER -> {
        if (at >= 0) {
          (window ? doors.window() : doors.place()).accept(images.get(at));
        }
      }
      case SPACE -> {
        if (at >= 0) {
          model.toggle(images.get(at));
        }
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(int to) {
    int at = Math.clamp(to, 0, images().size() - 1);
    model.focusedProperty().set(images().get(at));
    double top = geometry.top(at);
    if (top < bar.getValue()) {
      scrollTo(top);
    } else if (top + geometry.tall() > bar.getValue() + getHeight()) {
      scrollTo(top + geometry.tall() - getHeight());
    }
  }

  @Override
  protected void draw(GraphicsContext g, double width, double height) {
    List<Integer> images = images();
    ImageRatings ratings = model.ratingsProperty().get();
    double words = px(WORDS + (ratings.none() ? 0 : RATINGS));
    geometry = GridGeometry.of(width, px(wished), px(GAP), words);
    thumbnails.fit((int) Math.rint(geometry.side() * deviceScale()));
    if (fittedTo != geometry.side()) {
      fittedTo = geometry.side();
      fitted.clear();
    }
    double inAll = geometry.heightOf(images.size());
    bar.setMax(Math.max(0, inAll - height));
    bar.setVisibleAmount(inAll <= height ? bar.getMax() : height / inAll * bar.getMax());
    bar.setUnitIncrement(geometry.tall() / 2);
    bar.setBlockIncrement(height);
    bar.setVisible(inAll > height);
    if (bar.getValue() > bar.getMax()) {
      bar.setValue(bar.getMax());
    }
    Shown shown = model.shownProperty().get();
    if (shown == null) {
      return;
    }
    if (images.isEmpty()) {
      words(
          g,
          "No image fits the filters.",
          width / 2,
          px(60),
          TextAlignment.CENTER,
          font(15, true),
          ink(Ink.STRONG));
      return;
    }
    int first = geometry.firstAt(bar.getValue());
    int last =
        Math.min(images.size(), geometry.firstAt(bar.getValue() + height) + geometry.columns());
    for (int i = last - 1; i >= first; i--) {
      tile(g, shown, images.get(i), geometry.left(i), geometry.top(i) - bar.getValue());
    }
  }

  private double deviceScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  private void tile(GraphicsContext g, Shown shown, int image, double left, double top) {
    double side = geometry.side();
    boolean pie = shown.level().pie(image);
    film(g, image, left, top, side);
    if (pie) {
      g.setFill(ink(Ink.PIE));
      g.fillRect(left, top, px(3), side);
      double wide = px(28);
      g.fillRoundRect(left + px(9), top + px(6), wide, px(16), px(4), px(4));
      words(
          g,
          "PIE",
          left + px(9) + wide / 2,
          top + px(14),
          TextAlignment.CENTER,
          font(11, true),
          javafx.scene.paint.Color.web("#0d1117"));
    }
    if (model.selected().contains(image)) {
      double mark = px(18);
      g.setFill(ink(Ink.ACCENT_FILL));
      g.fillOval(left + side - mark - px(6), top + px(6), mark, mark);
      words(
          g,
          "✓",
          left + side - mark / 2 - px(6),
          top + px(6) + mark / 2,
          TextAlignment.CENTER,
          font(11, true),
          javafx.scene.paint.Color.WHITE);
    }
    Integer focused = model.focusedProperty().get();
    if (focused != null && focused == image) {
      g.setStroke(ink(isFocused() ? Ink.ACCENT : Ink.MUTED));
      g.setLineWidth(px(2));
      double off = px(2);
      g.strokeRoundRect(left - off, top - off, side + 2 * off, side + 2 * off, px(6), px(6));
    }
    below(g, shown, image, left, top + side);
  }

  private void film(GraphicsContext g, int image, double left, double top, double side) {
    g.setFill(javafx.scene.paint.Color.BLACK);
    g.fillRect(left, top, side, side);
    Optional<Image> picture = thumbnails.of(image);
    if (picture.isPresent()) {
      double w = picture.get().getWidth();
      double h = picture.get().getHeight();
      double scale = side / Math.max(w, h);
      g.setImageSmoothing(true);
      g.drawImage(
          picture.get(),
          left + (side - w * scale) / 2,
          top + (side - h * scale) / 2,
          w * scale,
          h * scale);
    } else if (thumbnails.unreadable(image)) {
      small(g, "no picture", left + side / 2, top + side / 2, TextAlignment.CENTER, Ink.FAINT);
    }
  }

  private void below(GraphicsContext g, Shown shown, int image, double left, double top) {
    double side = geometry.side();
    boolean pie = shown.level().pie(image);
    double value = shown.level().agreement().value(image);
    double middle = top + px(14);
    String number = Double.isNaN(value) ? "undefined" : LinearAxis.number(value, 3);
    words(
        g,
        number,
        left,
        middle,
        TextAlignment.LEFT,
        font(13, pie),
        ink(pie ? Ink.PIE : Ink.STRONG));
    double from = left + px(value < 0 ? 54 : 46);
    if (!Double.isNaN(value) && from < left + side) {
      g.setFill(ink(Ink.GRID));
      g.fillRoundRect(from, middle - px(1), left + side - from, px(2), px(2), px(2));
      g.setFill(ink(pie ? Ink.PIE : Ink.NON_PIE));
      g.fillRoundRect(
          from,
          middle - px(1.5),
          Math.max(0, (left + side - from) * Math.max(0, value)),
          px(3),
          px(3),
          px(3));
    }
    small(g, fitting(image, side), left, top + px(33), TextAlignment.LEFT, Ink.MUTED);
    ImageRatings ratings = model.ratingsProperty().get();
    if (ratings.rated(image)) {
      small(
          g,
          ImageWords.cut("rated " + ratings.means(image), "", side, font(11, false)),
          left,
          top + px(33 + RATINGS),
          TextAlignment.LEFT,
          Ink.ACCENT);
    }
  }

  /** Cutting words to a width is slow; a tile's words stay as long as its width does. */
  private String fitting(int image, double side) {
    if (fitted.size() > MOST_FITTED) {
      fitted.clear();
    }
    return fitted.computeIfAbsent(
        image, i -> ImageWords.fitting(model.exploration(), i, side, font(11, false)));
  }

  /** What a tile is, for tests: how many columns stand side by side. */
  int columns() {
    return geometry.columns();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "FilmGrid of %d images", images().size());
  }
}
