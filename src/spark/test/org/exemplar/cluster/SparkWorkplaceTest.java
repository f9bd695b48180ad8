package org.exemplar.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.crypto.Sha256;
import org.junit.jupiter.api.Test;

class SparkWorkplaceTest {
  @Test
  void shares_are_even_but_neither_tiny_nor_too_large_for_memory() {
    assertThat(SparkWorkplace.perShare(450, 2, 256)).isEqualTo(75);
    assertThat(SparkWorkplace.perShare(20, 64, 256)).isEqualTo(16);
    assertThat(SparkWorkplace.perShare(1_000_000, 8, 256)).isEqualTo(1024);
    assertThat(SparkWorkplace.perShare(100, 8, 8192)).isEqualTo(1);
  }

  @Test
  void the_first_share_with_a_picture_is_found_behind_images_that_cannot_be_read() {
    List<Looked> looked =
        new ArrayList<>(Collections.nCopies(10, new Looked(null, -1, "cannot be read")));
    looked.set(5, new Looked(Sha256.ofText("an image"), 0, ""));
    assertThat(SparkWorkplace.firstShare(looked, 3)).isEqualTo(1);
    assertThat(SparkWorkplace.firstShare(looked, 1)).isZero();
    assertThat(SparkWorkplace.firstShare(looked, 10)).isEqualTo(5);
    looked.set(6, looked.get(5));
    looked.set(5, looked.get(0));
    assertThat(SparkWorkplace.firstShare(looked, 3)).isEqualTo(2);
  }
}
