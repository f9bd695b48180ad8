package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.checkpoint.SafetensorsBytes;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.crypto.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a comparison refuses: one sentence, exit 1, and earlier results stay as they were. */
class CompareRefusalsTest {
  private static final int IMAGES = 12;
  private static final Path MODEL = Fixtures.phantom("models/seed-0_chkpt.pt");

  @TempDir Path folder;
  private Path images;
  private Path labels;
  private Path out;

  @BeforeEach
  void take_a_few_phantoms() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    labels = folder.resolve("labels.csv");
    out = folder.resolve("comparison");
    List<String> lines = Files.readAllLines(Fixtures.phantom("labels.csv")).subList(0, IMAGES + 1);
    Files.write(labels, lines);
    for (String line : lines.subList(1, lines.size())) {
      String id = line.substring(0, line.indexOf(','));
      Files.copy(Fixtures.phantom("images/" + id), images.resolve(id));
    }
  }

  private Shell.Said compare(Object model, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "compare",
                "--images",
                images,
                "--labels",
                labels,
                "--models",
                model,
                "--findings",
                Fixtures.phantom("models/classes.txt"),
                "--image-size",
                128,
                "--device",
                "cpu",
                "--threads",
                1,
                "--json",
                "--out",
                out));
    words.addAll(List.of(more));
    return new Shell().type(words.toArray());
  }

  private static void refused(Shell.Said said, String... words) {
    assertThat(said.exit()).as(said.err()).isEqualTo(1);
    assertThat(said.err()).hasLineCount(1).contains(words).doesNotContain("Exception");
  }

  private Map<String, String> results() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(out.relativize(file).toString(), Sha256.ofFile(file).hex());
      }
    }
    return digests;
  }

  @Test
  void labels_and_images_that_do_not_match() throws IOException {
    assertThat(compare(MODEL).exit()).isZero();
    Map<String, String> before = results();
    Files.delete(images.resolve("ph_000004.png"));
    refused(compare(MODEL), "1 of 12 images", "ph_000004.png", "--allow-missing");
    assertThat(results()).isEqualTo(before);
    refused(compare(MODEL, "--allow-missing"), "other images or labels; give another --out");
    assertThat(results()).isEqualTo(before);
  }

  @Test
  void an_image_without_a_label_row_is_listed() throws IOException {
    Files.copy(images.resolve("ph_000003.png"), images.resolve("stray.png"));
    Shell.Said said = compare(MODEL);
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err()).contains("left out");
    JsonNode left =
        JsonMapper.shared().readTree(out.resolve("manifest.json")).at("/images/left_out");
    assertThat(left.get(0).path("id").asString()).isEqualTo("stray.png");
    assertThat(left.get(0).path("reason").asString()).contains("no row for this image");
  }

  @Test
  void findings_that_are_not_as_many_as_the_outputs() {
    refused(
        compare(Fixtures.resource("model-formats/fourteen_outputs.pt")),
        "14 outputs",
        "20 findings");
  }

  @Test
  void heads_of_different_sizes() {
    Path fourteen = Fixtures.resource("model-formats/fourteen_outputs.pt");
    refused(compare(MODEL, "--models", fourteen), "14 outputs", "gives 20", "same findings");
  }

  @Test
  void weights_that_are_not_numbers() {
    refused(
        compare(Fixtures.resource("model-formats/nan_and_inf_weights.pt")),
        "not numbers (NaN or infinite)",
        "before the training diverged");
  }

  @Test
  void predictions_that_are_not_numbers_name_run_sparsity_and_image() throws IOException {
    Path huge = folder.resolve("huge.safetensors");
    var tensors = new TreeMap<String, Tensor>();
    CheckpointReader.read(MODEL)
        .tensors()
        .forEach((name, tensor) -> {
          float[] values = tensor.values().clone();
          if (name.endsWith("conv1.weight") || name.endsWith("conv2.weight")) {
            for (int i = 0; i < values.length; i++) {
              values[i] *= 1e18f;
            }
          }
          tensors.put(name, new Tensor(tensor.shape(), values));
        });
    Files.write(huge, SafetensorsBytes.of(tensors, "F32"));
    refused(compare(huge), "run 1", "huge.safetensors", "sparsity 0.00", "NaN", "ph_000000.png");
    assertThat(out.resolve("predictions/run-00_sparsity-0.00.npy")).doesNotExist();
    assertThat(out.resolve("manifest.json")).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // a link to /dev/full stands for a disk that fills up
  void a_full_disk_keeps_what_was_finished() throws IOException {
    Path predictions = Files.createDirectories(out.resolve("predictions"));
    Path dense = predictions.resolve("run-00_sparsity-0.00.npy");
    Files.createSymbolicLink(
        predictions.resolve("run-00_sparsity-0.90.npy.part"), Path.of("/dev/full"));
    refused(compare(MODEL), "run-00_sparsity-0.90.npy", "No space left on device");
    assertThat(out.resolve("manifest.json")).doesNotExist();
    String finished = Sha256.ofFile(dense).hex();
    Shell.Said again = compare(MODEL);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.json().get("tables_computed").asInt()).isEqualTo(1);
    assertThat(Sha256.ofFile(dense).hex()).isEqualTo(finished);
  }

  @Test
  void a_folder_that_another_comparison_is_writing_into() throws IOException {
    assertThat(compare(MODEL).exit()).isZero();
    Map<String, String> before = results();
    try (FileChannel channel = FileChannel.open(out.resolve(".lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      refused(compare(MODEL), "Another comparison is writing into", "give another --out");
    }
    assertThat(results()).isEqualTo(before);
  }

  @Test
  void a_folder_that_holds_another_comparison() throws IOException {
    assertThat(compare(MODEL).exit()).isZero();
    Map<String, String> before = results();
    refused(
        compare(Fixtures.phantom("models/seed-1_chkpt.pt")), "other models; give another --out");
    refused(compare(MODEL, "--method", "random"), "other pruning method");
    refused(compare(MODEL, "--mean", "0.5"), "other preprocessing");
    refused(compare(MODEL, "--precision", "bf16"), "other precision");
    assertThat(results()).isEqualTo(before);
  }

  @Test
  void the_manifest_has_every_field_that_is_promised() {
    assertThat(compare(MODEL, "--sparsity", "0.5,0.9").exit()).isZero();
    JsonNode manifest = JsonMapper.shared().readTree(out.resolve("manifest.json"));
    assertThat(manifest.propertyNames())
        .containsExactlyInAnyOrder(
            "format",
            "version",
            "findings",
            "runs",
            "method",
            "seed",
            "sparsities",
            "preprocessing",
            "output",
            "device",
            "precision",
            "images");
    assertThat(manifest.path("format").asString()).isEqualTo("exemplar-comparison/1");
    assertThat(manifest.path("findings").size()).isEqualTo(20);
    assertThat(manifest.path("method").asString()).isEqualTo("l1");
    assertThat(manifest.path("sparsities").toString()).isEqualTo("[0.5,0.9]");
    assertThat(manifest.path("output").asString()).isEqualTo("logits");
    assertThat(manifest.path("device").asString()).isEqualTo("cpu");
    JsonNode run = manifest.at("/runs/0");
    assertThat(run.propertyNames())
        .containsExactlyInAnyOrder("checkpoint", "sha256", "architecture", "pruned");
    assertThat(run.path("sha256").asString()).isEqualTo(Sha256.ofFile(MODEL).hex());
    assertThat(run.at("/pruned/0.90").propertyNames())
        .containsExactlyInAnyOrder("count", "total", "mask_sha256", "ties");
    assertThat(run.at("/pruned/0.90/count").asLong()).isEqualTo(279_518);
    assertThat(manifest.path("preprocessing").propertyNames())
        .containsExactlyInAnyOrder("size", "channels", "mean", "deviation", "range", "resize");
    assertThat(manifest.path("images").propertyNames())
        .containsExactlyInAnyOrder("listed", "used", "left_out");
    for (String table : List.of("agreement.csv", "findings.csv", "overall.csv", "images.csv")) {
      assertThat(out.resolve(table)).exists();
    }
  }

  @Test
  void inspect_gives_every_field_that_is_promised() {
    Shell.Said said = new Shell().type("inspect", MODEL, images.resolve("ph_000000.png"), "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.json().get(0).propertyNames())
        .containsExactlyInAnyOrder(
            "file",
            "kind",
            "sha256",
            "warnings",
            "architecture",
            "findings",
            "parameters",
            "prunable",
            "sparsity");
    assertThat(said.json().get(0).path("parameters").asLong()).isEqualTo(312_036);
    assertThat(said.json().get(0).path("prunable").asLong()).isEqualTo(310_576);
    assertThat(said.json().get(1).propertyNames())
        .containsExactlyInAnyOrder(
            "file",
            "kind",
            "sha256",
            "warnings",
            "rows",
            "columns",
            "frames",
            "transfer_syntax",
            "photometric",
            "bits_stored",
            "stored_sha256",
            "stored_min",
            "stored_max",
            "stored_mean");
    Shell.Said bad =
        new Shell()
            .type("inspect", MODEL, Fixtures.resource("model-formats/truncated.pt"), "--json");
    refused(bad, "truncated.pt", "cut off");
    assertThat(bad.json().size()).isEqualTo(2);
  }

  @Test
  void comparisons_of_two_methods_are_laid_side_by_side() throws IOException {
    assertThat(compare(MODEL, "--sparsity", "0.5,0.9").exit()).isZero();
    Path first = out;
    out = folder.resolve("half");
    Shell.Said half = compare(MODEL, "--sparsity", "0.5,0.9", "--precision", "bf16");
    assertThat(half.exit()).as(half.err()).isZero();
    Path csv = folder.resolve("pies.csv");
    Shell.Said said =
        new Shell().type("pies", first, out, "--percentile", 25, "--out", csv, "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("(l1, float32)", "(l1, bf16), sparsity 0.90");
    JsonNode overlap = said.json().get(0).path("overlaps");
    assertThat(overlap.size()).isEqualTo(2);
    assertThat(overlap.get(0).path("both").asInt() + overlap.get(0).path("only_this").asInt())
        .isEqualTo(3);
    assertThat(Files.readAllLines(folder.resolve("pies_overlap.csv"))).hasSize(1 + 6);
    assertThat(Files.readAllLines(folder.resolve("pies_side_by_side.csv")))
        .hasSize(1 + IMAGES)
        .first()
        .asString()
        .contains("times_pie", "pie_0_l1_float32_0.50", "pie_1_l1_bf16_0.90");
    assertThat(Files.readString(folder.resolve("pies_codebook.json")))
        .contains("listing", "overlap", "side_by_side");
    assertThat(Files.readString(folder.resolve("pies_agreement.svg")))
        .contains("median agreement", "0 l1", "1 l1");
    assertThat(Files.readString(folder.resolve("pies_shared.svg"))).contains("0 l1, 1 l1");
    assertThat(Files.readString(folder.resolve("pies_overall.svg"))).contains("mean AP");
    assertThat(first.resolve("figures/overlap.svg")).exists();
  }

  @Test
  void forgetting_draws_what_it_tells() throws IOException {
    assertThat(compare(MODEL, "--sparsity", "0.5,0.9").exit()).isZero();
    Shell.Said said =
        new Shell().type("forgetting", out, "--train-labels", labels, "--out", folder, "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    try (Stream<Path> figures = Files.list(folder.resolve("figures"))) {
      assertThat(figures.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder(
              "agreement.svg",
              "stability.svg",
              "overlap.svg",
              "forgettability.svg",
              "first-drops.svg",
              "frequency.svg",
              "co-occurrence.svg",
              "composition.svg",
              "overall.svg");
    }
  }
}
