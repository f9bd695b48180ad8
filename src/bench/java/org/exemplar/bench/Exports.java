package org.exemplar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.RatingSheet.Place;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.export.RatingSheet.Value;
import org.exemplar.study.Orientation;

/** 108,000 ratings (9 readers × 4,000 cases × 3 questions), written in every format. */
final class Exports implements Workload {
  private static final int READERS = 9;
  private static final int CASES = 4_000;
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");

  private final Path folder;
  private final RatingSheet sheet = sheet();

  /**
   * @param folder where the files go
   */
  Exports(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RatingSheet sheet() {
    List<SheetCase> cases =
        IntStream.rangeClosed(1, CASES)
            .mapToObj(each -> new SheetCase(name(each), Optional.of(each % 2 == 0), Optional.empty()))
            .toList();
    List<String> readers = IntStream.rangeClosed(1, READERS).mapToObj(each -> "R0" + each).toList();
    List<SheetQuestion> questions =
        QUESTIONS.stream()
            .map(id -> new SheetQuestion(id, id, "How is it?", Orientation.HIGHER, Map.of()))
            .toList();
    return new RatingSheet(
        new RatingSheet.Source("study-1", "00ff", true),
        questions,
        cases,
        readers,
        new RatingSheet.Answers(ratings(readers), List.of()));
  }

  private static List<SheetRating> ratings(List<String> readers) {
    var draw = new SplittableRandom(3);
    var ratings = new ArrayList<SheetRating>();
    for (String reader : readers) {
      for (int position = 1; position <= CASES; position++) {
        for (String question : QUESTIONS) {
          int code = 1 + draw.nextInt(5);
          var value = new Value(OptionalDouble.of(code), "Point " + code, 0, "");
          var place = new Place(reader, position, 1, false);
          ratings.add(new SheetRating(place, name(position), question, value, Optional.empty()));
        }
      }
    }
    return ratings;
  }

  private static String name(int number) {
    return "C" + (10_000 + number);
  }

  @Override
  public Map<String, Object> once() {
    var seconds = new LinkedHashMap<String, Double>();
    for (ExportFormat format : ExportFormat.values()) {
      long start = System.nanoTime();
      format.write(sheet, folder.resolve(format == ExportFormat.VIA ? "via" : "ratings_" + format));
      seconds.put(format.word(), (System.nanoTime() - start) / 1e9);
    }
    return Map.of("formats", seconds);
  }
}
