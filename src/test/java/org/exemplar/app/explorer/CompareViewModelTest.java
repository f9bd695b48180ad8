package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
  @TempDir Path folder;
  private final CompareViewModel form = new CompareViewModel();

  private static CheckpointFacts usable(Path file) {
    return new CheckpointFacts(file, "ResNet", 14, new CheckpointFacts.Weights(1000, 0), "ab", "");
  }

  @Test
  void asks_for_one_thing_after_the_other_and_gives_the_options_of_the_command_line() {
    assertThat(form.missingProperty().get()).isEqualTo("Choose the folder of images.");
    form.imagesProperty().set(folder.toString());
    assertThat(form.missingProperty().get()).isEqualTo("Add at least one checkpoint.");
    form.checkpoints().add(usable(folder.resolve("seed-0.pt")));
    assertThat(form.missingProperty().get()).contains("to be kept");
    form.outProperty().set(folder.resolve("comparison").toString());
    assertThat(form.missingProperty().get()).isEmpty();
    form.methodProperty().set(PruningMethod.LAYER_L1);
    ComparisonOptions options = form.options(folder.resolve("cache"), "test");
    assertThat(options.pruning().sparsities()).hasSize(19);
    assertThat(options.pruning().method()).isEqualTo(PruningMethod.LAYER_L1);
    assertThat(options.images().labels()).isNull();
  }

  @Test
  void waits_for_a_decision_about_files_that_cannot_be_used() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.pt"), "no checkpoint");
    CheckpointFacts facts = CheckpointFacts.of(broken);
    assertThat(facts.refused()).isTrue();
    assertThat(facts.refusal()).contains("broken.pt");
    form.imagesProperty().set(folder.toString());
    form.outProperty().set(folder.resolve("comparison").toString());
    form.checkpoints().setAll(usable(folder.resolve("seed-0.pt")), facts);
    assertThat(form.missingProperty().get()).isEqualTo("Leave out the file that cannot be used.");
    form.checkpoints().remove(facts);
    assertThat(form.missingProperty().get()).isEmpty();
  }

  @Test
  void a_network_with_many_zero_weights_is_called_pruned_already() {
    CheckpointFacts pruned =
        new CheckpointFacts(folder, "ResNet", 14, new CheckpointFacts.Weights(1000, 600), "ab", "");
    assertThat(pruned.prunedAlready()).isTrue();
    assertThat(pruned.weights().zeroShare()).isEqualTo(0.6);
  }

  @Test
  void says_what_is_wrong_with_sparsities_and_sizes() {
    form.imagesProperty().set(folder.toString());
    form.outProperty().set(folder.resolve("comparison").toString());
    form.checkpoints().add(usable(folder.resolve("seed-0.pt")));
    form.sparsitiesProperty().set("1.5");
    assertThat(form.missingProperty().get()).contains("Sparsities");
    form.sparsitiesProperty().set("0.5,0.9");
    form.sizeProperty().set("big");
    assertThat(form.missingProperty().get()).contains("input size");
  }
}
