package org.exemplar.classifier.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.LeftOut;
import org.exemplar.classifier.images.LabelFile.LabelRow;

/**
 * Which image stands in which row, and what has to be left out, before any image is opened.
 *
 * @param images in row order
 * @param leftOut with reasons
 * @param listed label rows, or image files where there are no labels
 * @param missing how many of {@code leftOut} are rows without a usable image
 * @param extraColumns kept columns of the label file
 */
public record ImagePlan(
    List<Planned> images,
    List<LeftOut> leftOut,
    int listed,
    int missing,
    List<String> extraColumns) {
  /** Keeps copies. */
  public ImagePlan {
    images = List.copyOf(images);
    leftOut = List.copyOf(leftOut);
    extraColumns = List.copyOf(extraColumns);
  }

  /**
   * One image to be used.
   *
   * @param id as in {@code images.csv}
   * @param path below the image folder
   * @param labels one per finding, or empty
   * @param extras one per kept column
   */
  public record Planned(
      String id, String path, Path file, List<Boolean> labels, List<String> extras) {
    /** Keeps copies. */
    public Planned {
      labels = List.copyOf(labels);
      extras = List.copyOf(extras);
    }
  }

  /** Every image file, in order of its path. */
  public static ImagePlan withoutLabels(ImageFiles files) {
    List<Planned> images =
        files.paths().stream()
            .map(path -> new Planned(path, path, files.file(path), List.of(), List.of()))
            .toList();
    return new ImagePlan(images, List.of(), images.size(), 0, List.of());
  }

  /**
   * One image per label row.
   *
   * @param labelPath names the label file in sentences
   * @param findings columns to read, in order
   */
  public static ImagePlan withLabels(
      ImageFiles files, LabelFile labels, Path labelPath, List<String> findings) {
    var matching = new Matching(files, labels, labelPath, findings);
    labels.rows().forEach(matching::add);
    return matching.plan();
  }

  private static final class Matching {
    private final ImageFiles files;
    private final LabelFile labels;
    private final Path labelPath;
    private final int[] findingColumns;
    private final int[] extraColumns;
    private final List<Planned> images = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> idOfPath = new HashMap<>();
    private int missing;

    Matching(ImageFiles files, LabelFile labels, Path labelPath, List<String> findings) {
      this.files = files;
      this.labels = labels;
      this.labelPath = labelPath;
      findingColumns = labels.columnsOf(findings, labelPath);
      Set<Integer> taken = new HashSet<>(List.of(0));
      IntStream.of(findingColumns).forEach(taken::add);
      extraColumns =
          IntStream.range(0, labels.columns().size()).filter(c -> !taken.contains(c)).toArray();
    }

    void add(LabelRow row) {
      List<String> candidates = files.candidates(row.file());
      if (!ids.add(row.id())) {
        leave(row, "line " + row.line() + " repeats this id; the first row is used");
      } else if (candidates.isEmpty()) {
        missing++;
        leave(row, "no image of this name below the image folder");
      } else if (candidates.size() > 1) {
        missing++;
        leave(row, "several images have this name: " + String.join(", ", candidates));
      } else if (idOfPath.containsKey(candidates.getFirst())) {
        leave(row, "its image is already used for " + idOfPath.get(candidates.getFirst()));
      } else {
        use(row, candidates.getFirst());
      }
    }

    private void leave(LabelRow row, String reason) {
      leftOut.add(new LeftOut(row.id(), reason));
    }

    private void use(LabelRow row, String path) {
      idOfPath.put(path, row.id());
      images.add(
          new Planned(
              row.id(),
              path,
              files.file(path),
              labels.labels(row, findingColumns, labelPath),
              IntStream.of(extraColumns).mapToObj(c -> row.cells().get(c)).toList()));
    }

    ImagePlan plan() {
      for (String path : files.paths()) {
        if (!idOfPath.containsKey(path)) {
          leftOut.add(new LeftOut(path, "the label file has no row for this image"));
        }
      }
      List<String> extras =
          IntStream.of(extraColumns).mapToObj(c -> labels.columns().get(c)).toList();
      return new ImagePlan(images, leftOut, labels.rows().size(), missing, extras);
    }
  }
}
