package org.exemplar.app.control;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.exemplar.radiograph.ImagePoint;

/** Right-drag for window and level, drag to pan, wheel to zoom at the pointer. */
final class FilmMouse {
  private static final double NOTCH = 40;
  private static final double PER_NOTCH = 1.15;

  private final RadiographView view;
  private final FilmModel model;
  private double lastX;
  private double lastY;

  FilmMouse(RadiographView view, FilmModel model) {
    this.view = view;
    this.model = model;
    view.setOnMousePressed(this::press);
    view.setOnMouseDragged(this::drag);
    view.setOnMouseReleased(e -> view.setCursor(Cursor.DEFAULT));
    view.setOnScroll(this::scroll);
  }

  private void press(MouseEvent e) {
    lastX = e.getX();
    lastY = e.getY();
  }

  private void drag(MouseEvent e) {
    double scale = view.deviceScaleProperty().get();
    double right = (e.getX() - lastX) * scale;
    double down = (e.getY() - lastY) * scale;
    lastX = e.getX();
    lastY = e.getY();
    if (e.getButton() == MouseButton.SECONDARY) {
      view.setCursor(Cursor.CROSSHAIR);
      model.dragWindow(right / scale, down / scale);
    } else {
      view.setCursor(Cursor.MOVE);
      model.drag(right, down);
    }
  }

  private void scroll(ScrollEvent e) {
    double scale = view.deviceScaleProperty().get();
    model.zoomAt(
        new ImagePoint(e.getX() * scale, e.getY() * scale),
        Math.pow(PER_NOTCH, e.getDeltaY() / NOTCH));
    e.consume();
  }
}
