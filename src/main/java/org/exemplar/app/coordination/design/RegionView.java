package org.exemplar.app.coordination.design;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.control.FilmState;
import org.exemplar.app.control.RadiographView;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelRegion;
import org.jspecify.annotations.Nullable;

/** A film with a frame around one of its regions. */
final class RegionView extends Pane {
  private static final double AROUND = 3;

  private final FilmModel film = new FilmModel();
  private final RadiographView view = new RadiographView(film);
  private final Region frame = new Region();
  private @Nullable PixelRegion region;

  RegionView(String words) {
    getStyleClass().add("region-view");
    frame.getStyleClass().add("region-frame");
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    view.setOnDrawn(this::place);
    view.setAccessibleText(words);
    getChildren().addAll(view, frame);
    setMinSize(0, 0);
  }

  /** Shows a film and frames a region of it. */
  void show(NeutralRadiograph picture, PixelRegion framed) {
    region = framed;
    film.show(picture);
    requestLayout();
  }

  /** Shows the surroundings of a region, enlarged. */
  void enlarge(NeutralRadiograph picture, PixelRegion framed) {
    int margin = Math.max(12, Math.max(framed.rows(), framed.columns()) / 2);
    int top = Math.max(0, framed.row() - margin);
    int left = Math.max(0, framed.column() - margin);
    int rows = Math.min(picture.rows(), framed.bottom() + margin) - top;
    int columns = Math.min(picture.columns(), framed.right() + margin) - left;
    short[] values = new short[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = (short) picture.value(top + row, left + column);
      }
    }
    NeutralRadiograph cut =
        NeutralRadiograph.of(rows, columns, values, picture.spacing(), picture.windows());
    show(
        cut,
        new PixelRegion(
            framed.row() - top, framed.column() - left, framed.rows(), framed.columns()));
  }

  @Override
  protected void layoutChildren() {
    view.resizeRelocate(0, 0, getWidth(), getHeight());
    place();
  }

  private void place() {
    FilmState state = film.state();
    PixelRegion framed = region;
    frame.setVisible(state != null && framed != null);
    if (state == null || framed == null) {
      return;
    }
    double scale = view.deviceScaleProperty().get();
    ImagePoint a =
        state.transform().toViewport(film.area(), new ImagePoint(framed.column(), framed.row()));
    ImagePoint b =
        state.transform().toViewport(film.area(), new ImagePoint(framed.right(), framed.bottom()));
    double left = Math.min(a.x(), b.x()) / scale - AROUND;
    double top = Math.min(a.y(), b.y()) / scale - AROUND;
    frame.resizeRelocate(
        left,
        top,
        Math.abs(b.x() - a.x()) / scale + 2 * AROUND,
        Math.abs(b.y() - a.y()) / scale + 2 * AROUND);
  }
}
