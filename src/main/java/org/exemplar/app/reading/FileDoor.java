package org.exemplar.app.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.exemplar.app.fx.FxTask;
import org.exemplar.crypto.Passphrase;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.jspecify.annotations.Nullable;

/** What takes its time with a reading file, off the JavaFX thread: open, unlock, verify. */
final class FileDoor {
  /** An open file and what it says about itself. */
  record Opened(ReadingFile file, OpenModel model) {}

  private final Executor workers;
  private final Consumer<Throwable> failed;
  private final Path refuge;

  /**
   * @param refuge folder for answers that can be written neither into the file nor beside it
   * @param failed told on the JavaFX thread what cannot be done
   */
  FileDoor(Executor workers, Path refuge, Consumer<Throwable> failed) {
    this.refuge = refuge;
    this.workers = workers;
    this.failed = failed;
  }

  /** Opens and verifies a file. */
  void open(Path path, Consumer<Opened> then) {
    run(
        "Opening the reading file",
        () -> {
          ReadingFile file = ReadingFile.open(path, List.of(refuge));
          try {
            return new Opened(file, OpenModel.of(file, ZoneId.systemDefault()));
          } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
          }
        },
        then);
  }

  /** Tries a passphrase, which is wiped; nothing is found when it is wrong. */
  void unlock(ReadingFile file, char[] typed, Consumer<Optional<ReadingJournal>> then) {
    run(
        "Opening",
        () -> {
          try (Passphrase passphrase = Passphrase.taking(typed)) {
            return file.unlock(passphrase);
          }
        },
        then);
  }

  /** Brings answers kept elsewhere home where that can be, and closes the file in any case. */
  static void close(ReadingFile file, @Nullable ReadingJournal journal) {
    try (file) {
      if (journal != null) {
        journal.close();
      }
    }
  }

  /** Verifies the record. */
  void check(ReadingFile file, Consumer<RecordCheck> then) {
    run("Checking the record", () -> RecordCheck.of(file), then);
  }

  private <T> void run(String title, java.util.concurrent.Callable<T> work, Consumer<T> then) {
    FxTask<T> task = new FxTask<>(title, (progress, cancellation) -> work.call());
    task.setOnSucceeded(e -> then.accept(task.getValue()));
    task.setOnFailed(e -> {
      Throwable error = task.failure();
      if (error != null) {
        failed.accept(error);
      }
    });
    workers.execute(task);
  }
}
