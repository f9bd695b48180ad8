package org.exemplar.app.explorer;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.exemplar.app.fx.Parts;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.jspecify.annotations.Nullable;

/** One film as large as its place allows, decoded in the background. */
final class FilmPane extends Region {
  private static final int LONGEST = 2048;

  private final IntFunction<Gray8> films;
  private final Executor workers;
  private final ImageView view = new ImageView();
  private final Label words = Parts.line("", "film-words");
  private final Label failure = Parts.paragraph("", "muted");
  private @Nullable Integer wanted;
  private boolean waiting;

  FilmPane(IntFunction<Gray8> films, Executor workers) {
    this.films = films;
    this.workers = workers;
    getStyleClass().add("film-pane");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    getChildren().addAll(view, words, failure);
    words.setVisible(false);
  }

  /** Whether the wanted film is there, or could not be had. */
  boolean settled() {
    return !waiting;
  }

  void show(@Nullable Integer image) {
    wanted = image;
    if (image != null) {
      waiting = true;
      workers.execute(() -> decode(image));
    }
  }

  private void decode(int image) {
    try {
      Gray8 film = films.apply(image);
      Image picture = Thumbnails.picture(film, LONGEST);
      String size = film.columns() + " × " + film.rows();
      Platform.runLater(() -> arrived(image, picture, size, ""));
    } catch (Problem e) {
      Platform.runLater(() -> arrived(image, null, "", String.valueOf(e.getMessage())));
    }
  }

  private void arrived(int image, @Nullable Image picture, String size, String problem) {
    if (wanted != null && wanted == image) {
      waiting = false;
      view.setImage(picture);
      words.setText(size);
      words.setVisible(!size.isEmpty());
      failure.setText(problem);
      setAccessibleText(problem.isEmpty() ? "Film, " + size : problem);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    view.setFitWidth(w);
    view.setFitHeight(h);
    double shownWidth = view.getLayoutBounds().getWidth();
    double shownHeight = view.getLayoutBounds().getHeight();
    view.relocate(Math.rint((w - shownWidth) / 2), Math.rint((h - shownHeight) / 2));
    double ww = words.prefWidth(-1);
    double wh = words.prefHeight(-1);
    words.resizeRelocate(w - ww - wh / 2, h - wh * 1.4, ww, wh);
    double fw = Math.min(w * 0.8, 400);
    failure.resizeRelocate((w - fw) / 2, h / 3, fw, failure.prefHeight(fw));
  }
}
