package org.exemplar.classifier.images;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.jspecify.annotations.Nullable;

/** The image files that were given, by their path below the folder with {@code /}, sorted. */
public final class ImageFiles {
  private static final List<String> EXTENSIONS =
      List.of(".png", ".jpg", ".jpeg", ".dcm", ".dicom", ".tif", ".tiff", ".bmp");

  private final SequencedMap<String, Path> byPath;
  private final Map<String, List<String>> byName = new HashMap<>();

  private ImageFiles(SequencedMap<String, Path> byPath) {
    this.byPath = byPath;
    for (String path : byPath.sequencedKeySet()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(path);
      String stem = stem(name);
      if (!stem.equals(name)) {
        byName.computeIfAbsent(stem, _ -> new ArrayList<>()).add(path);
      }
    }
  }

  /**
   * Lists a folder with all folders below it, or a CSV whose first column holds paths.
   *
   * @param radiographs tells an image without a known ending from other files
   * @throws Problem if there is no such folder or file, or no image
   */
  public static ImageFiles list(Path images, RadiographFiles radiographs) {
    var found = new TreeMap<String, Path>();
    if (Files.isDirectory(images)) {
      walk(images, radiographs, found);
    } else if (Files.isRegularFile(images)) {
      readList(images, found);
    } else {
      throw new Problem("The image folder " + images + " does not exist; check the path.");
    }
    if (found.isEmpty()) {
      throw new Problem(images + " holds no images; give a folder with DICOM, PNG or JPEG files.");
    }
    return new ImageFiles(found);
  }

  private static void walk(Path folder, RadiographFiles radiographs, Map<String, Path> into) {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .filter(file -> isImage(file, radiographs))
          .forEach(file -> into.put(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (IOException | UncheckedIOException e) {
      throw new Problem("The image folder " + folder + " cannot be listed; check it.", e);
    }
  }

  private static boolean isImage(Path file, RadiographFiles radiographs) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith) || radiographs.recognises(file);
  }

  private static void readList(Path list, Map<String, Path> into) {
    Path folder = list.toAbsolutePath().getParent();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(list)) {
      for (CsvRecord line : reader) {
        String path = line.getField(0).strip();
        boolean header = line.getStartingLineNumber() == 1 && !path.contains(".");
        if (!path.isEmpty() && !header) {
          into.put(path.replace('\\', '/'), folder == null ? Path.of(path) : folder.resolve(path));
        }
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new Problem(list + " is no folder and no readable CSV of paths.", e);
    }
  }

  /** Paths in order. */
  public List<String> paths() {
    return List.copyOf(byPath.sequencedKeySet());
  }

  /** The file at one of the paths. */
  public Path file(String path) {
    Path file = byPath.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no image at " + path);
    }
    return file;
  }

  /**
   * The paths that a label row may mean: its very path, else files of that name, with or without
   * their ending.
   *
   * @return empty when there is none; several when the name is ambiguous
   */
  public List<String> candidates(String wanted) {
    String path = wanted.strip().replace('\\', '/');
    if (byPath.containsKey(path)) {
      return List.of(path);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> named = named(name);
    if (named.size() > 1 && path.contains("/")) {
      List<String> ending = named.stream().filter(one -> ends(one, path)).toList();
      return ending.isEmpty() ? named : ending;
    }
    return named;
  }

  private static boolean ends(String one, String path) {
    return one.endsWith("/" + path) || path.endsWith("/" + one);
  }

  private List<String> named(String name) {
    @Nullable List<String> exact = byName.get(name);
    if (exact != null) {
      return exact;
    }
    @Nullable List<String> sameStem = byName.get(stem(name));
    return sameStem == null ? List.of() : sameStem;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    boolean ending = dot > 0 && EXTENSIONS.contains(name.substring(dot).toLowerCase(Locale.ROOT));
    return ending ? name.substring(0, dot) : name;
  }
}
