package org.exemplar.app.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;

/**
 * Small pictures of the films, decoded in the background, newest wish first, the most recently used
 * kept. Asked on the JavaFX thread only.
 */
public final class Thumbnails {
  /** Side of the square in which a picture lies, in px; enough for tiles at 200 %. */
  static final int SIDE = 288;

  private static final int KEPT = 400;
  private static final int WAITING = 120;

  private final IntFunction<Gray8> films;
  private final Executor workers;
  private final Executor ui;
  private final Runnable arrived;
  private final Map<Integer, Optional<Image>> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Set<Integer> atWork = new HashSet<>();

  /**
   * @param films decodes an image, off the JavaFX thread
   * @param arrived told, on {@code ui}, when a picture has come
   */
  Thumbnails(IntFunction<Gray8> films, Executor workers, Executor ui, Runnable arrived) {
    this.films = films;
    this.workers = workers;
    this.ui = ui;
    this.arrived = arrived;
  }

  /** The picture of an image, if it is there; asks for it if it is not. */
  Optional<Image> of(int image) {
    Optional<Image> there = kept.get(image);
    if (there != null) {
      return there;
    }
    if (!atWork.contains(image)) {
      waiting.remove(image);
      waiting.addFirst(image);
      if (waiting.size() > WAITING) {
        waiting.removeLast();
      }
      workers.execute(() -> ui.execute(this::startOne));
    }
    return Optional.empty();
  }

  /** Whether an image was tried and cannot be shown. */
  boolean unreadable(int image) {
    Optional<Image> there = kept.get(image);
    return there != null && there.isEmpty();
  }

  /** Whether nothing is waited for. */
  boolean idle() {
    return waiting.isEmpty() && atWork.isEmpty();
  }

  private void startOne() {
    Integer image = waiting.pollFirst();
    if (image == null) {
      return;
    }
    atWork.add(image);
    workers.execute(() -> {
      Optional<Image> picture = decode(image);
      ui.execute(() -> keep(image, picture));
    });
  }

  private Optional<Image> decode(int image) {
    try {
      return Optional.of(picture(films.apply(image), SIDE));
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  private void keep(int image, Optional<Image> picture) {
    atWork.remove(image);
    kept.put(image, picture);
    var oldest = kept.keySet().iterator();
    while (kept.size() > KEPT) {
      oldest.next();
      oldest.remove();
    }
    arrived.run();
  }

  /**
   * A film as an image, made smaller by area averaging where its longer side exceeds {@code
   * longest}.
   */
  public static Image picture(Gray8 film, int longest) {
    int factor = Math.max(1, (Math.max(film.rows(), film.columns()) + longest - 1) / longest);
    int width = Math.max(1, film.columns() / factor);
    int height = Math.max(1, film.rows() / factor);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int dy = 0; dy < factor; dy++) {
          int row = (y * factor + dy) * film.columns() + x * factor;
          for (int dx = 0; dx < factor; dx++) {
            sum += film.value(row + dx);
          }
        }
        int gray = (sum + factor * factor / 2) / (factor * factor);
        argb[y * width + x] = 0xFF000000 | gray * 0x010101;
      }
    }
    WritableImage picture = new WritableImage(width, height);
    picture
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return picture;
  }
}
