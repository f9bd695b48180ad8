package org.exemplar.radiograph.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.opencv.core.Core;

/** Unpacks and loads OpenCV's native library for this machine. */
final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * @throws Problem when there is none for this machine or it cannot be unpacked
   */
  static void load() {
    silence();
    String file = System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
    String resource = "/nu/pattern/opencv/" + platform() + "/" + file;
    URL packed = Core.class.getResource(resource);
    if (packed == null) {
      throw new Problem(
          "There is no image library for " + platform() + ": run the program on another machine.");
    }
    Path folder = NativeFolder.current().resolve(Core.VERSION).resolve(platform());
    Path library = folder.resolve(file).toAbsolutePath();
    try {
      URLConnection connection = packed.openConnection();
      connection.setUseCaches(false);
      try (InputStream bytes = connection.getInputStream()) {
        long size = connection.getContentLengthLong();
        if (!Files.isRegularFile(library) || Files.size(library) != size) {
          unpack(bytes, folder, library);
        }
      }
    } catch (IOException failed) {
      throw new Problem(
          "The image library cannot be unpacked into "
              + folder
              + " ("
              + failed.getMessage()
              + "): make room there, or name another folder with EXEMPLAR_HOME.",
          failed);
    }
    System.load(library.toString());
  }

  private static void unpack(InputStream bytes, Path folder, Path library) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "unpacking", ".part");
    try {
      Files.copy(bytes, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          beside, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    String family = system.contains("win") ? "windows" : system.contains("mac") ? "osx" : "linux";
    return family + "/" + (arm ? "ARMv8" : "x86_64");
  }

  /**
   * Keeps OpenCV from writing about damaged pictures on the error stream: what is wrong is said
   * once, by whoever knows the file. It reads this from its environment when it is loaded; where
   * that cannot be set, it stays talkative.
   */
  private static void silence() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      FunctionDescriptor signature =
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
      int refused =
          (int)
              linker
                  .downcallHandle(setenv.get(), signature)
                  .invokeExact(
                      arena.allocateFrom("OPENCV_LOG_LEVEL"), arena.allocateFrom("OFF"), 0);
      if (refused != 0) {
        System.getLogger(NativeLibrary.class.getName())
            .log(System.Logger.Level.DEBUG, "OpenCV stays talkative");
      }
    } catch (Throwable unavailable) {
      System.getLogger(NativeLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "OpenCV stays talkative", unavailable);
    }
  }
}
