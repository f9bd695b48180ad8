package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.pickle.PickleFunction;
import org.exemplar.classifier.pickle.PickleState;

/**
 * The tensors of a TorchScript file under the names that {@code state_dict()} gives them. Its code
 * is not looked at; modules become plain maps.
 */
final class ScriptReader {
  private ScriptReader() {}

  static SequencedMap<String, Tensor> read(ZipArchive zip, String shownName) throws IOException {
    var globals =
        new ScriptGlobals(shownName, (key, type, count) -> zip.storage("data/", key, type, count));
    var tensors = new LinkedHashMap<String, Tensor>();
    collect("", zip.pickle("data.pkl", globals), tensors);
    return tensors;
  }

  private static void collect(String name, Object value, Map<String, Tensor> into)
      throws IOException {
    if (value instanceof StoredTensor tensor) {
      into.put(name, tensor.read());
    } else if (value instanceof Module module) {
      for (Map.Entry<?, ?> entry : module.attributes.entrySet()) {
        String child = name.isEmpty() ? "" + entry.getKey() : name + "." + entry.getKey();
        collect(child, entry.getValue(), into);
      }
    }
  }

  private static final class Module implements PickleState {
    private Map<?, ?> attributes = Map.of();

    @Override
    public void set(Object state) {
      if (state instanceof Map<?, ?> map) {
        attributes = map;
      }
    }
  }

  /** TorchScript's own classes become maps; nothing of the machine is reachable through them. */
  private static final class ScriptGlobals extends TorchGlobals {
    ScriptGlobals(String file, StorageFinder storages) {
      super(file, storages);
    }

    @Override
    public Object find(String module, String name, int depth) {
      if (module.equals("__torch__") || module.startsWith("__torch__.")) {
        return (PickleFunction) _ -> new Module();
      }
      return switch (module + "." + name) {
        case "torch.jit._pickle.build_intlist",
            "torch.jit._pickle.build_doublelist",
            "torch.jit._pickle.build_boollist",
            "torch.jit._pickle.build_tensorlist" ->
            (PickleFunction) arguments -> arguments.getFirst();
        case "torch.jit._pickle.restore_type_tag" -> (PickleFunction) List::getFirst;
        case "torch._utils._rebuild_qtensor" -> (PickleFunction) ArrayList::new;
        default -> super.find(module, name, depth);
      };
    }
  }
}
