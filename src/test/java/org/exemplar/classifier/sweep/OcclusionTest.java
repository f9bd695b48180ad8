package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.torch.Device;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcclusionTest {
  @TempDir Path folder;
  private Path checkpoint;
  private Path image;
  private ComparisonFolder comparison;

  @BeforeEach
  void compare_one_phantom() throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    List<String> lines = Files.readAllLines(Fixtures.phantom("labels.csv")).subList(0, 2);
    String id = lines.get(1).split(",", -1)[0];
    image = images.resolve(id);
    Files.copy(Fixtures.phantom("images/" + id), image);
    checkpoint = folder.resolve("seed-0.pt");
    Files.copy(Fixtures.phantom("models/seed-0_chkpt.pt"), checkpoint);
    Path labels = Files.write(folder.resolve("labels.csv"), lines);
    comparison =
        ComparisonRun.run(
                ComparisonOptions.of(
                        images,
                        List.of(checkpoint),
                        new ComparisonOptions.Place(
                            folder.resolve("out"), Fixtures.cache(), "0.1.0-test"))
                    .with(new ComparisonOptions.Images(images, labels, false))
                    .with(
                        new ComparisonOptions.Pruned(
                            PruningMethod.L1, 0, Sparsity.parseList("0.9"), null))
                    .with(
                        new ComparisonOptions.Prediction(
                            Preprocessing.PAPER.withSize(128),
                            false,
                            null,
                            ComparisonOptions.Machine.of(Device.CPU).with(5, 2))),
                Progress.NONE,
                new Cancellation())
            .folder();
  }

  private Occlusion.Request request(Gray8 film) {
    return new Occlusion.Request(comparison, film, new Sparsity(0.9), Fixtures.cache());
  }

  private Gray8 film() {
    return RadiographFiles.installed().gray8(image);
  }

  @Test
  void covering_a_part_changes_what_the_networks_say_and_both_have_a_map_of_their_own() {
    List<Occlusion.RunMaps> told = new ArrayList<>();
    List<Occlusion.RunMaps> maps =
        Occlusion.of(request(film()), told::add, Progress.NONE, new Cancellation());
    assertThat(maps).hasSize(1).isEqualTo(told);
    OcclusionMap dense = maps.getFirst().dense();
    OcclusionMap pruned = maps.getFirst().pruned();
    assertThat(dense.findings()).isEqualTo(20);
    assertThat(dense.cells()).isEqualTo(Occlusion.CELLS);
    double apart = 0;
    double most = 0;
    for (int f = 0; f < 20; f++) {
      most = Math.max(most, dense.largest(f));
      apart = Math.max(apart, Math.abs(dense.drop(7, 7, f) - pruned.drop(7, 7, f)));
    }
    assertThat(most).isGreaterThan(0.1);
    assertThat(apart).isGreaterThan(1e-3);
  }

  @Test
  void an_image_of_one_gray_has_nothing_to_cover() {
    byte[] gray = new byte[128 * 128];
    java.util.Arrays.fill(gray, (byte) 90);
    OcclusionMap map =
        Occlusion.of(request(Gray8.of(128, 128, gray)), m -> {}, Progress.NONE, new Cancellation())
            .getFirst()
            .dense();
    for (int f = 0; f < 20; f++) {
      assertThat(map.largest(f)).isLessThan(1e-4);
    }
  }

  @Test
  void a_checkpoint_that_is_gone_or_changed_is_told_in_a_sentence() throws IOException {
    Gray8 film = film();
    Files.write(checkpoint, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(
            () -> Occlusion.of(request(film), m -> {}, Progress.NONE, new Cancellation()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has changed since the comparison");
    Files.delete(checkpoint);
    assertThatThrownBy(
            () -> Occlusion.of(request(film), m -> {}, Progress.NONE, new Cancellation()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no longer there");
  }

  @Test
  void it_can_be_cancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    Gray8 film = film();
    assertThatThrownBy(() -> Occlusion.of(request(film), m -> {}, Progress.NONE, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void the_mean_of_maps_is_taken_cell_by_cell() {
    OcclusionMap a = new OcclusionMap(1, 2, new float[] {1, -2});
    OcclusionMap b = new OcclusionMap(1, 2, new float[] {3, -4});
    OcclusionMap mean = OcclusionMap.mean(List.of(a, b));
    assertThat(mean.drop(0, 0, 0)).isEqualTo(2);
    assertThat(mean.drop(0, 0, 1)).isEqualTo(-3);
    assertThat(mean.largest(1)).isZero();
  }
}
