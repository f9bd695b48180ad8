package org.exemplar.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.export.RatingSheet.Place;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.export.RatingSheet.Source;
import org.exemplar.export.RatingSheet.Value;
import org.exemplar.study.Orientation;

/** Two readers, four cases, three questions; one answer missing, one "cannot judge". */
final class SheetFixture {
  private SheetFixture() {}

  static RatingSheet sheet(boolean unblinded) {
    List<SheetCase> cases = new ArrayList<>();
    List<SheetRating> ratings = new ArrayList<>();
    for (int c = 1; c <= 4; c++) {
      String id = "C" + c;
      Optional<Boolean> pie = unblinded ? Optional.of(c % 2 == 0) : Optional.empty();
      cases.add(new SheetCase(id, pie, unblinded ? Optional.of("ab" + c) : Optional.empty()));
      for (int r = 1; r <= 2; r++) {
        Place place = new Place("R0" + r, c, 1, false);
        ratings.add(rating(place, id, "label_disagreement", (c + r) % 2));
        if (c != 3 || r != 2) {
          ratings.add(rating(place, id, "image_quality", 1 + (c + r) % 5));
        }
        ratings.add(
            c == 4 && r == 1
                ? cannotJudge(place, id)
                : rating(place, id, "difficulty", 1 + (2 * c + r) % 5));
      }
    }
    ratings.add(rating(new Place("R01", 5, 2, false), "C1", "difficulty", 5));
    ratings.add(rating(new Place("R01", 6, 1, true), "P1", "difficulty", 1));
    return new RatingSheet(
        new Source("study-1", "00ff", false),
        List.of(
            new SheetQuestion(
                "label_disagreement",
                "Label",
                "Do you agree, \"fully\"?",
                Orientation.HIGHER,
                ordered("Agree", "Disagree", 0)),
            new SheetQuestion(
                "image_quality",
                "Quality",
                "How good?",
                Orientation.LOWER,
                ordered("Poor", "Good", 1)),
            new SheetQuestion(
                "difficulty", "Difficulty", "How hard?", Orientation.HIGHER, Map.of())),
        cases,
        List.of("R01", "R02"),
        new RatingSheet.Answers(ratings, List.of()));
  }

  private static Map<Integer, String> ordered(String first, String second, int from) {
    Map<Integer, String> points = new LinkedHashMap<>();
    points.put(from, first);
    points.put(from + 1, second);
    return points;
  }

  private static SheetRating rating(Place place, String id, String question, double code) {
    Value value = new Value(OptionalDouble.of(code), "words, \"quoted\"", 1, "a comment\nof two");
    return new SheetRating(place, id, question, value, Optional.empty());
  }

  private static SheetRating cannotJudge(Place place, String id) {
    Value value = new Value(OptionalDouble.empty(), "Cannot judge", 0, "");
    return new SheetRating(place, id, "difficulty", value, Optional.empty());
  }
}
