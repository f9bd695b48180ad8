package org.exemplar.pie;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;

/**
 * Agreement and PIEs from anyone's prediction tables.
 *
 * @param ids one per image, in the order of the first dense table; its row numbers from 1 where
 *     tables name no images
 * @param findings one per column; numbers from 1 where tables name none
 * @param agreement of the mean dense and the mean pruned predictions
 * @param selection the PIEs
 */
public record TablePies(
    List<String> ids, List<String> findings, Agreement agreement, PieSelection selection) {
  public TablePies {
    ids = List.copyOf(ids);
    findings = List.copyOf(findings);
  }

  /**
   * Compares tables; each file is one run. Rows are matched by image where both tables name them,
   * else by position; columns by finding likewise.
   *
   * @param dense one file or more: CSV, {@code .csv.gz}, NPY, pandas pickle
   * @param pruned one file or more
   * @param percentile share of images in per cent
   * @throws Problem if a file cannot be read or does not fit the first one
   */
  public static TablePies of(List<Path> dense, List<Path> pruned, double percentile) {
    if (dense.isEmpty() || pruned.isEmpty()) {
      throw new Problem("Give at least one --dense and one --pruned table.");
    }
    NamedPredictions first = NamedPredictions.read(dense.getFirst());
    Shape shape = Shape.of(first);
    Agreement agreement = Agreement.between(mean(dense, first, shape), mean(pruned, first, shape));
    return new TablePies(
        shape.ids(), shape.findings(), agreement, PieSelection.of(agreement, percentile));
  }

  /**
   * Writes {@code image_id, spearman, pie}, and beside {@code listing.csv} its {@code
   * listing_codebook.json}.
   */
  public void write(Path csv) {
    boolean[] pie = selection.flags();
    CsvTable.write(
        csv,
        List.of("image_id", "spearman", "pie"),
        rows -> {
          for (int image = 0; image < pie.length; image++) {
            rows.accept(
                List.of(
                    ids.get(image),
                    CsvTable.number(agreement.value(image)),
                    CsvTable.flag(pie[image])));
          }
        });
    ListingCodebook.write(csv, "tables");
  }

  private static MeanPredictions mean(List<Path> files, NamedPredictions first, Shape shape) {
    MeanPredictions mean = new MeanPredictions(shape.ids().size(), shape.findings().size());
    for (Path file : files) {
      NamedPredictions table = file.equals(first.file()) ? first : NamedPredictions.read(file);
      mean.add(shape.arrange(table, first));
    }
    return mean;
  }

  /** What the first table says rows and columns are. */
  private record Shape(List<String> ids, List<String> findings) {
    static Shape of(NamedPredictions first) {
      return new Shape(
          first.ids().isEmpty() ? numbers(first.rows()) : first.ids(),
          first.findings().isEmpty() ? numbers(first.columns()) : first.findings());
    }

    private static List<String> numbers(int n) {
      List<String> numbers = new ArrayList<>(n);
      for (int i = 1; i <= n; i++) {
        numbers.add(Integer.toString(i));
      }
      return numbers;
    }

    /** A table's values in this order of rows and columns. */
    float[] arrange(NamedPredictions table, NamedPredictions first) {
      int[] rows = order(table, table.ids(), first.ids(), ids.size(), "image");
      int[] columns = order(table, table.findings(), first.findings(), findings.size(), "finding");
      int width = table.columns();
      if (width != columns.length || table.rows() != rows.length) {
        throw new Problem(
            table.file()
                + " has "
                + table.rows()
                + " × "
                + width
                + " numbers where "
                + ids.size()
                + " images × "
                + findings.size()
                + " findings are needed; give tables over the same images and findings.");
      }
      float[] arranged = new float[rows.length * columns.length];
      int i = 0;
      for (int row : rows) {
        for (int column : columns) {
          arranged[i++] = table.values()[row * width + column];
        }
      }
      return arranged;
    }

    /** Where in the table each wanted name stands; by position where one side has no names. */
    private static int[] order(
        NamedPredictions table, List<String> has, List<String> wanted, int count, String what) {
      int[] order = new int[count];
      if (has.isEmpty() || wanted.isEmpty()) {
        Arrays.setAll(order, i -> i);
        return order;
      }
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < has.size(); i++) {
        places.putIfAbsent(has.get(i), i);
      }
      for (int i = 0; i < count; i++) {
        Integer place = places.get(wanted.get(i));
        if (place == null || has.size() != count) {
          String missing = place == null ? wanted.get(i) : "(it has another number of them)";
          throw new Problem(
              table.file()
                  + " lacks the "
                  + what
                  + " "
                  + missing
                  + "; give tables over the same images and findings.");
        }
        order[i] = place;
      }
      return order;
    }
  }
}
