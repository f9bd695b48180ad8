package org.exemplar.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.export.RatingSheet.Recorded;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.study.ViewState;

/** The program's own long table: one row per answer, every column described in the codebook. */
final class CanonicalTable {
  /** Names of the columns, in order. */
  static final List<String> HEADER =
      List.of(
          "study_id",
          "protocol_hash",
          "reader_id",
          "session_no",
          "position",
          "case_id",
          "image_sha256",
          "repeat_of",
          "is_practice",
          "arm",
          "question_id",
          "question_text",
          "value_kind",
          "value_code",
          "value_text",
          "value_score",
          "confidence",
          "comment",
          "first_shown_utc",
          "submitted_utc",
          "active_ms",
          "idle_ms",
          "swap_ms",
          "n_changes",
          "window_center",
          "window_width",
          "inverted",
          "zoom",
          "display_id",
          "display_check",
          "app_version");

  private final RatingSheet sheet;
  private final Map<String, SheetCase> cases = new HashMap<>();

  CanonicalTable(RatingSheet sheet) {
    this.sheet = sheet;
    sheet.cases().forEach(each -> cases.put(each.id(), each));
  }

  List<List<String>> rows() {
    return sheet.ratings().stream().map(this::row).toList();
  }

  private List<String> row(SheetRating rating) {
    Optional<SheetCase> shown = Optional.ofNullable(cases.get(rating.caseId()));
    Optional<SheetQuestion> question = sheet.question(rating.question());
    OptionalDouble code = rating.value().code();
    String score =
        question.isPresent() && code.isPresent()
            ? Cells.number(question.get().score(code.getAsDouble()))
            : "";
    Optional<Recorded> recorded = rating.recorded();
    Optional<ViewState> view = recorded.map(each -> each.circumstances().view());
    return List.of(
        sheet.source().studyId(),
        sheet.source().protocolDigest(),
        rating.place().reader(),
        recorded
            .filter(each -> each.sitting() > 0)
            .map(each -> Integer.toString(each.sitting()))
            .orElse(""),
        rating.place().position() == 0 ? "" : Integer.toString(rating.place().position()),
        rating.caseId(),
        shown.flatMap(SheetCase::imageSha256).orElse(""),
        rating.place().showing() > 1 ? rating.caseId() : "",
        rating.place().practice() ? "1" : "0",
        shown.map(SheetCase::arm).orElse(""),
        rating.question(),
        question.map(SheetQuestion::text).orElse(""),
        rating.value().kind(),
        code.isPresent() ? Cells.number(code.getAsDouble()) : "",
        rating.value().text(),
        score,
        "",
        rating.value().comment(),
        recorded.map(each -> each.timing().firstShown().toString()).orElse(""),
        recorded.map(each -> each.timing().submitted().toString()).orElse(""),
        recorded.map(each -> Long.toString(each.timing().activeMs())).orElse(""),
        recorded.map(each -> Long.toString(each.timing().idleMs())).orElse(""),
        recorded.map(CanonicalTable::swap).orElse(""),
        Integer.toString(rating.value().changes()),
        view.map(each -> Cells.number(each.centre())).orElse(""),
        view.map(each -> Cells.number(each.width())).orElse(""),
        view.map(each -> each.inverted() ? "1" : "0").orElse(""),
        view.map(each -> Cells.number(each.zoom())).orElse(""),
        recorded.map(each -> each.circumstances().displayId()).orElse(""),
        recorded.map(each -> Integer.toString(each.circumstances().displayCheck())).orElse(""),
        recorded.map(each -> each.circumstances().appVersion()).orElse(""));
  }

  private static String swap(Recorded recorded) {
    return recorded.swapMs().isPresent() ? Long.toString(recorded.swapMs().getAsLong()) : "";
  }
}
