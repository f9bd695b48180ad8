package org.exemplar.classifier.sweep;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;

/**
 * Turns what the user names into checkpoint files, one per run.
 *
 * <p>Files stand in the order given. A folder stands for the checkpoints in it by natural order
 * ({@code seed-2} before {@code seed-10}); where it holds none itself, for those one level below:
 * the layout of PruneCXR, {@code …_seed-7/chkpt.pt}, in which the folder without a seed is run 0. A
 * pattern ({@code models/*chkpt.pt}) stands for the files it matches, in natural order.
 */
public final class ModelFiles {
  private static final List<String> ENDINGS =
      List.of(".pt", ".pth", ".pth.tar", ".ckpt", ".chkpt", ".safetensors", ".onnx");

  private ModelFiles() {}

  /**
   * The checkpoint files.
   *
   * @throws Problem if a name stands for nothing, or a file is named twice
   */
  public static List<Path> resolve(List<Path> named) {
    var files = new ArrayList<Path>();
    for (Path path : named) {
      files.addAll(expand(path));
    }
    Set<Path> unique = new LinkedHashSet<>();
    for (Path file : files) {
      if (!unique.add(file.toAbsolutePath().normalize())) {
        throw new Problem("The checkpoint " + file + " is named twice; name every run once.");
      }
    }
    return files;
  }

  private static List<Path> expand(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (Files.isDirectory(path)) {
      List<Path> inside = checkpoints(path);
      List<Path> found = inside.isEmpty() ? oneBelow(path) : inside;
      if (found.isEmpty()) {
        throw new Problem("The folder " + path + " holds no checkpoint (.pt, .pth, .safetensors).");
      }
      return found;
    }
    List<Path> matched = matched(path);
    if (matched.isEmpty()) {
      throw new Problem("The checkpoint " + path + " does not exist; check the path.");
    }
    return matched;
  }

  private static List<Path> matched(Path pattern) {
    Path folder = pattern.toAbsolutePath().getParent();
    String name = String.valueOf(pattern.getFileName());
    if (folder == null || !Files.isDirectory(folder) || !name.matches(".*[*?\\[{].*")) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
    return list(folder).stream()
        .filter(file -> matcher.matches(file.getFileName()))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static List<Path> checkpoints(Path folder) {
    return list(folder).stream().filter(Files::isRegularFile).filter(ModelFiles::isOne).toList();
  }

  private static List<Path> oneBelow(Path folder) {
    return list(folder).stream()
        .filter(Files::isDirectory)
        .sorted(
            Comparator.comparing((Path f) -> name(f).contains("seed-")).thenComparing(natural()))
        .flatMap(f -> checkpoints(f).stream())
        .toList();
  }

  private static boolean isOne(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(natural()).toList();
    } catch (IOException e) {
      throw new Problem("The folder " + folder + " cannot be listed; check its permissions.", e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Names as people count: runs of digits compare as numbers. */
  static Comparator<Path> natural() {
    return (a, b) -> compareNatural(name(a), name(b));
  }

  private static int compareNatural(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (Character.isDigit(a.charAt(i)) && Character.isDigit(b.charAt(j))) {
        int endA = digitsEnd(a, i);
        int endB = digitsEnd(b, j);
        int order = compareDigits(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareDigits(String a, String b) {
    String x = a.replaceFirst("^0+(?=.)", "");
    String y = b.replaceFirst("^0+(?=.)", "");
    int byLength = Integer.compare(x.length(), y.length());
    return byLength != 0 ? byLength : x.compareTo(y);
  }
}
