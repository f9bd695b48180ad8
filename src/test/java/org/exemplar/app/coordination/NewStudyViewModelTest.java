package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.study.ReaderId;
import org.exemplar.testing.MadeComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStudyViewModelTest {
  @TempDir Path folder;
  private final NewStudyViewModel form = new NewStudyViewModel();

  private void fill() {
    MadeComparison made = MadeComparison.of(folder.resolve("source"), 40);
    form.comparisonProperty().set(made.comparison().toString());
    form.imagesProperty().set(made.images().toString());
    form.protocolProperty().set(made.protocol(2, 1, 0).toString());
    form.readersProperty().set("R01, R02;R03");
    form.outProperty().set(folder.resolve("study").toString());
    form.passphraseProperty().set("four words are best");
    form.againProperty().set("four words are best");
  }

  @Test
  void says_one_thing_at_a_time_until_nothing_is_missing() {
    assertThat(form.missingProperty().get()).contains("finished comparison");
    fill();
    assertThat(form.missingProperty().get()).isEmpty();
    BuildOptions options = form.options();
    assertThat(options.readers())
        .containsExactly(new ReaderId("R01"), new ReaderId("R02"), new ReaderId("R03"));
    assertThat(options.chance().seed()).isEmpty();
  }

  @Test
  void refuses_two_different_passphrases_a_taken_folder_and_a_reader_named_twice() {
    fill();
    form.againProperty().set("another");
    assertThat(form.missingProperty().get()).contains("differ");
    fill();
    form.outProperty().set(folder.toString());
    assertThat(form.missingProperty().get()).contains("exists already");
    fill();
    form.readersProperty().set("R01, R01");
    assertThat(form.missingProperty().get()).contains("each once");
    assertThatThrownBy(form::options).isInstanceOf(IllegalStateException.class);
  }
}
