package org.exemplar.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exemplar.demo.disease.Finding;

/** The tables beside the films. */
final class FilmTable {
  private FilmTable() {}

  /** File name of a film. */
  static String id(int number, FilmFormat format) {
    return String.format(Locale.ROOT, "film-%05d.%s", number, format.ending());
  }

  static String labels(List<Film.About> films, FilmFormat format) {
    return table(films, format, Film.About::given, "subj_id", film -> subject(film.number()));
  }

  static String truth(List<Film.About> films, FilmFormat format) {
    return table(
        films,
        format,
        Film.About::present,
        "view,polarity",
        film ->
            (film.portable() ? "AP," : "PA,") + (film.inverted() ? "MONOCHROME1" : "MONOCHROME2"));
  }

  private static String subject(int number) {
    return String.format(Locale.ROOT, "%08d", number);
  }

  private static String table(
      List<Film.About> films,
      FilmFormat format,
      Function<Film.About, Set<Finding>> findings,
      String lastColumns,
      Function<Film.About, String> last) {
    StringBuilder text = new StringBuilder("id,");
    text.append(String.join(",", FilmSet.findings())).append(',').append(lastColumns).append('\n');
    for (Film.About film : films) {
      Set<Finding> there = findings.apply(film);
      text.append(id(film.number(), format)).append(',');
      text.append(
          List.of(Finding.values()).stream()
              .map(finding -> there.contains(finding) ? "1" : "0")
              .collect(Collectors.joining(",")));
      text.append(',').append(last.apply(film)).append('\n');
    }
    return text.toString();
  }
}
