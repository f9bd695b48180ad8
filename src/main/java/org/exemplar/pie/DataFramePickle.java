package org.exemplar.pie;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.classifier.pickle.PickleFunction;
import org.exemplar.classifier.pickle.PickleGlobals;
import org.exemplar.classifier.pickle.PickleReader;
import org.exemplar.classifier.pickle.PickleState;
import org.exemplar.classifier.pickle.PickleTuple;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pandas data frame from the pickle that {@code DataFrame.to_pickle} writes, as the
 * authors' scripts store predictions. Only data frames, arrays, numbers and text are ever built;
 * whatever else a pickle asks for is refused and nothing is executed.
 */
final class DataFramePickle implements PickleGlobals {
  private static final Set<String> IDS =
      Set.of("id", "image_id", "image index", "path", "filename");

  private final Path file;

  private DataFramePickle(Path file) {
    this.file = file;
  }

  /**
   * The number columns of a data frame; text columns give the ids where one is named so.
   *
   * @throws Problem if the file holds anything else
   */
  static NamedPredictions read(Path file) {
    DataFramePickle globals = new DataFramePickle(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (PickleReader.read(in, globals) instanceof Frame frame && frame.manager != null) {
        return globals.predictions(frame.manager);
      }
      throw globals.refused("it holds no data frame");
    } catch (IOException | ClassCastException | IndexOutOfBoundsException e) {
      throw new Problem(globals.sentence("it is damaged or of an unknown version"), e);
    }
  }

  @Override
  public Object find(String module, String name, int depth) {
    String full = module + "." + name;
    return switch (full) {
      case "pandas.core.frame.DataFrame" -> (PickleFunction) arguments -> new Frame();
      case "pandas.core.internals.managers.BlockManager" ->
          (PickleFunction) arguments -> manager(arguments);
      case "pandas._libs.internals._unpickle_block" ->
          (PickleFunction)
              arguments -> new Block((NumpyArray) arguments.get(0), places(arguments.get(1)));
      case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" ->
          (PickleFunction) arguments -> new NumpyArray();
      case "numpy.dtype" -> (PickleFunction) arguments -> new NumpyType((String) arguments.get(0));
      case "builtins.slice", "__builtin__.slice" -> (PickleFunction) DataFramePickle::slice;
      case "pandas.core.indexes.base._new_Index" ->
          (PickleFunction)
              arguments ->
                  ((Map<?, ?>) arguments.get(1)).get("data") instanceof NumpyArray names
                      ? names
                      : List.of();
      case "numpy.ndarray",
          "pandas.core.indexes.base.Index",
          "pandas.core.indexes.range.RangeIndex" ->
          full;
      default -> throw refused("it asks Python for " + full + ", and nothing was executed");
    };
  }

  @Override
  public Object persistent(Object id) {
    throw refused("it refers to data elsewhere");
  }

  private Problem refused(String why) {
    return new Problem(sentence(why));
  }

  private String sentence(String why) {
    return file
        + " cannot be read as a pandas data frame: "
        + why
        + "; save it with df.to_csv and give the CSV.";
  }

  private static Manager manager(List<Object> arguments) {
    List<Block> blocks = new ArrayList<>();
    for (Object block : ((PickleTuple) arguments.get(0)).values()) {
      blocks.add((Block) block);
    }
    List<?> axes = (List<?>) arguments.get(1);
    return new Manager(blocks, (NumpyArray) axes.get(0));
  }

  private static List<Integer> slice(List<Object> arguments) {
    int start = Math.toIntExact((Long) arguments.get(0));
    int stop = Math.toIntExact((Long) arguments.get(1));
    return IntStream.range(start, stop).boxed().toList();
  }

  private static List<Integer> places(Object placement) {
    List<Integer> places = new ArrayList<>();
    if (placement instanceof NumpyArray array) {
      for (int i = 0; i < array.shape.get(0); i++) {
        places.add((int) array.number(i));
      }
      return places;
    }
    ((List<?>) placement).forEach(each -> places.add((Integer) each));
    return places;
  }

  private NamedPredictions predictions(Manager manager) {
    List<?> names = manager.columns.objects;
    List<String> findings = new ArrayList<>();
    List<Column> numbers = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      String name = String.valueOf(names.get(place));
      Column column = manager.column(place);
      if (column.block.values.isFloat()) {
        findings.add(name.replaceFirst("^prob_", ""));
        numbers.add(column);
      } else if (IDS.contains(name.toLowerCase(Locale.ROOT))) {
        for (int row = 0; row < column.rows(); row++) {
          ids.add(String.valueOf(column.block.values.object(column.at(row))));
        }
      }
    }
    if (numbers.isEmpty()) {
      throw refused("it has no columns of decimal numbers");
    }
    int rows = numbers.getFirst().rows();
    float[] values = new float[rows * numbers.size()];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < numbers.size(); i++) {
        Column column = numbers.get(i);
        values[row * numbers.size() + i] = (float) column.block.values.number(column.at(row));
      }
    }
    return new NamedPredictions(file, ids, findings, values);
  }

  /** A data frame; its state names the manager of its columns. */
  private static final class Frame implements PickleState {
    private @Nullable Manager manager;

    @Override
    public void set(Object state) {
      if (((Map<?, ?>) state).get("_mgr") instanceof Manager found) {
        manager = found;
      }
    }
  }

  /** Columns in blocks of one type each. */
  private record Manager(List<Block> blocks, NumpyArray columns) {
    Column column(int place) {
      for (Block block : blocks) {
        int inside = block.places.indexOf(place);
        if (inside >= 0) {
          return new Column(block, inside);
        }
      }
      throw new IndexOutOfBoundsException("no block holds column " + place);
    }
  }

  /** Columns × rows of one type, and which columns of the frame they are. */
  private record Block(NumpyArray values, List<Integer> places) {}

  /** One column: a row of its block. */
  private record Column(Block block, int inside) {
    int rows() {
      return block.values.shape.get(1);
    }

    int at(int row) {
      int columns = block.values.shape.get(0);
      return block.values.byColumn ? row * columns + inside : inside * rows() + row;
    }
  }
}
