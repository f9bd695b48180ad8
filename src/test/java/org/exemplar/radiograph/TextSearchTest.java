package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSearchTest {
  private static final int SIDE = 1024;

  @ParameterizedTest
  @CsvSource({
    "DOE JOHN, 2, 255, 60,  100",
    "TABLE,    3, 255, 700, 60",
    "PORTABLE, 5, 240, 500, 900",
    "AP ERECT, 3, 0,   300, 500"
  })
  void text_is_found_wherever_it_stands(String text, int dot, int gray, int x, int y) {
    int[][] picture = smooth(1);
    write(picture, text, dot, gray, x, y);

    List<PixelRegion> found = TextSearch.find(neutral(picture));

    PixelRegion words = new PixelRegion(y, x, 7 * dot, 20 * dot);
    assertThat(found)
        .anySatisfy(region -> {
          assertThat(region.meets(words)).isTrue();
          assertThat(region.rows()).isBetween(7 * dot, 7 * dot + 16);
        });
  }

  @Test
  void text_that_runs_downwards_is_found() {
    int[][] across = smooth(2);
    write(across, "SUPINE", 3, 255, 600, 900);
    int[][] down = new int[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        down[x][y] = across[y][x];
      }
    }

    assertThat(TextSearch.find(neutral(down)))
        .anySatisfy(region -> assertThat(region.rows()).isGreaterThan(2 * region.columns()));
  }

  @Test
  void a_film_without_text_has_none_and_a_masked_text_is_gone() {
    int[][] picture = smooth(3);
    assertThat(TextSearch.find(neutral(picture))).isEmpty();

    write(picture, "DOE", 3, 255, 300, 300);
    NeutralRadiograph named = neutral(picture);
    NeutralRadiograph masked = named.masked(TextSearch.find(named));

    assertThat(TextSearch.find(named)).hasSize(1);
    assertThat(TextSearch.find(masked)).isEmpty();
    assertThat(masked.value(305, 305)).isZero();
    assertThat(masked.value(600, 600)).isEqualTo(named.value(600, 600));
  }

  @Test
  void the_word_portable_on_a_real_film_is_found() {
    RadiographFiles files = RadiographFiles.installed();
    NeutralRadiograph film =
        NeutralRadiograph.of(files.read(SharedData.file("nih-real/originals/00019534_000.png")));

    assertThat(TextSearch.find(film))
        .anyMatch(region -> region.meets(new PixelRegion(540, 850, 10, 60)));
  }

  /** Letters of 5 × 7 dots, each row five bits. */
  private static final Map<Character, int[]> LETTERS =
      Map.ofEntries(
          Map.entry('A', new int[] {14, 17, 17, 31, 17, 17, 17}),
          Map.entry('B', new int[] {30, 17, 17, 30, 17, 17, 30}),
          Map.entry('C', new int[] {14, 17, 16, 16, 16, 17, 14}),
          Map.entry('D', new int[] {30, 17, 17, 17, 17, 17, 30}),
          Map.entry('E', new int[] {31, 16, 16, 30, 16, 16, 31}),
          Map.entry('H', new int[] {17, 17, 17, 31, 17, 17, 17}),
          Map.entry('I', new int[] {14, 4, 4, 4, 4, 4, 14}),
          Map.entry('J', new int[] {7, 2, 2, 2, 2, 18, 12}),
          Map.entry('L', new int[] {16, 16, 16, 16, 16, 16, 31}),
          Map.entry('N', new int[] {17, 25, 21, 19, 17, 17, 17}),
          Map.entry('O', new int[] {14, 17, 17, 17, 17, 17, 14}),
          Map.entry('P', new int[] {30, 17, 17, 30, 16, 16, 16}),
          Map.entry('R', new int[] {30, 17, 17, 30, 20, 18, 17}),
          Map.entry('S', new int[] {15, 16, 16, 14, 1, 1, 30}),
          Map.entry('T', new int[] {31, 4, 4, 4, 4, 4, 4}),
          Map.entry('U', new int[] {17, 17, 17, 17, 17, 17, 14}),
          Map.entry(' ', new int[7]));

  /** Writes with its upper left corner at a place, each dot a square. */
  private static void write(int[][] picture, String text, int dot, int gray, int x, int y) {
    for (int i = 0; i < text.length(); i++) {
      int[] letter = LETTERS.get(text.charAt(i));
      for (int down = 0; down < 7 * dot; down++) {
        for (int along = 0; along < 5 * dot; along++) {
          if ((letter[down / dot] >> (4 - along / dot) & 1) == 1) {
            picture[y + down][x + 6 * dot * i + along] = gray;
          }
        }
      }
    }
  }

  /** Broad shadows and a little noise, as a film has. */
  private static int[][] smooth(long seed) {
    int[][] picture = new int[SIDE][SIDE];
    SplittableRandom random = new SplittableRandom(seed);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double shade = 100 + 40 * Math.sin(x / 140.0) * Math.cos(y / 170.0);
        picture[y][x] = (int) (shade + 8 * (random.nextDouble() - 0.5));
      }
    }
    return picture;
  }

  private static NeutralRadiograph neutral(int[][] picture) {
    short[] values = new short[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (257 * picture[i / SIDE][i % SIDE]);
    }
    return NeutralRadiograph.of(SIDE, SIDE, values, null, List.of(DisplayWindow.FULL));
  }
}
