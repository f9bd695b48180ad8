package org.exemplar.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.PrunableWeights;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.classifier.torch.Network;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.BilinearResize;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import tools.jackson.databind.JsonNode;

/** One tiny network in every family of files, pruning, and the resize that networks are fed by. */
final class EngineChecks {
  private static final String TORCH = "PyTorch 1.13, CPU";
  private static final int PICTURES = 3;
  private static final float[] MEAN = {.485f, .456f, .406f};
  private static final float[] DEVIATION = {.229f, .224f, .225f};

  /** File and which logits it gives. */
  private static final Map<String, String> FILES =
      new java.util.TreeMap<>(
          Map.of(
              "bare_state_dict.pt", "logits",
              "bare_state_dict_legacy_nonzip.pth", "logits",
              "dataparallel_state_dict.pth.tar", "logits",
              "float16.pt", "logits_float16_weights",
              "logits.onnx", "logits",
              "prunecxr_style_weights_optimizer_epoch.pt", "logits",
              "pruned_060_with_orig_and_mask.pt", "logits_pruned_060",
              "script_logits.pt", "logits",
              "state_dict.safetensors", "logits",
              "trace_logits.pt", "logits"));

  private final References references;
  private final Path scratch;
  private final TorchRuntime torch;
  private final RadiographFiles radiographs = RadiographFiles.installed();
  private final JsonNode golden;

  /**
   * @param scratch a folder for copies of the checkpoints
   */
  EngineChecks(References references, Path scratch, TorchRuntime torch) {
    this.references = references;
    this.scratch = scratch;
    this.torch = torch;
    this.golden = references.json("engine/golden.json");
  }

  void run(Bench bench) {
    FILES.forEach(
        (name, field) -> bench.check("Checkpoint " + name, TORCH, () -> logits(name, field)));
    for (String name : List.of("bare_state_dict.pt", "script_logits.pt", "trace_logits.pt")) {
      bench.check(
          "Pruned here: " + name, TORCH + " (torch.nn.utils.prune)", () -> prunedHere(name));
    }
    bench.check("Pruning counts", "NumPy 1.24 (stable sort of magnitudes)", this::counts);
    bench.check("Pruning masks", "NumPy 1.24 (stable sort of magnitudes)", this::masks);
    bench.check("A checkpoint that would run a program", "made by the team", this::hostile);
    bench.check("Resize bit for bit", "OpenCV 4.6 (cv2.resize, bilinear)", this::resize);
  }

  private Checkpoint checkpoint(String name) throws IOException {
    return CheckpointReader.read(references.copy("engine/" + name, scratch));
  }

  private Comparison logits(String name, String field) throws IOException {
    try (Network network = torch.load(checkpoint(name))) {
      return compared(predicted(network), field);
    }
  }

  private Comparison prunedHere(String name) throws IOException {
    try (Network network = torch.load(checkpoint(name))) {
      network.prune(
          Pruning.choose(PruningMethod.L1, network.prunable(), new Sparsity(0.6), 0).keep());
      return compared(predicted(network), "logits_pruned_060");
    }
  }

  /** A graphics card adds in another order and in shorter numbers. */
  private Comparison compared(float[] logits, String field) {
    Worst worst = Worst.within(torch.device().equals("cpu") ? 1e-5 : 1e-3);
    int findings = golden.get("findings").intValue();
    for (int i = 0; i < PICTURES; i++) {
      for (int f = 0; f < findings; f++) {
        worst.add(
            "picture %d, finding %d".formatted(i + 1, f + 1),
            golden.get(field).get(i).get(f).doubleValue(),
            logits[i * findings + f]);
      }
    }
    return worst.comparison("logits");
  }

  private float[] predicted(Network network) {
    List<Gray8> pictures = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      String name = "engine/input_" + i + ".png";
      pictures.add(radiographs.gray8(Path.of(name), references.bytes(name)));
    }
    int size = pictures.getFirst().rows();
    ByteBuffer input =
        ByteBuffer.allocateDirect(PICTURES * MEAN.length * size * size * Float.BYTES)
            .order(ByteOrder.nativeOrder());
    for (Gray8 picture : pictures) {
      for (int i = 0; i < picture.count(); i++) {
        for (int channel = 0; channel < MEAN.length; channel++) {
          input.putFloat((picture.value(i) / 255f - MEAN[channel]) / DEVIATION[channel]);
        }
      }
    }
    return network.predict(
        input.flip(),
        new Network.Batch(PICTURES, MEAN.length, size, golden.get("findings").intValue()));
  }

  private Pruning.Choice chosen(PrunableWeights weights, JsonNode mask) {
    return Pruning.choose(
        PruningMethod.L1, weights, Sparsity.parse(mask.get("sparsity").stringValue()), 0);
  }

  private Comparison counts() throws IOException {
    Checkpoint checkpoint = checkpoint("bare_state_dict.pt");
    PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    Worst worst = Worst.within(0);
    for (JsonNode mask : golden.get("masks")) {
      worst.add(
          "sparsity " + mask.get("sparsity").stringValue(),
          mask.get("pruned").intValue(),
          chosen(weights, mask).keep().pruned());
    }
    return worst.comparison("numbers of pruned weights of " + weights.total());
  }

  private Comparison masks() throws IOException {
    Checkpoint checkpoint = checkpoint("bare_state_dict.pt");
    PrunableWeights weights = PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
    int right = 0;
    for (JsonNode mask : golden.get("masks")) {
      String digest = chosen(weights, mask).keep().sha256().hex();
      right += digest.equals(mask.get("sha256").stringValue()) ? 1 : 0;
    }
    return Comparison.all("SHA-256 of which weights stay", right, golden.get("masks").size());
  }

  private Comparison hostile() throws IOException {
    try {
      Checkpoint read = checkpoint("hostile_pickle_must_be_refused.pt");
      return Comparison.same("whether it is refused", "refused", "read as " + read.kind());
    } catch (Problem refused) {
      return Comparison.same("whether it is refused", "refused", "refused");
    }
  }

  private Comparison resize() {
    String name = "engine/input_0.png";
    Gray8 picture = radiographs.gray8(Path.of(name), references.bytes(name));
    int right = 0;
    for (JsonNode size : golden.get("resize")) {
      Gray8 resized =
          BilinearResize.to(picture, size.get("rows").intValue(), size.get("columns").intValue());
      String digest = Sha256.of(resized.toBytes()).hex();
      right += digest.equals(size.get("sha256").stringValue()) ? 1 : 0;
    }
    return Comparison.all("SHA-256 of pictures of other sizes", right, golden.get("resize").size());
  }
}
