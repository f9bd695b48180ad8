package org.exemplar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.demo.disease.Finding;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmSetTest {
  private static final int COUNT = 12;
  private static final int SIDE = 96;

  @TempDir Path folder;

  private FilmSet set(FilmFormat format, long seed) {
    return new FilmSet(new FilmSet.Order(COUNT, SIDE, seed, true, format), folder);
  }

  private static void make(FilmSet set, int threads) {
    set.make(threads, Progress.NONE, new Cancellation());
  }

  @Test
  void dicom_reads_back_bit_for_bit_in_both_polarities() {
    FilmSet set = set(FilmFormat.DICOM, 4);
    make(set, 2);
    FilmMaker maker = new FilmMaker(4, SIDE, true);
    RadiographFiles files = RadiographFiles.installed();
    int inverted = 0;
    for (int number = 0; number < COUNT; number++) {
      Film film = maker.film(number);
      Radiograph read = files.read(set.images().resolve("film-%05d.dcm".formatted(number)));
      assertThat(read.warnings()).isEmpty();
      assertThat(read.pixels().bitsStored()).isEqualTo(12);
      assertThat(read.spacing()).isNotNull();
      assertThat(read.spacing().kind()).isEqualTo(PixelSpacing.Kind.AT_DETECTOR);
      boolean turned = read.grayscale().photometric() == Photometric.MONOCHROME1;
      assertThat(turned).isEqualTo(film.about().inverted());
      inverted += turned ? 1 : 0;
      GrayscaleRendering shown = GrayscaleRendering.of(read);
      for (int i = 0; i < film.values().length; i += 7) {
        int stored = read.pixels().value(i);
        int value = film.values()[i];
        assertThat(stored).isEqualTo(turned ? Film.WHITE - value : value);
        assertThat(shown.display(stored)).isCloseTo(value / 4095.0, within(0.0006));
      }
    }
    assertThat(inverted).isBetween(1, COUNT - 1);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void png_shows_the_same_picture_as_dicom() throws IOException {
    FilmSet set = set(FilmFormat.PNG, 4);
    make(set, 1);
    Film film = new FilmMaker(4, SIDE, true).film(5);
    Path file = set.images().resolve("film-00005.png");
    Radiograph read = RadiographFiles.installed().read(file);
    for (int i = 0; i < film.values().length; i++) {
      assertThat(read.pixels().value(i) >>> 4).isEqualTo(film.values()[i]);
    }
    assertThat(RadiographFiles.installed().gray8(file).value(4000))
        .isCloseTo(film.values()[4000] >> 4, org.assertj.core.data.Offset.offset(1));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG");
  }

  @Test
  void labels_name_each_film_and_every_finding() throws IOException {
    FilmSet set = set(FilmFormat.PNG, 9);
    make(set, 2);
    List<String> lines = Files.readAllLines(set.labels());
    assertThat(lines).hasSize(COUNT + 1);
    assertThat(lines.getFirst().split(",")).hasSize(Finding.values().length + 2);
    assertThat(lines.getFirst()).startsWith("id,No Finding,Infiltration,Effusion,");
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(set.images().resolve(line.split(",")[0])).exists())
        .allSatisfy(line -> assertThat(line).contains(",1,"));
    assertThat(folder.resolve("truth.csv")).content().contains("view,polarity");
  }

  @Test
  void a_second_start_makes_only_what_is_missing_and_the_same_again() throws IOException {
    FilmSet set = set(FilmFormat.PNG, 5);
    make(set, 2);
    Path kept = set.images().resolve("film-00001.png");
    Path lost = set.images().resolve("film-00002.png");
    byte[] before = Files.readAllBytes(lost);
    String labels = Files.readString(set.labels());
    Files.writeString(kept, "untouched");
    Files.delete(lost);
    make(set, 1);
    assertThat(kept).hasContent("untouched");
    assertThat(lost).hasBinaryContent(before);
    assertThat(set.labels()).hasContent(labels);
  }

  @Test
  void a_folder_of_other_films_is_refused() {
    make(set(FilmFormat.PNG, 5), 2);
    assertThatThrownBy(() -> make(set(FilmFormat.PNG, 6), 2))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("holds other films");
  }

  @Test
  void senseless_orders_are_refused_in_plain_words() {
    assertThatThrownBy(() -> new FilmSet.Order(0, 128, 1, true, FilmFormat.PNG))
        .isInstanceOf(Problem.class)
        .hasMessage("The number of films must be from 1 to 100000, not 0.");
    assertThatThrownBy(() -> new FilmSet.Order(1, 8000, 1, true, FilmFormat.PNG))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("8000");
  }
}
