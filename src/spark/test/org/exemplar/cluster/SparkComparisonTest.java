package org.exemplar.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonResult;
import org.exemplar.classifier.sweep.ComparisonRun;
import org.exemplar.classifier.torch.Device;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons on {@code local[2]} beside those of this computer. */
class SparkComparisonTest {
  private static final int IMAGES = 19;
  private static final float TOLERANCE = 1e-6f;

  private static JavaSparkContext spark;

  @TempDir Path folder;
  private Path images;
  private Path labels;

  @BeforeAll
  static void start() {
    spark = new JavaSparkContext(CompareOnSpark.settings(local()));
  }

  static SparkConf local() {
    return new SparkConf()
        .setMaster("local[2]")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "localhost")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @BeforeEach
  void copy_some_phantoms() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    List<String> lines = Files.readAllLines(Fixtures.phantom("labels.csv")).subList(0, IMAGES + 1);
    labels = folder.resolve("labels.csv");
    Files.write(labels, lines);
    for (String line : lines.subList(1, lines.size())) {
      String id = line.split(",", -1)[0];
      Files.copy(Fixtures.phantom("images/" + id), images.resolve(id));
    }
  }

  private ComparisonOptions options(String out, Path... models) {
    return ComparisonOptions.of(
            images,
            List.of(models),
            new ComparisonOptions.Place(folder.resolve(out), Fixtures.cache(), "0.1.0-test"))
        .with(new ComparisonOptions.Images(images, labels, true))
        .with(
            new ComparisonOptions.Pruned(PruningMethod.L1, 0, Sparsity.parseList("0.5,0.9"), null))
        .with(
            new ComparisonOptions.Prediction(
                Preprocessing.PAPER.withSize(128),
                false,
                null,
                ComparisonOptions.Machine.of(Device.CPU)));
  }

  private static Path model(int seed) {
    return Fixtures.phantom("models/seed-" + seed + "_chkpt.pt");
  }

  private static ComparisonResult here(ComparisonOptions options) {
    return finished(ComparisonRun.run(options, Progress.NONE, new Cancellation()));
  }

  private static ComparisonResult onSpark(ComparisonOptions options) {
    return finished(
        ComparisonRun.run(
            options,
            (all, progress, cancellation) -> new SparkWorkplace(spark, all, progress, cancellation),
            Progress.NONE,
            new Cancellation()));
  }

  /** With all that {@code exemplar compare} writes. */
  private static ComparisonResult finished(ComparisonResult result) {
    PieAnalysis.run(result.folder(), PieOptions.PAPER, Progress.NONE, new Cancellation());
    return result;
  }

  private static TreeMap<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void assertSame(ComparisonResult here, ComparisonResult there) throws IOException {
    TreeMap<String, byte[]> expected = files(here.folder().path());
    TreeMap<String, byte[]> made = files(there.folder().path());
    assertThat(made.keySet())
        .isEqualTo(expected.keySet())
        .contains("manifest.json", "images.csv", "agreement.csv", "predictions/digests.json");
    ComparisonFolder folder = here.folder();
    for (int run = 0; run < folder.manifest().runs().size(); run++) {
      for (Sparsity sparsity : folder.manifest().tables()) {
        assertClose(folder.predictions(run, sparsity), there.folder().predictions(run, sparsity));
      }
    }
    for (var file : expected.entrySet()) {
      String name = file.getKey();
      if (name.endsWith("digests.json")) {
        assertThat(keys(made.get(name))).isEqualTo(keys(file.getValue()));
      } else if (!name.endsWith(".npy")) {
        assertThat(made.get(name)).as(name).isEqualTo(file.getValue());
      }
    }
    assertThat(there.tablesMade()).isEqualTo(here.tablesMade());
    assertThat(there.warnings()).isEqualTo(here.warnings());
  }

  /** What each table was made from; the tables themselves may differ in a last bit. */
  private static TreeMap<String, String> keys(byte[] digests) {
    var keys = new TreeMap<String, String>();
    for (var entry : JsonMapper.shared().readTree(digests).properties()) {
      keys.put(entry.getKey(), entry.getValue().path("key").asString());
    }
    assertThat(keys).isNotEmpty();
    return keys;
  }

  private static void assertClose(PredictionTable expected, PredictionTable made) {
    assertThat(made.images()).isEqualTo(expected.images());
    for (int image = 0; image < expected.images(); image++) {
      for (int finding = 0; finding < expected.findings(); finding++) {
        assertThat(Math.abs(made.get(image, finding) - expected.get(image, finding)))
            .isLessThanOrEqualTo(TOLERANCE);
      }
    }
  }

  @Test
  void the_folder_is_that_of_this_computer() throws IOException {
    Files.write(images.resolve("ph_000003.png"), new byte[] {1, 2, 3});
    Files.delete(images.resolve("ph_000005.png"));
    Files.copy(Fixtures.phantom("images/ph_000011.png"), images.resolve("without_a_row.png"));
    int read = ExecutorNetwork.HERE.read();
    ComparisonResult there = onSpark(options("there", model(0), model(1)));
    assertThat(ExecutorNetwork.HERE.read() - read)
        .as("a checkpoint is read once for three tables over several shares")
        .isEqualTo(2);
    ComparisonResult here = here(options("here", model(0), model(1)));
    assertSame(here, there);
    assertThat(there.folder().manifest().images().leftOut()).hasSize(3);
    assertThat(there.folder().images().size()).isEqualTo(IMAGES - 2);
    assertThat(there.folder().predictions(0, Sparsity.DENSE).row(0))
        .isNotEqualTo(there.folder().predictions(0, new Sparsity(0.9)).row(0));
  }

  @Test
  void a_script_whose_outputs_have_to_be_looked_at_gives_the_same() throws IOException {
    Path script = Fixtures.resource("model-formats/script_sigmoid.pt");
    Files.write(images.resolve("ph_000000.png"), new byte[] {1, 2, 3});
    ComparisonResult there = onSpark(options("there", script));
    assertThat(there.folder().manifest().settings().output()).isEqualTo(OutputKind.PROBABILITIES);
    assertSame(here(options("here", script)), there);
  }

  @Test
  void copies_pruned_elsewhere_give_the_same() throws IOException {
    Path dense = Fixtures.resource("model-formats/bare_state_dict.pt");
    Path copy = Fixtures.resource("model-formats/pruned_060_made_permanent.pt");
    var models =
        new ComparisonOptions.Models(
            List.of(dense), List.of(copy), Fixtures.phantom("models/classes.txt"), null);
    var pruning = new ComparisonOptions.Pruned(PruningMethod.L1, 0, List.of(), null);
    assertSame(
        here(options("here", dense).with(models).with(pruning)),
        onSpark(options("there", dense).with(models).with(pruning)));
  }

  @Test
  void finished_tables_are_skipped_wherever_they_were_made() throws IOException {
    ComparisonOptions options = options("there", model(0));
    assertThat(onSpark(options).tablesMade()).isEqualTo(3);
    assertThat(onSpark(options).tablesMade()).isZero();
    Path table = ComparisonFolder.tableFile(folder.resolve("there"), 0, new Sparsity(0.5));
    byte[] whole = Files.readAllBytes(table);
    Files.delete(table);
    assertThat(onSpark(options).tablesMade()).isEqualTo(1);
    assertThat(table).hasBinaryContent(whole);
    assertThat(here(options).tablesMade()).isZero();
  }

  @Test
  void too_many_unreadable_images_are_refused_with_the_same_sentence() throws IOException {
    Files.write(images.resolve("ph_000003.png"), new byte[] {1, 2, 3});
    var strict = new ComparisonOptions.Images(images, labels, false);
    Problem expected =
        catchThrowableOfType(Problem.class, () -> here(options("here", model(0)).with(strict)));
    assertThatThrownBy(() -> onSpark(options("there", model(0)).with(strict)))
        .isInstanceOf(Problem.class)
        .hasMessage(expected.getMessage())
        .hasMessageContaining("ph_000003.png");
  }

  @Test
  void what_an_executor_says_of_a_network_is_the_one_sentence() {
    Path frozen = Fixtures.resource("model-formats/script_frozen_no_parameters.pt");
    assertThatThrownBy(() -> onSpark(options("there", frozen)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("frozen TorchScript")
        .hasMessageNotContaining("\n");
  }

  @Test
  void an_executor_that_fails_gives_one_plain_sentence() {
    var jobs = new Jobs(spark, new Cancellation());
    var failing =
        spark
            .parallelize(List.of(1, 2), 2)
            .map(each -> {
              if (each == 2) {
                throw new ArithmeticException("no such\nnumber");
              }
              return each;
            });
    assertThatThrownBy(() -> jobs.collect(failing, "counting", _ -> {}))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "The cluster failed while counting (ArithmeticException: no such); see the log of its"
                + " executors, then start the comparison again: finished tables are kept.");
  }

  @Test
  void images_that_an_executor_does_not_see_are_named_with_their_machine() {
    var settings =
        TaskSettings.of(
            options("there", model(0))
                .with(new ComparisonOptions.Images(folder.resolve("elsewhere"), null, true)),
            Preprocessing.PAPER,
            20,
            1);
    assertThatThrownBy(() -> new SeeImages(settings).call(List.<PlannedImage>of().iterator()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot read " + folder.resolve("elsewhere"))
        .hasMessageContaining("every machine of the cluster");
  }
}
