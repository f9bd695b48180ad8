package org.exemplar.classifier.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.pickle.PickleFunction;
import org.exemplar.classifier.pickle.PickleGlobals;
import org.exemplar.classifier.pickle.PickleState;
import org.exemplar.classifier.pickle.PickleTuple;
import org.exemplar.problem.Problem;

/**
 * The Python names that a PyTorch state dict may use: tensors, their storages, ordered dicts and
 * plain values beside them. Everything else is refused.
 */
class TorchGlobals implements PickleGlobals {
  private static final Map<String, ElementType> STORAGES =
      Map.ofEntries(
          Map.entry("DoubleStorage", ElementType.FLOAT64),
          Map.entry("FloatStorage", ElementType.FLOAT32),
          Map.entry("HalfStorage", ElementType.FLOAT16),
          Map.entry("BFloat16Storage", ElementType.BFLOAT16),
          Map.entry("LongStorage", ElementType.INT64),
          Map.entry("IntStorage", ElementType.INT32),
          Map.entry("ShortStorage", ElementType.INT16),
          Map.entry("CharStorage", ElementType.INT8),
          Map.entry("ByteStorage", ElementType.UINT8),
          Map.entry("BoolStorage", ElementType.BOOL),
          Map.entry("QInt8Storage", ElementType.INT8),
          Map.entry("QUInt8Storage", ElementType.UINT8),
          Map.entry("QInt32Storage", ElementType.INT32));

  private static final String PER_TENSOR = "torch.per_tensor_affine";
  private static final String PER_CHANNEL = "torch.per_channel_affine";

  private final String file;
  private final StorageFinder storages;

  /** Where the bytes of a storage lie in this file. */
  @FunctionalInterface
  interface StorageFinder {
    /**
     * A storage.
     *
     * @param key its name in the file
     * @param elements how many values the pickle says it has
     */
    TensorStorage find(String key, ElementType type, long elements);
  }

  /**
   * The names of one file.
   *
   * @param file as the user named it
   */
  TorchGlobals(String file, StorageFinder storages) {
    this.file = file;
    this.storages = storages;
  }

  @Override
  public Object find(String module, String name, int depth) {
    String full = module + "." + name;
    if (module.equals("torch") && STORAGES.containsKey(name)) {
      return STORAGES.get(name);
    }
    return switch (full) {
      case "collections.OrderedDict" -> (PickleFunction) TorchGlobals::orderedDict;
      case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" ->
          (PickleFunction) TorchGlobals::tensor;
      case "torch._utils._rebuild_qtensor" -> (PickleFunction) TorchGlobals::quantised;
      case "torch._utils._rebuild_parameter" -> (PickleFunction) arguments -> arguments.getFirst();
      case "torch.Size" -> (PickleFunction) arguments -> arguments.getFirst();
      case "torch.float32", "torch.float64", "torch.float16", "torch.bfloat16", "torch.int64" ->
          full;
      case PER_TENSOR, PER_CHANNEL -> full;
      case "numpy.core.multiarray.scalar",
          "numpy._core.multiarray.scalar",
          "numpy.core.multiarray._reconstruct",
          "numpy._core.multiarray._reconstruct",
          "numpy.dtype",
          "_codecs.encode" ->
          (PickleFunction) _ -> new PassedOver();
      case "numpy.ndarray" -> full;
      default -> throw refused(module, name, depth);
    };
  }

  /** A number or array of numpy beside the weights, such as a training's best score. */
  private static final class PassedOver implements PickleState {
    @Override
    public void set(Object state) {
      // nothing of it is needed
    }
  }

  private Problem refused(String module, String name, int depth) {
    if (depth == 0) {
      return new Problem(
          file
              + " is a whole pickled module ("
              + module
              + "."
              + name
              + "), not its weights: save model.state_dict() or torch.jit.script(model) and give"
              + " that file.");
    }
    return new Problem(
        file
            + " asks Python for "
            + module
            + "."
            + name
            + "; only tensors, dicts, numbers and text are read and nothing was executed: save"
            + " model.state_dict() alone, from a source you trust.");
  }

  private static Object orderedDict(List<Object> arguments) {
    var map = new LinkedHashMap<Object, Object>();
    if (!arguments.isEmpty() && arguments.getFirst() instanceof List<?> pairs) {
      for (Object pair : pairs) {
        List<?> values = pair instanceof PickleTuple(List<Object> two) ? two : (List<?>) pair;
        map.put(values.get(0), values.get(1));
      }
    }
    return map;
  }

  private static Object tensor(List<Object> arguments) {
    if (arguments.size() < 4 || !(arguments.get(0) instanceof TensorStorage storage)) {
      throw new BadCheckpointException("a tensor without data");
    }
    return new StoredTensor(
        storage, whole(arguments.get(1)), wholes(arguments.get(2)), wholes(arguments.get(3)));
  }

  /** {@code (storage, offset, shape, stride, quantizer, …)}, as float values. */
  private static Object quantised(List<Object> arguments) {
    if (arguments.size() < 5
        || !(tensor(arguments) instanceof StoredTensor whole)
        || !(arguments.get(4) instanceof PickleTuple(List<Object> quantizer))) {
      throw new BadCheckpointException("a quantised tensor without its scale");
    }
    TensorStorage values;
    if (quantizer.size() == 3
        && quantizer.get(0).equals(PER_TENSOR)
        && quantizer.get(1) instanceof Double scale) {
      values = DequantisedStorage.perTensor(whole, scale, whole(quantizer.get(2)));
    } else if (quantizer.size() == 4
        && quantizer.get(0).equals(PER_CHANNEL)
        && quantizer.get(1) instanceof StoredTensor scales
        && quantizer.get(2) instanceof StoredTensor zeros
        && Long.valueOf(0).equals(quantizer.get(3))) {
      values = DequantisedStorage.perChannel(whole, scales, zeros);
    } else {
      throw new BadCheckpointException("a tensor is quantised in a way that is not known");
    }
    return new StoredTensor(values, whole.offset(), whole.shape(), whole.stride());
  }

  private static List<Long> wholes(Object tuple) {
    if (!(tuple instanceof PickleTuple(List<Object> values))) {
      throw new BadCheckpointException("a tensor without a shape");
    }
    var all = new ArrayList<Long>();
    values.forEach(value -> all.add(whole(value)));
    return all;
  }

  private static long whole(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new BadCheckpointException("a size that is not a number");
  }

  /** {@code ('storage', type, key, location, elements[, view])}, as {@code torch.save} writes. */
  @Override
  public Object persistent(Object id) {
    if (id instanceof PickleTuple(List<Object> parts)
        && parts.size() >= 5
        && "storage".equals(parts.get(0))
        && parts.get(1) instanceof ElementType type
        && parts.get(2) instanceof String key
        && parts.get(4) instanceof Long elements
        && elements >= 0) {
      return storages.find(key, type, elements);
    }
    throw new BadCheckpointException("a storage of unknown kind");
  }
}
