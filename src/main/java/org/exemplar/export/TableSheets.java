package org.exemplar.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.RatingRow;
import org.exemplar.blinding.Arm;
import org.exemplar.export.RatingSheet.Place;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.export.RatingSheet.Source;
import org.exemplar.export.RatingSheet.Value;
import org.exemplar.study.Orientation;

/** Takes the ratings out of a bare table with arms. */
public final class TableSheets {
  private TableSheets() {}

  /**
   * A table's ratings.
   *
   * @param orientations of every question
   * @param simulated whether the ratings were made by a program
   */
  public static RatingSheet of(
      ArmedRatings table, Map<String, Orientation> orientations, boolean simulated) {
    List<SheetCase> cases =
        table.arms().entrySet().stream()
            .map(each ->
                new SheetCase(
                    each.getKey(), Optional.of(each.getValue() == Arm.PIE), Optional.empty()))
            .toList();
    List<SheetQuestion> questions =
        table.questions().stream()
            .map(id ->
                new SheetQuestion(
                    id, id, "", orientations.getOrDefault(id, Orientation.HIGHER), Map.of()))
            .toList();
    List<SheetRating> ratings = new ArrayList<>();
    for (String question : table.questions()) {
      for (RatingRow row : table.answers(question)) {
        String words = row.value().isPresent() ? "" : "cannot judge";
        ratings.add(
            new SheetRating(
                new Place(row.reader(), 0, 1, false),
                row.caseId(),
                question,
                new Value(row.value(), words, 0, ""),
                Optional.empty()));
      }
    }
    return new RatingSheet(
        new Source("", "", simulated),
        questions,
        cases,
        table.readers(),
        new RatingSheet.Answers(ratings, List.of()));
  }
}
