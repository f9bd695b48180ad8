package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnblindViewModelTest {
  @Test
  void the_button_to_unblind_wakes_only_when_all_is_there() {
    UnblindViewModel unblind = new UnblindViewModel(2);
    unblind.keyProperty().set("key.json");
    unblind.passphraseProperty().set("words");
    unblind.reasonProperty().set("too short");
    unblind.knowsMissingProperty().set(true);
    assertThat(unblind.readyProperty().get()).isFalse();
    unblind.reasonProperty().set("Reading closed on 24 Nov as planned.");
    assertThat(unblind.readyProperty().get()).isTrue();
    unblind.knowsMissingProperty().set(false);
    assertThat(unblind.readyProperty().get()).isFalse();
  }
}
