package org.exemplar.pie;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 * authors' scripts store predictions, or a numpy array from a pickle of its own. Only data frames,
 * arrays, numbers and text are ever built; whatever else a pickle asks for is refused and nothing
 * is executed.
 */
final class DataFramePickle implements PickleGlobals {
  private static final Set<String> IDS =
      Set.of("id", "image_id", "image index", "path", "filename");

  private final Path file;

  private DataFramePickle(Path file) {
    this.file = file;
  }

  /**
   * The number columns of a data frame, or a bare array; the ids are a column that is named so,
   * else an index of text.
   *
   * @throws Problem if the file holds anything else
   */
  static NamedPredictions read(Path file) {
    DataFramePickle globals = new DataFramePickle(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return switch (PickleReader.read(in, globals)) {
        case Frame frame when frame.manager != null -> globals.predictions(frame.manager);
        case NumpyArray array when array.isFloat() && array.shape.size() == 2 ->
            globals.predictions(array);
        default -> throw globals.refused("it holds no data frame and no table of decimals");
      };
    } catch (IOException | ClassCastException | IndexOutOfBoundsException e) {
      throw new Problem(globals.sentence("it is damaged or of an unknown version"), e);
    }
  }

  @Override
  public Object find(String module, String name, int depth) {
    String full = module + "." + name;
    return switch (full) {
      case "pandas.core.frame.DataFrame", "pandas.DataFrame" ->
          (PickleFunction) arguments -> new Frame();
      case "pandas.core.internals.managers.BlockManager" ->
          (PickleFunction) arguments -> manager(arguments);
      case "pandas._libs.internals._unpickle_block" ->
          (PickleFunction) arguments -> new Block(row(arguments.get(0)), places(arguments.get(1)));
      case "pandas._libs.arrays.__pyx_unpickle_NDArrayBacked" ->
          (PickleFunction) arguments -> new Backed();
      case "pandas.StringDtype", "pandas.core.arrays.string_.StringDtype" ->
          (PickleFunction) arguments -> full;
      case "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer" ->
          (PickleFunction) DataFramePickle::buffer;
      case "_codecs.encode" ->
          (PickleFunction)
              arguments -> ((String) arguments.get(0)).getBytes(StandardCharsets.ISO_8859_1);
      case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" ->
          (PickleFunction) arguments -> new NumpyArray();
      case "numpy.dtype" -> (PickleFunction) arguments -> new NumpyType((String) arguments.get(0));
      case "builtins.slice", "__builtin__.slice" -> (PickleFunction) DataFramePickle::slice;
      case "pandas.core.indexes.base._new_Index" ->
          (PickleFunction)
              arguments ->
                  Objects.requireNonNullElse(
                      array(((Map<?, ?>) arguments.get(1)).get("data")), List.of());
      case "numpy.ndarray",
          "pandas.core.indexes.base.Index",
          "pandas.core.indexes.range.RangeIndex",
          "pandas.Index",
          "pandas.RangeIndex",
          "pandas.arrays.StringArray",
          "pandas.core.arrays.string_.StringArray" ->
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
    return new Manager(blocks, columnNames(axes.get(0)), axes.size() > 1 ? axes.get(1) : axes);
  }

  /** Names of columns that have none are their numbers from 0, as a range counts. */
  private static List<?> columnNames(Object axis) {
    return axis instanceof NumpyArray names ? names.elements() : List.of();
  }

  /** The array in a column of text, or the array itself; null where it is neither. */
  private static @Nullable NumpyArray array(@Nullable Object value) {
    return switch (value) {
      case NumpyArray array -> array;
      case Backed backed -> backed.array;
      case null, default -> null;
    };
  }

  /** A column of text has one axis where a block has two. */
  private static NumpyArray row(Object value) {
    NumpyArray array = array(value);
    if (array == null) {
      throw new IndexOutOfBoundsException("a block without an array");
    }
    if (array.shape.size() == 1) {
      array.shape = List.of(1, array.shape.getFirst());
    }
    return array;
  }

  /** {@code (bytes, dtype, shape, order)}. */
  private static NumpyArray buffer(List<Object> arguments) {
    var array = new NumpyArray();
    array.set(
        new PickleTuple(
            List.of(
                1L,
                arguments.get(2),
                arguments.get(1),
                "F".equals(arguments.get(3)),
                arguments.get(0))));
    return array;
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
    List<?> names = manager.names();
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
    if (ids.isEmpty()
        && manager.index instanceof NumpyArray index
        && index.elements().stream().allMatch(String.class::isInstance)) {
      index.elements().forEach(id -> ids.add(String.valueOf(id)));
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

  private NamedPredictions predictions(NumpyArray array) {
    int rows = array.shape.get(0);
    int columns = array.shape.get(1);
    List<String> numbers = IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
    float[] values = new float[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < values.length; i++) {
      int at = array.byColumn ? i % columns * rows + i / columns : i;
      values[i] = (float) array.number(at);
    }
    return new NamedPredictions(file, List.of(), numbers, values);
  }

  /** A column of text; its state is its type and its array. */
  private static final class Backed implements PickleState {
    private @Nullable NumpyArray array;

    @Override
    public void set(Object state) {
      for (Object part : ((PickleTuple) state).values()) {
        if (part instanceof NumpyArray found) {
          array = found;
        }
      }
    }
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

  /**
   * Columns in blocks of one type each.
   *
   * @param columns their names; empty where they are only counted
   * @param index what names the rows
   */
  private record Manager(List<Block> blocks, List<?> columns, Object index) {
    List<?> names() {
      int count = blocks.stream().mapToInt(block -> block.places.size()).sum();
      return columns.isEmpty() ? IntStream.range(0, count).boxed().toList() : columns;
    }

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
