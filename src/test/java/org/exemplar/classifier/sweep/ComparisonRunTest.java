package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.torch.Device;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonRunTest {
  private static final Offset<Float> TOLERANCE = Offset.offset(1e-5f);
  private static final int IMAGES = 12;

  @TempDir Path folder;
  private Path images;
  private Path labels;
  private Path out;

  @BeforeEach
  void copy_a_few_phantoms() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    out = folder.resolve("comparison");
    List<String> lines = Files.readAllLines(Fixtures.phantom("labels.csv")).subList(0, IMAGES + 1);
    labels = folder.resolve("labels.csv");
    Files.write(labels, lines);
    for (String line : lines.subList(1, lines.size())) {
      String id = line.split(",", -1)[0];
      Files.copy(Fixtures.phantom("images/" + id), images.resolve(id));
    }
  }

  private ComparisonOptions options(Path... models) {
    return ComparisonOptions.of(
            images,
            List.of(models),
            new ComparisonOptions.Place(out, Fixtures.cache(), "0.1.0-test"))
        .with(new ComparisonOptions.Images(images, labels, false))
        .with(
            new ComparisonOptions.Pruned(PruningMethod.L1, 0, Sparsity.parseList("0.5,0.9"), null))
        .with(
            new ComparisonOptions.Prediction(
                Preprocessing.PAPER.withSize(128),
                false,
                null,
                ComparisonOptions.Machine.of(Device.CPU).with(5, 2)));
  }

  private static Path model(int seed) {
    return Fixtures.phantom("models/seed-" + seed + "_chkpt.pt");
  }

  private static ComparisonResult run(ComparisonOptions options) {
    return ComparisonRun.run(options, Progress.NONE, new Cancellation());
  }

  @Test
  void a_comparison_holds_what_PyTorch_predicts() {
    ComparisonResult result = run(options(model(0), model(1)));
    ComparisonFolder made = result.folder();
    assertThat(result.tablesMade()).isEqualTo(6);
    assertThat(made.manifest().findings()).hasSize(20).startsWith("No Finding", "Infiltration");
    assertThat(made.manifest().settings().output()).isEqualTo(OutputKind.LOGITS);
    assertThat(made.manifest().images().used()).isEqualTo(IMAGES);
    assertThat(made.images().extraColumns()).containsExactly("subj_id");
    assertThat(made.images().label(1, made.manifest().findings().indexOf("Emphysema"))).isTrue();
    assertThat(made.manifest().runs().getFirst().pruned().get(new Sparsity(0.9)).maskSha256())
        .isEqualTo("8e996ea9abbddf8dfff9ace4ac7ec7935d5a78c2826fbdb5807a55f766413263");
    Map<String, float[]> golden = Fixtures.table(Fixtures.resource("phantom/l1_first60.csv.gz"), 3);
    for (int run = 0; run < 2; run++) {
      for (String sparsity : List.of("0.00", "0.50", "0.90")) {
        for (int i = 0; i < IMAGES; i++) {
          String key = run + "/" + sparsity + "/" + made.images().row(i).id();
          assertThat(made.predictions(run, Sparsity.parse(sparsity)).row(i))
              .as(key)
              .containsExactly(golden.get(key), TOLERANCE);
        }
      }
    }
  }

  @Test
  void a_finished_comparison_is_not_computed_again_and_more_sparsities_are_added() {
    run(options(model(0)));
    assertThat(run(options(model(0))).tablesMade()).isZero();
    ComparisonOptions more =
        options(model(0))
            .with(
                new ComparisonOptions.Pruned(PruningMethod.L1, 0, Sparsity.parseList("0.7"), null));
    ComparisonResult result = run(more);
    assertThat(result.tablesMade()).isEqualTo(1);
    assertThat(result.folder().manifest().plan().sparsities())
        .containsExactly(new Sparsity(0.5), new Sparsity(0.7), new Sparsity(0.9));
  }

  @Test
  void a_damaged_or_missing_table_is_made_again() throws IOException {
    run(options(model(0)));
    Path table = ComparisonFolder.tableFile(out, 0, new Sparsity(0.5));
    byte[] whole = Files.readAllBytes(table);
    byte[] damaged = whole.clone();
    damaged[whole.length - 1] ^= 1;
    Files.write(table, damaged);
    Files.delete(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE));
    assertThat(run(options(model(0))).tablesMade()).isEqualTo(2);
    assertThat(table).hasBinaryContent(whole);
  }

  @Test
  void a_cancelled_comparison_goes_on_where_it_stopped() throws IOException {
    var cancellation = new Cancellation();
    Progress afterTheSecondTable =
        (stage, done, total) -> {
          if (stage.contains("sparsity") && done >= 2 * IMAGES) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(
            () -> ComparisonRun.run(options(model(0)), afterTheSecondTable, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(out.resolve("manifest.json")).doesNotExist();
    Path first = ComparisonFolder.tableFile(out, 0, Sparsity.DENSE);
    FileTime time = Files.getLastModifiedTime(first);
    assertThat(run(options(model(0))).tablesMade()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(time);
  }

  @Test
  void cancelled_while_images_are_decoded_and_predicted_it_leaves_nothing_half_done()
      throws IOException {
    var cancellation = new Cancellation();
    Progress inTheMiddle =
        (stage, done, total) -> {
          if (stage.equals("Reading images") && done == IMAGES / 2) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(() -> ComparisonRun.run(options(model(0)), inTheMiddle, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(out.resolve("manifest.json")).doesNotExist();
    assertThat(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE)).doesNotExist();
    assertThat(run(options(model(0))).tablesMade()).isEqualTo(3);
    byte[] again = Files.readAllBytes(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE));
    out = folder.resolve("undisturbed");
    run(options(model(0)));
    assertThat(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE)).hasBinaryContent(again);
  }

  @Test
  void paused_while_images_are_decoded_it_stands_still_and_then_gives_the_same_bytes()
      throws Exception {
    var cancellation = new Cancellation();
    var read = new AtomicInteger();
    Progress pauseInTheMiddle =
        (stage, done, total) -> {
          if (stage.equals("Reading images")) {
            read.incrementAndGet();
            if (done == IMAGES / 2) {
              cancellation.pause();
            }
          }
        };
    var result = new CompletableFuture<ComparisonResult>();
    Thread worker =
        Thread.ofPlatform()
            .start(() ->
                result.complete(ComparisonRun.run(oneByOne(), pauseInTheMiddle, cancellation)));
    while (worker.getState() != Thread.State.WAITING || !cancellation.paused()) {
      Thread.onSpinWait();
    }
    assertThat(result).isNotDone();
    assertThat(read).hasValue(IMAGES / 2);
    assertThat(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE)).doesNotExist();
    while (!result.isDone()) {
      cancellation.resume();
      Thread.onSpinWait();
    }
    byte[] paused = Files.readAllBytes(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE));
    out = folder.resolve("undisturbed");
    run(oneByOne());
    assertThat(ComparisonFolder.tableFile(out, 0, Sparsity.DENSE)).hasBinaryContent(paused);
  }

  @Test
  void another_comparison_never_overwrites_one() {
    run(options(model(0)));
    assertThatThrownBy(() -> run(options(model(1))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("other models; give another --out");
  }

  @Test
  void two_comparisons_cannot_write_into_one_folder() {
    try (FolderLock _ = FolderLock.take(out)) {
      assertThatThrownBy(() -> run(options(model(0))))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Another comparison is writing");
    }
  }

  @Test
  void copies_pruned_elsewhere_are_compared_under_the_sparsity_they_show() {
    Path dense = Fixtures.resource("model-formats/bare_state_dict.pt");
    Path copy = Fixtures.resource("model-formats/pruned_060_made_permanent.pt");
    ComparisonOptions given =
        options(dense)
            .with(
                new ComparisonOptions.Models(
                    List.of(dense),
                    List.of(copy),
                    Fixtures.phantom("models/classes.txt"),
                    "resnet"))
            .with(new ComparisonOptions.Pruned(PruningMethod.L1, 0, List.of(), null));
    ComparisonFolder made = run(given).folder();
    assertThat(made.manifest().plan().method()).isEqualTo(PruningMethod.GIVEN);
    assertThat(made.manifest().plan().sparsities()).containsExactly(new Sparsity(0.6));
    assertThat(made.predictions(0, new Sparsity(0.6)).row(0))
        .isNotEqualTo(made.predictions(0, Sparsity.DENSE).row(0));
    var weights = made.manifest().runs().getFirst().pruned().get(new Sparsity(0.6));
    assertThat(weights.copy()).isNotNull();
    assertThat(weights.count() / (double) weights.total()).isBetween(0.599, 0.601);
  }

  @Test
  void probabilities_are_taken_as_they_are() {
    Path script = Fixtures.resource("model-formats/script_sigmoid.pt");
    ComparisonFolder made = run(options(script)).folder();
    assertThat(made.manifest().settings().output()).isEqualTo(OutputKind.PROBABILITIES);
    Path logits = Fixtures.resource("model-formats/script_logits.pt");
    out = folder.resolve("logits");
    ComparisonFolder same = run(options(logits)).folder();
    assertThat(same.manifest().settings().output()).isEqualTo(OutputKind.LOGITS);
    assertThat(made.predictions(0, Sparsity.DENSE).row(3))
        .containsExactly(same.predictions(0, Sparsity.DENSE).row(3), TOLERANCE);
  }

  @Test
  void frozen_scripts_are_refused_for_pruning() {
    Path frozen = Fixtures.resource("model-formats/script_frozen_no_parameters.pt");
    assertThatThrownBy(() -> run(options(frozen)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("frozen TorchScript");
  }

  @Test
  void findings_that_do_not_fit_the_outputs_are_refused() {
    Path fourteen = Fixtures.resource("model-formats/fourteen_outputs.pt");
    assertThatThrownBy(() -> run(options(fourteen)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("14 outputs")
        .hasMessageContaining("20 findings");
  }

  @Test
  void too_many_unreadable_images_stop_the_run_unless_allowed() throws IOException {
    String third = "ph_000003.png";
    Files.write(images.resolve(third), new byte[] {1, 2, 3});
    Files.delete(images.resolve("ph_000005.png"));
    assertThatThrownBy(() -> run(options(model(0))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("2 of 12 images are missing or unreadable")
        .hasMessageContaining("--allow-missing");
    ComparisonFolder made =
        run(options(model(0)).with(new ComparisonOptions.Images(images, labels, true))).folder();
    assertThat(made.manifest().images().listed()).isEqualTo(12);
    assertThat(made.manifest().images().used()).isEqualTo(10);
    assertThat(made.manifest().images().leftOut())
        .extracting("id")
        .containsExactly("ph_000005.png", third);
    assertThat(made.images().indexOf(third)).isEmpty();
  }

  @Test
  void predictions_that_are_no_numbers_name_run_sparsity_and_image() {
    var writing =
        new TableWriting(
            new ImageTable(
                List.of(),
                List.of(),
                List.of(
                    new ImageRow("a.png", "a.png", "00", List.of(), List.of()),
                    new ImageRow("b.png", "b.png", "01", List.of(), List.of()))),
            2,
            OutputKind.LOGITS,
            "run 1 (m.pt) at sparsity 0.90");
    Path file = folder.resolve("t.npy");
    assertThatThrownBy(() ->
            writing.write(file, sink -> sink.accept(0, new float[] {1, 2, 3, Float.NaN}), _ -> {}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("run 1 (m.pt) at sparsity 0.90")
        .hasMessageContaining("b.png");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_paused_comparison_stands_still_and_then_gives_the_same_bytes() throws Exception {
    var cancellation = new Cancellation();
    var reports = new AtomicInteger();
    Progress pauseInTheSecondTable =
        (stage, done, total) -> {
          reports.incrementAndGet();
          if (stage.contains("sparsity 0.50") && !cancellation.paused()) {
            cancellation.pause();
          }
        };
    var result = new CompletableFuture<ComparisonResult>();
    Thread worker =
        Thread.ofPlatform()
            .start(() ->
                result.complete(
                    ComparisonRun.run(options(model(0)), pauseInTheSecondTable, cancellation)));
    while (worker.getState() != Thread.State.WAITING || !cancellation.paused()) {
      Thread.onSpinWait();
    }
    int soFar = reports.get();
    assertThat(result).isNotDone();
    assertThat(out.resolve("manifest.json")).doesNotExist();
    assertThat(reports).hasValue(soFar);
    while (!result.isDone()) {
      cancellation.resume();
      Thread.onSpinWait();
    }
    byte[] paused = Files.readAllBytes(ComparisonFolder.tableFile(out, 0, new Sparsity(0.5)));
    out = folder.resolve("undisturbed");
    run(options(model(0)));
    assertThat(ComparisonFolder.tableFile(out, 0, new Sparsity(0.5))).hasBinaryContent(paused);
  }

  /** One decoding thread, so that the files come in order. */
  private ComparisonOptions oneByOne() {
    return options(model(0), model(1))
        .with(
            new ComparisonOptions.Prediction(
                Preprocessing.PAPER.withSize(128),
                false,
                null,
                ComparisonOptions.Machine.of(Device.CPU).with(5, 1)));
  }

  @Test
  void an_image_that_vanishes_in_mid_run_is_named_with_its_reason() {
    Progress delete =
        (stage, done, total) -> {
          if (stage.equals("Reading images") && done == 1) {
            delete(images.resolve("ph_000011.png"));
          }
        };
    assertThatThrownBy(() -> ComparisonRun.run(oneByOne(), delete, new Cancellation()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("1 of 12 images are missing or unreadable")
        .hasMessageContaining("ph_000011.png: cannot be read");
    assertThat(out.resolve("manifest.json")).doesNotExist();
  }

  @Test
  void a_checkpoint_that_vanishes_in_mid_run_leaves_what_was_finished() throws IOException {
    Path copy = Files.copy(model(1), folder.resolve("seed-1.pt"));
    Progress delete =
        (stage, done, total) -> {
          if (stage.startsWith("Run 1 of 2") && Files.exists(copy)) {
            delete(copy);
          }
        };
    ComparisonOptions both =
        oneByOne()
            .with(
                new ComparisonOptions.Models(
                    List.of(model(0), copy),
                    List.of(),
                    Fixtures.phantom("models/classes.txt"),
                    null));
    assertThatThrownBy(() -> ComparisonRun.run(both, delete, new Cancellation()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("seed-1.pt is missing");
    Files.copy(model(1), copy);
    assertThat(run(both).tablesMade()).isEqualTo(3);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
