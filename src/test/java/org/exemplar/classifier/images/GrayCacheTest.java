package org.exemplar.classifier.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.crypto.Sha256;
import org.exemplar.radiograph.Gray8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrayCacheTest {
  private static final long LIMIT = 1 << 20;
  private static final Sha256 A = Sha256.ofText("a");
  private static final Sha256 B = Sha256.ofText("b");

  @TempDir Path folder;

  private static Gray8 picture(int value) {
    return Gray8.of(2, 2, new byte[] {(byte) value, 1, 2, 3});
  }

  private static byte[] row(GrayCache cache, int slot) {
    var bytes = new byte[4];
    cache.map(new int[] {slot}).copy(0, bytes);
    return bytes;
  }

  @Test
  void pictures_are_found_again_by_their_source() {
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      assertThat(cache.find(A)).isNull();
      cache.add(A, picture(10));
      cache.add(B, picture(200));
    }
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      assertThat(row(cache, cache.find(B))).containsExactly(200, 1, 2, 3);
      assertThat(row(cache, cache.find(A))).containsExactly(10, 1, 2, 3);
    }
  }

  @Test
  void a_damaged_picture_is_not_trusted() throws IOException {
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      cache.add(A, picture(10));
    }
    Path pack = folder.resolve("gray-1-2/pictures.pack");
    Files.write(pack, new byte[] {11, 1, 2, 3});
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      assertThat(cache.find(A)).isNull();
    }
  }

  @Test
  void a_picture_cut_off_while_it_was_written_is_not_there() throws IOException {
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      cache.add(A, picture(10));
      cache.add(B, picture(20));
    }
    Path pack = folder.resolve("gray-1-2/pictures.pack");
    Files.write(pack, new byte[] {10, 1, 2, 3, 20, 1});
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      assertThat(cache.find(A)).isZero();
      assertThat(cache.find(B)).isNull();
      assertThat(cache.add(B, picture(20))).isEqualTo(1);
      assertThat(row(cache, 1)).containsExactly(20, 1, 2, 3);
    }
  }

  @Test
  void a_pack_over_its_limit_is_begun_anew() {
    try (GrayCache cache = GrayCache.open(folder, 2, LIMIT)) {
      cache.add(A, picture(10));
    }
    try (GrayCache cache = GrayCache.open(folder, 2, 3)) {
      assertThat(cache.find(A)).isNull();
    }
  }

  @Test
  void a_second_holder_gets_a_pack_of_its_own_that_goes_when_closed() throws IOException {
    try (GrayCache first = GrayCache.open(folder, 2, LIMIT)) {
      first.add(A, picture(10));
      try (GrayCache second = GrayCache.open(folder, 2, LIMIT)) {
        assertThat(second.find(A)).isNull();
        second.add(A, picture(10));
      }
      try (var left = Files.list(folder)) {
        assertThat(left).containsExactly(folder.resolve("gray-1-2"));
      }
    }
  }

  @Test
  void pictures_of_another_size_are_refused() {
    try (GrayCache cache = GrayCache.open(folder, 3, LIMIT)) {
      assertThatThrownBy(() -> cache.add(A, picture(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
