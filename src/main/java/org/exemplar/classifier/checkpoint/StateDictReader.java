package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.exemplar.classifier.network.Tensor;

/**
 * Finds the weights in what a checkpoint holds: unwraps, strips prefixes, multiplies {@code _orig}
 * by {@code _mask}, widens to float32.
 */
final class StateDictReader {
  private static final List<String> WRAPPERS =
      List.of("weights", "state_dict", "model", "model_state_dict");
  private static final List<String> PREFIXES =
      List.of("module.", "net.", "backbone.", "model.", "densenet121.", "_orig_mod.");
  private static final String ORIG = "_orig";
  private static final String MASK = "_mask";

  private StateDictReader() {}

  /**
   * Weights as float32.
   *
   * @param widened types that were not float32, for people; empty where all were
   */
  record Read(SequencedMap<String, Tensor> tensors, String widened) {}

  /** The weights of an unpickled checkpoint. */
  static Read read(Object root) throws IOException {
    return merge(named(unwrap(root)));
  }

  /** The weights of a flat container. */
  static Read read(SequencedMap<String, StoredTensor> tensors) throws IOException {
    return merge(stripped(tensors));
  }

  private static Map<?, ?> unwrap(Object root) {
    Object at = root;
    while (at instanceof Map<?, ?> map) {
      if (map.values().stream().anyMatch(StoredTensor.class::isInstance)) {
        return map;
      }
      at =
          WRAPPERS.stream()
              .filter(map::containsKey)
              .findFirst()
              .map(name -> (Object) map.get(name))
              .orElse(null);
    }
    throw new BadCheckpointException(
        "it holds no state dict, neither bare nor under " + String.join(", ", WRAPPERS));
  }

  private static SequencedMap<String, StoredTensor> named(Map<?, ?> map) {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    map.forEach((key, value) -> {
      if (key instanceof String name && value instanceof StoredTensor tensor) {
        tensors.put(name, tensor);
      }
    });
    return stripped(tensors);
  }

  private static SequencedMap<String, StoredTensor> stripped(
      SequencedMap<String, StoredTensor> tensors) {
    var bare = new LinkedHashMap<String, StoredTensor>();
    tensors.forEach((name, tensor) -> {
      if (bare.put(modern(strip(name)), tensor) != null) {
        throw new BadCheckpointException("two tensors are called " + strip(name));
      }
    });
    return bare;
  }

  private static String strip(String name) {
    String bare = name;
    for (boolean again = true; again; ) {
      again = false;
      for (String prefix : PREFIXES) {
        if (bare.startsWith(prefix)) {
          bare = bare.substring(prefix.length());
          again = true;
        }
      }
    }
    return bare;
  }

  /** torchvision before 0.3 wrote {@code norm.1} for {@code norm1} in dense layers. */
  private static String modern(String name) {
    return name.contains("denselayer") ? name.replaceAll("(norm|conv)\\.([12])\\.", "$1$2.") : name;
  }

  private static Read merge(SequencedMap<String, StoredTensor> stored) throws IOException {
    var tensors = new LinkedHashMap<String, Tensor>();
    for (Map.Entry<String, StoredTensor> entry : stored.entrySet()) {
      String name = entry.getKey();
      if (name.endsWith(ORIG)) {
        String bare = name.substring(0, name.length() - ORIG.length());
        StoredTensor mask = stored.get(bare + MASK);
        if (mask == null || !mask.shape().equals(entry.getValue().shape())) {
          throw new BadCheckpointException("the tensor " + name + " has no mask of its shape");
        }
        tensors.put(bare, product(entry.getValue().read(), mask.read()));
      } else if (!name.endsWith(MASK)) {
        tensors.put(name, entry.getValue().read());
      } else if (!stored.containsKey(name.substring(0, name.length() - MASK.length()) + ORIG)) {
        throw new BadCheckpointException("the mask " + name + " has no tensor to mask");
      }
    }
    return new Read(tensors, widened(stored.values()));
  }

  private static String widened(Collection<StoredTensor> stored) {
    return stored.stream()
        .flatMap(tensor -> narrow(tensor.storage()).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What a storage's values were, for people; empty for float32 and counters. */
  private static Optional<String> narrow(TensorStorage storage) {
    if (storage instanceof DequantisedStorage quantised) {
      return Optional.of("quantised " + quantised.quantisedFrom().name().toLowerCase(Locale.ROOT));
    }
    ElementType type = storage.type();
    return type.isFloat() && type != ElementType.FLOAT32
        ? Optional.of(type.name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Tensor product(Tensor weight, Tensor mask) {
    var values = new float[weight.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = weight.values()[i] * mask.values()[i];
    }
    return new Tensor(weight.shape(), values);
  }
}
