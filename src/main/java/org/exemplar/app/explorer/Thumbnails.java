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
  private static final int FIRST_SIDE = 144;
  private static final int KEPT = 400;
  private static final int WAITING = 120;

  private final IntFunction<Gray8> films;
  private final Executor workers;
  private final Executor ui;
  private final Runnable arrived;
  private final Map<Integer, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Set<Integer> atWork = new HashSet<>();
  private int side = FIRST_SIDE;

  /**
   * A picture that was made.
   *
   * @param picture empty where the film cannot be read
   * @param side of the square that it was made for
   */
  private record Kept(Optional<Image> picture, int side) {}

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

  /**
   * Changes the square in which pictures lie. Those that were made for another one are shown until
   * new ones are there.
   *
   * @param devicePixels its side on the screen
   */
  void fit(int devicePixels) {
    side = Math.max(16, devicePixels);
  }

  /** The picture of an image, if it is there; asks for it if it is not, or has another size. */
  Optional<Image> of(int image) {
    Kept there = kept.get(image);
    if (there != null && (there.side == side || there.picture.isEmpty())) {
      return there.picture;
    }
    if (!atWork.contains(image)) {
      waiting.remove(image);
      waiting.addFirst(image);
      if (waiting.size() > WAITING) {
        waiting.removeLast();
      }
      workers.execute(() -> ui.execute(this::startOne));
    }
    return there == null ? Optional.empty() : there.picture;
  }

  /** Whether an image was tried and cannot be shown. */
  boolean unreadable(int image) {
    Kept there = kept.get(image);
    return there != null && there.picture.isEmpty();
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
    int wished = side;
    workers.execute(() -> {
      Optional<Image> picture = decode(image, wished);
      ui.execute(() -> keep(image, new Kept(picture, wished)));
    });
  }

  private Optional<Image> decode(int image, int longest) {
    try {
      return Optional.of(picture(films.apply(image), longest));
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  private void keep(int image, Kept picture) {
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
   * A film as an image whose longer side is {@code longest} where the film's is longer: each pixel
   * is the mean of the film under it.
   */
  public static Image picture(Gray8 film, int longest) {
    double factor = Math.max(1, Math.max(film.rows(), film.columns()) / (double) longest);
    int width = Math.max(1, (int) Math.rint(film.columns() / factor));
    int height = Math.max(1, (int) Math.rint(film.rows() / factor));
    Cover across = new Cover(film.columns(), width);
    int[] argb = new int[width * height];
    double[] line = new double[width];
    for (int y = 0; y < height; y++) {
      double top = y * (double) film.rows() / height;
      double bottom = (y + 1) * (double) film.rows() / height;
      java.util.Arrays.fill(line, 0);
      for (int row = (int) top; row < Math.min(film.rows(), Math.ceil(bottom - 1e-9)); row++) {
        across.add(film, row, Math.min(bottom, row + 1.0) - Math.max(top, row), line);
      }
      for (int x = 0; x < width; x++) {
        int gray = (int) Math.clamp(Math.rint(line[x] / ((bottom - top) * across.wide())), 0, 255);
        argb[y * width + x] = 0xFF000000 | gray * 0x010101;
      }
    }
    WritableImage picture = new WritableImage(width, height);
    picture
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return picture;
  }

  /**
   * How pixels of a line lie over columns of a film.
   *
   * @param columns of the film
   * @param width pixels of the line, at most as many
   */
  private record Cover(int columns, int width) {
    double wide() {
      return (double) columns / width;
    }

    /** Adds a row of the film to the pixels, weighted with how much of each column they cover. */
    void add(Gray8 film, int row, double weight, double[] line) {
      for (int x = 0; x < width; x++) {
        double left = x * wide();
        double right = (x + 1) * wide();
        double sum = 0;
        for (int column = (int) left;
            column < Math.min(columns, Math.ceil(right - 1e-9));
            column++) {
          double share = Math.min(right, column + 1.0) - Math.max(left, column);
          sum += share * film.value(row * columns + column);
        }
        line[x] += weight * sum;
      }
    }
  }
}
