package org.exemplar.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.exemplar.demo.disease.Finding;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * A folder of films with their labels.
 *
 * <pre>
 * images/film-0000.dcm …   12-bit DICOM, or 16-bit PNG
 * labels.csv               id, one 0/1 column per finding, as a reader of reports would have them
 * truth.csv                id, the same of what was put in, and how the film was taken
 * films.txt                generator version and order; a folder of another order is refused
 * </pre>
 */
public final class FilmSet {
  private final Order order;
  private final Path folder;

  /**
   * What to make.
   *
   * @param count number of films, 1 to 100,000
   * @param side pixels on a side
   * @param seed any number
   * @param compared prevalences of compared films instead of training films
   * @param format of the files
   */
  public record Order(int count, int side, long seed, boolean compared, FilmFormat format) {
    /** Checks the numbers. */
    public Order {
      if (count < 1 || count > 100_000) {
        throw new Problem("The number of films must be from 1 to 100000, not " + count + ".");
      }
      if (side < 64 || side > 4096) {
        throw new Problem("The side of a film must be from 64 to 4096 pixels, not " + side + ".");
      }
    }

    private String text() {
      return String.format(
          Locale.ROOT,
          "exemplar-films/%d%ncount %d%nside %d%nseed %d%nprevalence %s%nformat %s%n",
          FilmMaker.VERSION,
          count,
          side,
          seed,
          compared ? "compared" : "training",
          format);
    }
  }

  /** A set that may not exist yet. */
  public FilmSet(Order order, Path folder) {
    this.order = order;
    this.folder = folder;
  }

  /** Where the films lie. */
  public Path images() {
    return folder.resolve("images");
  }

  /** The label table. */
  public Path labels() {
    return folder.resolve("labels.csv");
  }

  /**
   * Makes the films that are not there yet; a second start goes on where the first one stopped.
   *
   * @param threads how many at a time; the films are the same for any number
   * @throws Problem if the folder holds other films or cannot be written
   */
  public void make(int threads, Progress progress, Cancellation cancellation) {
    Path note = folder.resolve("films.txt");
    try {
      Files.createDirectories(images());
      if (Files.exists(note) && !Files.readString(note).equals(order.text())) {
        throw new Problem(folder + " holds other films; give another folder, or remove it.");
      }
    } catch (java.io.IOException unreadable) {
      throw WholeFile.refused(folder, unreadable);
    }
    WholeFile.write(note, order.text());
    List<Film.About> films = all(threads, progress, cancellation);
    WholeFile.write(folder.resolve("truth.csv"), FilmTable.truth(films, order.format()));
    WholeFile.write(labels(), FilmTable.labels(films, order.format()));
  }

  private List<Film.About> all(int threads, Progress progress, Cancellation cancellation) {
    AtomicInteger done = new AtomicInteger();
    FilmMaker maker = new FilmMaker(order.seed(), order.side(), order.compared());
    List<Callable<Film.About>> work = new ArrayList<>();
    for (int i = 0; i < order.count(); i++) {
      int number = i;
      work.add(() -> {
        cancellation.throwIfRequested();
        Film.About about = one(maker, number);
        progress.report("Taking films", done.incrementAndGet(), order.count());
        return about;
      });
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Film.About> films = new ArrayList<>();
      for (Future<Film.About> film : workers.invokeAll(work)) {
        films.add(film.get());
      }
      return films;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("Interrupted; finished films are kept.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Film.About one(FilmMaker maker, int number) {
    Path file = images().resolve(FilmTable.id(number, order.format()));
    if (Files.exists(file)) {
      return maker.about(number);
    }
    Film film = maker.film(number);
    WholeFile.write(file, order.format().bytes(film, order.seed()));
    return film.about();
  }

  /** Names of the findings, in the order of the label columns. */
  public static List<String> findings() {
    return List.of(Finding.values()).stream().map(Finding::label).collect(Collectors.toList());
  }
}
