package org.exemplar.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.exemplar.app.fx.FxThread;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.app.reading.KeyMap;
import org.exemplar.app.reading.KeyPreset;
import org.exemplar.app.reading.ReadingRoom;
import org.exemplar.app.reading.ReadingTour;
import org.exemplar.app.reading.RoomServices;
import org.exemplar.sitting.SittingClock;

/**
 * Pictures of the running application, on JavaFX's headless platform ({@code
 * -Dglass.platform=Headless}) or on a display. Call off the JavaFX thread.
 */
public final class Screenshots {
  /**
   * How large a picture is.
   *
   * @param width of the window in its own px
   * @param height of the window in its own px
   * @param scale device pixels per px; a display at 200 % has 2
   */
  public record Frame(int width, int height, double scale) {
    /** A 1440 × 900 display at 100 %. */
    public static final Frame USUAL = new Frame(1440, 900, 1);
  }

  private Screenshots() {}

  /**
   * Reads a few cases of a copy of this file and pictures each page on the way.
   *
   * @param passphrase wiped at the end
   * @return the files written, in the order of the pages
   */
  public static List<Path> reading(Path readingFile, char[] passphrase, Path outDir, Frame frame)
      throws IOException, InterruptedException {
    Files.createDirectories(outDir);
    FxThread.start();
    Theme.loadFonts();
    Path own = Files.createTempDirectory("exemplar-pictures");
    Path folder = own.resolve("Reading study");
    Files.createDirectories(folder);
    Path copy = folder.resolve(readingFile.getFileName().toString());
    Files.copy(readingFile, copy);
    List<Path> written = new ArrayList<>();
    ExecutorService workers = Workers.of("pictures", 2);
    try {
      ReadingRoom room = FxThread.call(() -> room(copy, workers, frame));
      ReadingTour tour =
          new ReadingTour(
              room,
              passphrase,
              name -> written.add(picture(room.stage(), outDir.resolve(name + ".png"), frame)));
      try {
        tour.walk();
      } finally {
        FxThread.call(() -> {
          room.stage().hide();
          return true;
        });
      }
    } finally {
      workers.shutdown();
      remove(own);
    }
    return written;
  }

  /**
   * What a finished demonstration is pictured from.
   *
   * @param reading a reading file in which nothing was read yet
   * @param comparison the comparison
   * @param images the folder of its films
   * @param imageId the image shown alone
   * @param study the study
   */
  public record Demonstration(
      Path reading, Path comparison, Path images, String imageId, Path study) {}

  /**
   * Pictures the reading room, the explorer, the coordinator's desk and the start page.
   *
   * @param passphrase of the reading file; wiped at the end
   * @return the files written
   */
  public static List<Path> demonstration(
      Demonstration demo, char[] passphrase, Path outDir, Frame frame)
      throws IOException, InterruptedException {
    List<Path> written = new ArrayList<>(reading(demo.reading(), passphrase, outDir, frame));
    try (DeskPictures desks = new DeskPictures(outDir, frame)) {
      desks.start();
      desks.study(demo.study());
      desks.comparison(demo.comparison(), demo.images(), demo.imageId());
      written.addAll(desks.written());
    }
    return written;
  }

  /** Pictures a window as it is. */
  public static Path picture(Stage stage, Path file, Frame frame) {
    WritableImage image =
        FxThread.call(() -> {
          Scene scene = stage.getScene();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setTransform(Transform.scale(frame.scale(), frame.scale()));
          parameters.setFill(scene.getFill() instanceof Color c ? c : Color.BLACK);
          return scene.getRoot().snapshot(parameters, null);
        });
    try {
      PngFile.write(image, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadingRoom room(Path file, ExecutorService workers, Frame frame) {
    Stage stage = new Stage();
    stage.setWidth(frame.width());
    stage.setHeight(frame.height());
    ReadingRoom room =
        new ReadingRoom(
            stage,
            file,
            new RoomServices(
                SittingClock.system(),
                workers,
                new RoomServices.Keys(KeyMap.of(KeyPreset.EXEMPLAR.word(), Map.of()), keys -> {}),
                Theme.DARK,
                new RoomServices.Places(
                    shown -> {},
                    left -> {},
                    Objects.requireNonNull(file.toAbsolutePath().getParent()),
                    RoomServices.Monitor.ANY)));
    room.setDeviceScale(frame.scale());
    return room;
  }

  static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
