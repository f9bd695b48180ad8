package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.images.Decoding;
import org.exemplar.classifier.images.GrayCache;
import org.exemplar.classifier.images.ImageFiles;
import org.exemplar.classifier.images.ImagePlan;
import org.exemplar.classifier.images.Pictures;
import org.exemplar.classifier.torch.Device;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.PictureReader;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.RadiographReader;
import org.exemplar.radiograph.StoredDigest;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyOutputsTest {
  private static final int IMAGES = 12;
  private static final int FINDINGS = 20;
  private static final Preprocessing INPUT = Preprocessing.PAPER.withSize(128);
  private static final ComparisonOptions.Machine MACHINE =
      ComparisonOptions.Machine.of(Device.CPU).with(2, 2);

  @TempDir Path folder;
  private Path images;

  @BeforeEach
  void copy_a_few_phantoms() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    List<String> lines = Files.readAllLines(Fixtures.phantom("labels.csv")).subList(1, IMAGES + 1);
    for (String line : lines) {
      String id = line.split(",", -1)[0];
      Files.copy(Fixtures.phantom("images/" + id), images.resolve(id));
    }
  }

  /** Reads as ever, but the last image only after something else has happened. */
  private record WaitingReader(PictureReader reader, CountDownLatch gate, int[] read)
      implements RadiographReader {
    @Override
    public boolean canRead(Path file, byte[] head) {
      return reader.canRead(file, head);
    }

    @Override
    public Radiograph read(Path file, byte[] content) {
      return reader.read(file, content);
    }

    @Override
    public Gray8 gray8(Path file, byte[] content, int rows, int columns) {
      if (++read[0] == IMAGES) {
        try {
          assertThat(gate.await(1, TimeUnit.MINUTES))
              .as("a batch predicted before the last image is decoded")
              .isTrue();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return reader.gray8(file, content, rows, columns);
    }

    @Override
    public ImageInspection inspect(Path file, byte[] content, StoredDigest digest) {
      return reader.inspect(file, content, digest);
    }
  }

  /** Decodes on one thread and predicts meanwhile. */
  private Decoding.Decoded early(EarlyOutputs outputs, RadiographReader reader, Runnable batch) {
    RadiographFiles radiographs = RadiographFiles.with(List.of(reader));
    ImagePlan plan = ImagePlan.withoutLabels(ImageFiles.list(images, radiographs));
    try (GrayCache cache = GrayCache.open(folder.resolve("cache"), INPUT.size(), 1 << 30);
        Decoding.Running decoding =
            new Decoding(radiographs, cache, INPUT.size())
                .start(
                    plan,
                    new Decoding.Settings(List.of(), true, 1),
                    Progress.NONE,
                    new Cancellation())) {
      outputs.predict(
          Fixtures.torch(),
          decoding.pictures(),
          new EarlyOutputs.Work(MACHINE, IMAGES, new Cancellation(), _ -> batch.run()));
      return decoding.finish();
    }
  }

  private static EarlyOutputs outputs() {
    Path model = Fixtures.phantom("models/seed-0_chkpt.pt");
    RunFacts run =
        RunFacts.readAll(List.of(model), null, Progress.NONE, new Cancellation()).getFirst();
    return new EarlyOutputs(run, INPUT, FINDINGS);
  }

  private static List<float[]> replayed(EarlyOutputs outputs) {
    List<float[]> all = new ArrayList<>();
    outputs.replay((firstRow, raw) -> {
      assertThat(firstRow).isZero();
      all.add(raw);
    });
    return all;
  }

  /** The same network over pictures that are all there. */
  private static float[] afterwards(EarlyOutputs outputs, Pictures pictures) {
    float[] all = new float[pictures.count() * FINDINGS];
    try (LazyNetwork network = outputs.take().network();
        var predictor =
            new BatchPredictor(pictures, INPUT, FINDINGS, new BatchPredictor.Load(2, 2))) {
      predictor.all(
          network.dense(),
          new Cancellation(),
          (row, raw) -> System.arraycopy(raw, 0, all, row * FINDINGS, raw.length));
    }
    return all;
  }

  @Test
  void the_first_network_predicts_before_the_last_image_is_decoded() {
    var predicted = new CountDownLatch(1);
    try (EarlyOutputs outputs = outputs()) {
      Decoding.Decoded decoded =
          early(
              outputs,
              new WaitingReader(new PictureReader(), predicted, new int[1]),
              predicted::countDown);
      assertThat(decoded.table().size()).isEqualTo(IMAGES);
      List<float[]> replayed = replayed(outputs);
      assertThat(replayed).hasSize(1);
      assertThat(replayed.getFirst()).isEqualTo(afterwards(outputs, decoded.pictures()));
    }
  }

  @Test
  void an_image_that_cannot_be_read_has_no_row() throws IOException {
    Files.write(images.resolve("a_first.png"), new byte[] {1, 2, 3});
    Files.write(images.resolve("ph_000000a.png"), new byte[] {1, 2, 3});
    try (EarlyOutputs outputs = outputs()) {
      Decoding.Decoded decoded = early(outputs, new PictureReader(), () -> {});
      assertThat(decoded.table().size()).isEqualTo(IMAGES);
      assertThat(decoded.counts().leftOut()).hasSize(2);
      assertThat(replayed(outputs).getFirst())
          .hasSize(IMAGES * FINDINGS)
          .isEqualTo(afterwards(outputs, decoded.pictures()));
    }
  }

  @Test
  void without_any_picture_nothing_is_predicted_and_decoding_says_why() throws IOException {
    try (var listed = Files.list(images)) {
      for (Path image : listed.toList()) {
        Files.write(image, new byte[] {1});
      }
    }
    try (EarlyOutputs outputs = outputs()) {
      assertThatThrownBy(() -> early(outputs, new PictureReader(), () -> {}))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("No image can be used");
    }
  }
}
