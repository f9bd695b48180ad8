package org.exemplar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.demo.disease.Finding;
import org.junit.jupiter.api.Test;

class FilmMakerTest {
  private static final int SIDE = 192;
  private static final FilmMaker MAKER = new FilmMaker(7, SIDE, true);

  @Test
  void the_same_seed_and_number_give_the_same_film_whatever_was_made_before() {
    short[] first = MAKER.film(3).values();
    FilmMaker other = new FilmMaker(7, SIDE, true);
    other.film(1);
    assertThat(other.film(3).values()).isEqualTo(first);
    assertThat(new FilmMaker(8, SIDE, true).film(3).values()).isNotEqualTo(first);
  }

  @Test
  void films_made_side_by_side_are_those_made_one_after_another() {
    List<Integer> one = IntStream.range(0, 6).mapToObj(FilmMakerTest::digest).toList();
    List<Integer> many = IntStream.range(0, 6).parallel().mapToObj(FilmMakerTest::digest).toList();
    assertThat(many).isEqualTo(one);
    assertThat(one).doesNotHaveDuplicates();
  }

  private static int digest(int number) {
    return Arrays.hashCode(MAKER.film(number).values());
  }

  @Test
  void values_use_twelve_bits_and_most_of_their_range() {
    for (int number = 0; number < 8; number++) {
      short[] values = MAKER.film(number).values();
      short[] sorted = values.clone();
      Arrays.sort(sorted);
      assertThat(sorted[0]).isNotNegative();
      assertThat(sorted[sorted.length - 1]).isLessThanOrEqualTo((short) Film.WHITE);
      int spread = sorted[(int) (0.95 * sorted.length)] - sorted[(int) (0.05 * sorted.length)];
      assertThat(spread).isGreaterThan(1800);
    }
  }

  @Test
  void lungs_are_darker_than_heart_and_abdomen() {
    for (int number = 0; number < 6; number++) {
      short[] film = MAKER.film(number, Set.of(Finding.NO_FINDING)).values();
      double lungs = (mean(film, 0.24, 0.34, 0.34, 0.5) + mean(film, 0.68, 0.34, 0.76, 0.5)) / 2;
      assertThat(mean(film, 0.46, 0.55, 0.56, 0.65)).isGreaterThan(lungs + 800);
      assertThat(mean(film, 0.3, 0.88, 0.45, 0.95)).isGreaterThan(lungs + 800);
    }
  }

  @Test
  void an_effusion_whitens_the_bases_and_leaves_the_apices_alone() {
    double bases = 0;
    double apices = 0;
    for (int number = 0; number < 6; number++) {
      bases += greatestChange(number, Finding.EFFUSION, 0.62, 0.76);
      apices += greatestChange(number, Finding.EFFUSION, 0.16, 0.28);
    }
    assertThat(bases / 6).isGreaterThan(350);
    assertThat(Math.abs(apices)).isLessThan(0.6 * bases);
  }

  /** The larger change of mean gray of the two lungs between these heights. */
  private static double greatestChange(int number, Finding finding, double top, double bottom) {
    short[] with = MAKER.film(number, Set.of(finding)).values();
    short[] without = MAKER.film(number, Set.of(Finding.NO_FINDING)).values();
    double right = mean(with, 0.14, top, 0.32, bottom) - mean(without, 0.14, top, 0.32, bottom);
    double left = mean(with, 0.68, top, 0.86, bottom) - mean(without, 0.68, top, 0.86, bottom);
    return Math.abs(right) > Math.abs(left) ? right : left;
  }

  @Test
  void a_large_heart_is_wider_and_a_pneumothorax_darkens_a_side() {
    double heart = 0;
    double side = 0;
    for (int number = 0; number < 8; number++) {
      short[] large = MAKER.film(number, Set.of(Finding.CARDIOMEGALY)).values();
      short[] usual = MAKER.film(number, Set.of(Finding.NO_FINDING)).values();
      heart += mean(large, 0.6, 0.5, 0.72, 0.66) - mean(usual, 0.6, 0.5, 0.72, 0.66);
      short[] fallen = MAKER.film(number, Set.of(Finding.PNEUMOTHORAX)).values();
      double right = mean(fallen, 0.13, 0.3, 0.2, 0.6) - mean(usual, 0.13, 0.3, 0.2, 0.6);
      double left = mean(fallen, 0.8, 0.3, 0.87, 0.6) - mean(usual, 0.8, 0.3, 0.87, 0.6);
      side += Math.min(left, right);
    }
    assertThat(heart / 8).isGreaterThan(200);
    assertThat(side / 8).isLessThan(-60);
  }

  @Test
  void every_finding_changes_the_film_of_the_same_person() {
    short[] healthy = MAKER.film(2, Set.of(Finding.NO_FINDING)).values();
    for (Finding finding : Finding.values()) {
      if (finding != Finding.NO_FINDING) {
        short[] ill = MAKER.film(2, Set.of(finding)).values();
        long changed =
            IntStream.range(0, ill.length).filter(i -> Math.abs(ill[i] - healthy[i]) > 80).count();
        assertThat(changed).as(finding.label()).isGreaterThan(15);
      }
    }
  }

  @Test
  void labels_are_altered_on_about_four_in_a_hundred_films() {
    long altered =
        IntStream.range(0, 3000)
            .mapToObj(MAKER::about)
            .filter(about -> !about.given().equals(about.present()))
            .count();
    assertThat(altered).isBetween(80L, 165L);
  }

  private static double mean(short[] values, double left, double top, double right, double bottom) {
    double sum = 0;
    int count = 0;
    for (int row = (int) (top * SIDE); row < bottom * SIDE; row++) {
      for (int column = (int) (left * SIDE); column < right * SIDE; column++) {
        sum += values[row * SIDE + column];
        count++;
      }
    }
    return sum / count;
  }
}
