package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointInspection;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.classifier.sweep.PaperInput;
import org.exemplar.classifier.torch.Network;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.testing.GoldenLedger;
import org.exemplar.testing.SharedData;

/** What {@code golden.json} says of networks and their input. */
final class GoldenNetworks {
  private static final Map<String, PruningMethod> METHODS =
      Map.of(
          "L1", PruningMethod.L1,
          "L1-layerwise", PruningMethod.LAYER_L1,
          "L1-structured-out", PruningMethod.STRUCTURED_L1,
          "L2-structured-out", PruningMethod.STRUCTURED_L2);

  private final String name;
  private final GoldenStudy study;
  private final Map<String, PrunableWeights> weights = new TreeMap<>();

  GoldenNetworks(String name, GoldenStudy study) {
    this.name = name;
    this.study = study;
  }

  void compare(GoldenLedger golden) {
    meta(golden);
    input(golden);
    logits(golden);
    masks(golden);
  }

  private Path checkpoint(String seed) {
    return SharedData.file(name + "/models/" + seed + "_chkpt.pt");
  }

  private void meta(GoldenLedger golden) {
    assertThat(golden.array("meta|classes")).isEqualTo(study.findings());
    assertThat(golden.array("meta|seeds")).hasSize(study.runs());
    golden.close("meta|n_test", study.labels().images(), 0);
    golden.close("meta|n_train", labelRows("labels_train.csv"), 0);
    golden.close(
        "meta|n_params", CheckpointInspection.of(checkpoint("seed-0")).weights().parameters(), 0);
    Gray8 gray = firstImage();
    golden.close("meta|image_size|0", gray.rows(), 0);
    golden.close("meta|image_size|1", gray.columns(), 0);
    Checkpoint dense = CheckpointReader.read(checkpoint("seed-0"));
    for (int layer = 0; golden.has("meta|channels|" + layer); layer++) {
      String kernel = "layer" + (layer + 1) + ".0.conv1.weight";
      golden.close("meta|channels|" + layer, dense.tensors().get(kernel).shape().getFirst(), 0);
    }
    golden.except("meta\\|(set|torch)", "name of the set and version of the reference tool");
  }

  private int labelRows(String file) {
    return GoldenFiles.csv(SharedData.file(name + "/labels/" + file)).size();
  }

  private Gray8 firstImage() {
    return RadiographFiles.installed()
        .gray8(SharedData.file(name + "/images/" + study.ids().getFirst()));
  }

  private void input(GoldenLedger golden) {
    String at = "preprocess_check_first_image";
    Gray8 gray = firstImage();
    float[][] table = PaperInput.table();
    golden.same(at + "|id", study.ids().getFirst());
    golden.close(at + "|shape|0", table.length, 0);
    golden.close(at + "|shape|1", gray.rows(), 0);
    golden.close(at + "|shape|2", gray.columns(), 0);
    int n = gray.rows() * gray.columns();
    long pixels = 0;
    for (int channel = 0; channel < table.length; channel++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double value = table[channel][gray.value(i)];
        sum += value;
        squares += value * value;
        pixels += channel == 0 ? gray.value(i) : 0;
      }
      double mean = sum / n;
      golden.close(at + "|mean_per_channel|" + channel, mean, 1e-5);
      golden.close(at + "|std_per_channel|" + channel, Math.sqrt(squares / n - mean * mean), 1e-5);
      for (int x = 0; golden.has(at + "|corner|" + channel + "|" + x); x++) {
        golden.close(at + "|corner|" + channel + "|" + x, table[channel][gray.value(x)], 1e-6);
      }
    }
    golden.close(at + "|png_sum", pixels, 0);
  }

  private void logits(GoldenLedger golden) {
    Path image = SharedData.file(name + "/images/" + study.ids().getFirst());
    ByteBuffer input = Fixtures.input(List.of(image));
    Checkpoint checkpoint = CheckpointReader.read(checkpoint("seed-0"));
    try (Network network = Fixtures.torch().load(checkpoint)) {
      float[] row = Fixtures.predict(network, input, 1, 3, study.findings().size())[0];
      for (int f = 0; f < row.length; f++) {
        golden.close("logits_first_image_first_seed|" + study.findings().get(f), row[f], 1e-5);
      }
    }
  }

  private void masks(GoldenLedger golden) {
    for (String total :
        golden.paths("masks|").stream().filter(p -> p.endsWith("n_total")).toList()) {
      mask(golden, total.substring(0, total.lastIndexOf('|')));
    }
  }

  private void mask(GoldenLedger golden, String at) {
    String[] key = at.substring("masks|".length()).split("/", -1);
    PrunableWeights dense =
        weights.computeIfAbsent(
            key[1],
            seed -> {
              Checkpoint read = CheckpointReader.read(checkpoint(seed));
              return PrunableWeights.of(read.tensors(), read.prunable());
            });
    PruningMethod method = METHODS.get(key[0]);
    KeepMask keep =
        method == null
            ? KeepMask.read(
                SharedData.file(
                    name + "/golden/random_masks/" + key[1] + "_" + key[2] + ".keepmask.bits"),
                dense.total())
            : Pruning.choose(method, dense, Sparsity.parse(key[2]), 0).keep();
    golden.close(at + "|n_total", dense.total(), 0);
    golden.close(at + "|n_pruned", keep.pruned(), 0);
    boolean unique =
        !golden.has(at + "|tie_at_threshold_mask_not_unique")
            || !Boolean.parseBoolean(golden.text(at + "|tie_at_threshold_mask_not_unique"));
    if (unique) {
      golden.same(at + "|sha256_packed_keepmask", keep.sha256().hex());
    } else {
      golden.except(
          java.util.regex.Pattern.quote(at) + "\\|sha256_packed_keepmask",
          "equal magnitudes lie on both sides of the threshold: any choice is right");
    }
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int layer = 0; layer < dense.names().size(); layer++) {
      float[] values = dense.layers().get(layer).values();
      int start = dense.start(layer);
      int pruned = keep.pruned(start, start + values.length);
      String of = at + "|per_layer_pruned_of|" + dense.names().get(layer);
      golden.close(of + "|0", pruned, unique ? 0 : 2);
      golden.close(of + "|1", values.length, 0);
      for (int i = 0; i < values.length; i++) {
        double size = Math.abs(values[i]);
        if (keep.keeps(start + i)) {
          smallest = Math.min(smallest, size);
        } else {
          largest = Math.max(largest, size);
        }
      }
    }
    if (golden.has(at + "|largest_pruned_abs")) {
      golden.close(at + "|largest_pruned_abs", keep.pruned() == 0 ? Double.NaN : largest, 1e-9);
    }
    if (golden.has(at + "|smallest_kept_abs")) {
      golden.close(at + "|smallest_kept_abs", smallest, 1e-9);
    }
  }
}
