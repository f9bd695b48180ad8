package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.exemplar.classifier.comparison.Sparsity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerViewModelTest {
  private Exploration exploration;
  private ExplorerViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    exploration = ExampleComparison.in(folder);
    model =
        new ExplorerViewModel(
            exploration,
            Runnable::run,
            Runnable::run,
            e -> {
              throw new AssertionError(e);
            });
  }

  private Shown shown() {
    return Objects.requireNonNull(model.shownProperty().get());
  }

  @Test
  void opens_on_all_images_at_ninety_per_cent_lowest_agreement_first() {
    assertThat(shown().images()).hasSize(40);
    assertThat(shown().level().sparsity()).isEqualTo(new Sparsity(0.9));
    assertThat(shown().level().selection().pies())
        .hasSize(2)
        .isEqualTo(shown().images().subList(0, 2));
    assertThat(shown().images().stream().map(i -> shown().level().agreement().value(i)).toList())
        .isSorted();
  }

  @Test
  void filters_all_hold_and_can_be_undone_one_by_one() {
    model.change(s -> s.with(new Filter.Given(1, "Emphysema")));
    assertThat(shown().images()).hasSize(10).allMatch(i -> exploration.given(i, 1));
    model.change(s -> s.with(new Filter.Count(2)));
    assertThat(shown().images()).hasSize(5).allMatch(i -> i % 8 == 0);
    model.undo();
    assertThat(shown().images()).hasSize(10);
    model.undo();
    assertThat(shown().images()).hasSize(40);
    assertThat(model.undoableProperty().get()).isFalse();
  }

  @Test
  void hidden_images_stay_in_the_histogram() {
    model.change(s -> s.with(new Filter.NoFinding()));
    assertThat(shown().images()).hasSize(10);
    assertThat(shown().bins().bins().stream().mapToInt(AgreementBins.Bin::total).sum())
        .isEqualTo(40);
    assertThat(shown().bins().bins().stream().mapToInt(b -> b.shown() + b.shownPies()).sum())
        .isEqualTo(10);
  }

  @Test
  void a_rank_filter_keeps_images_whose_given_finding_moved_that_way() {
    model.change(s -> s.with(new Filter.RankChange(true)));
    assertThat(shown().images())
        .isNotEmpty()
        .allSatisfy(image -> {
          ImageReading reading = ImageReading.of(exploration, image, new Sparsity(0.9));
          assertThat(reading.findings())
              .anyMatch(f -> f.given() && f.after().rank() > f.before().rank());
        });
  }

  @Test
  void searching_finds_ids_and_given_findings() {
    model.change(s -> s.searching("film-07"));
    assertThat(shown().images()).containsExactly(7);
    model.change(s -> s.searching("pleural"));
    assertThat(shown().images()).hasSize(5).allMatch(i -> i % 8 == 5);
  }

  @Test
  void dragging_the_criterion_is_one_step_of_undo() {
    model.drag(10);
    model.drag(20);
    model.drag(25);
    assertThat(shown().level().selection().pies()).hasSize(10);
    model.drop();
    model.undo();
    assertThat(shown().level().selection().pies()).hasSize(2);
  }

  @Test
  void the_criterion_moves_by_one_image_and_never_below_one() {
    model.choosePies(model.pies() + 1);
    assertThat(shown().level().selection().pies()).hasSize(3);
    model.choosePies(0);
    assertThat(shown().level().selection().pies()).hasSize(1);
  }

  @Test
  void the_boundary_lies_between_the_last_pie_and_the_next_image() {
    List<Integer> images = shown().images();
    assertThat(shown().level().boundary())
        .isBetween(
            shown().level().agreement().value(images.get(1)),
            shown().level().agreement().value(images.get(2)));
  }

  @Test
  void only_the_newest_state_is_shown_when_changes_overtake_the_work() {
    Deque<Runnable> work = new ArrayDeque<>();
    var slow = new ExplorerViewModel(exploration, work::add, Runnable::run, e -> {});
    slow.change(s -> s.at(new Sparsity(0.5)));
    slow.change(s -> s.at(new Sparsity(0.95)));
    List<Sparsity> seen = new ArrayList<>();
    slow.shownProperty()
        .addListener((o, was, now) -> seen.add(Objects.requireNonNull(now).state().sparsity()));
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
    assertThat(seen).containsExactly(new Sparsity(0.9), new Sparsity(0.95));
    assertThat(slow.workingProperty().get()).isFalse();
  }
}
