package org.exemplar.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void the_sentence_is_the_message() {
    var problem = new Problem("labels.csv, row 3: no image a.png; add it or remove the row.");
    assertThat(problem).hasMessage("labels.csv, row 3: no image a.png; add it or remove the row.");
  }
}
