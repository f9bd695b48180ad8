package org.exemplar.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.study.Answer;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Circumstances;
import org.exemplar.study.Deviation;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReaderId;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which noun of the study is which row; one pair of methods for each table of a reading. */
final class ReadingRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReadingRows() {}

  static Map<String, @Nullable Object> details(ReaderDetails details) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("reader_id", details.reader().value());
    row.put("years_of_experience", details.yearsOfExperience());
    row.put("subspecialty", details.subspecialty());
    return row;
  }

  static ReaderDetails details(Row row) throws SQLException {
    return new ReaderDetails(
        new ReaderId(row.text("reader_id")),
        row.integer("years_of_experience"),
        row.text("subspecialty"));
  }

  static Map<String, @Nullable Object> displayCheck(DisplayCheck check) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Display display = check.display();
    row.put("display_id", display.id());
    row.put("width_px", display.widthPixels());
    row.put("height_px", display.heightPixels());
    row.put("scaling", display.scaling());
    row.put("answers", CanonicalJson.write(check.answers()));
    row.put("passed", check.passed());
    row.put("pixel_for_pixel", check.pixelForPixel());
    DisplayCheck.Luminance luminance = check.luminance();
    row.put("luminance_min", luminance == null ? null : luminance.minimum());
    row.put("luminance_max", luminance == null ? null : luminance.maximum());
    row.put("ambient", luminance == null ? null : luminance.ambient());
    return row;
  }

  static DisplayCheck displayCheck(Row row) throws SQLException {
    Display display =
        new Display(
            row.text("display_id"),
            row.integer("width_px"),
            row.integer("height_px"),
            row.real("scaling"));
    Map<String, String> answers = new LinkedHashMap<>();
    JSON.readTree(row.text("answers"))
        .properties()
        .forEach(e -> answers.put(e.getKey(), e.getValue().stringValue()));
    Optional<String> ambient = row.optionalText("ambient");
    DisplayCheck.@Nullable Luminance luminance =
        ambient.isEmpty()
            ? null
            : new DisplayCheck.Luminance(
                row.optionalReal("luminance_min"),
                row.optionalReal("luminance_max"),
                ambient.get());
    return new DisplayCheck(
        display, answers, row.truth("passed"), luminance, row.truth("pixel_for_pixel"));
  }

  static Map<String, @Nullable Object> event(SittingEvent event) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", event.at());
    row.put("kind", event.kind().word());
    row.put("position", event.position());
    row.put("active_ms", event.activeMs());
    row.put("note", event.note());
    return row;
  }

  static SittingEvent event(Row row) throws SQLException {
    return new SittingEvent(
        constant(SittingEvent.Kind.class, row.text("kind")),
        row.instant("at"),
        row.integer("position"),
        row.number("active_ms"),
        row.text("note"));
  }

  static Map<String, @Nullable Object> change(AnswerChange change) {
    Map<String, @Nullable Object> row = place(change.item());
    RatedAnswer rated = change.change();
    if (rated == null) {
      row.putAll(note(change.questionId(), "cleared", ""));
    } else {
      row.putAll(answer(rated));
    }
    putClock(row, change.clock());
    return row;
  }

  static Map<String, @Nullable Object> comment(
      WorklistItem item, String comment, AnswerChange.CaseClock clock) {
    Map<String, @Nullable Object> row = place(item);
    row.putAll(note("comment", "comment", comment));
    putClock(row, clock);
    return row;
  }

  /** A change, unless the row is a comment. */
  static AnswerChange change(Row row) throws SQLException {
    boolean cleared = row.text("kind").equals("cleared");
    return new AnswerChange(
        place(row),
        row.text("question_id"),
        cleared ? null : answer(row),
        new AnswerChange.CaseClock(
            row.instant("at"),
            row.instant("first_shown"),
            row.number("active_ms"),
            row.number("idle_ms")));
  }

  static Map<String, @Nullable Object> submission(Submission submission) {
    Map<String, @Nullable Object> row = place(submission.item());
    row.put("outcome", submission.outcome().word());
    row.put("reason", submission.reason());
    row.put("comment", submission.comment());
    putTiming(row, submission.timing());
    return row;
  }

  static Submission submission(Row row) throws SQLException {
    return new Submission(
        place(row),
        constant(Submission.Outcome.class, row.text("outcome")),
        row.text("reason"),
        row.text("comment"),
        timing(row));
  }

  static Map<String, @Nullable Object> rating(Rating rating, long submissionId) {
    Map<String, @Nullable Object> row = place(rating.item());
    row.put("submission_id", submissionId);
    row.put("reader_id", rating.reader().value());
    row.putAll(answer(rating.rated()));
    putTiming(row, rating.timing());
    Circumstances circumstances = rating.circumstances();
    ViewState view = circumstances.view();
    row.put("window_centre", view.centre());
    row.put("window_width", view.width());
    row.put("inverted", view.inverted());
    row.put("zoom", view.zoom());
    row.put("display_id", circumstances.displayId());
    row.put("display_check_id", circumstances.displayCheck());
    row.put("app_version", circumstances.appVersion());
    row.put("simulated", circumstances.simulated());
    return row;
  }

  static Rating rating(Row row) throws SQLException {
    ViewState view =
        new ViewState(
            row.real("window_centre"),
            row.real("window_width"),
            row.truth("inverted"),
            row.real("zoom"));
    return new Rating(
        new ReaderId(row.text("reader_id")),
        place(row),
        answer(row),
        timing(row),
        new Circumstances(
            view,
            row.text("display_id"),
            row.integer("display_check_id"),
            row.text("app_version"),
            row.truth("simulated")));
  }

  static Map<String, @Nullable Object> deviation(Deviation deviation) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", deviation.at());
    row.put("kind", deviation.kind().word());
    row.put("position", deviation.position());
    row.put("reason", deviation.reason());
    return row;
  }

  static Deviation deviation(Row row) throws SQLException {
    return new Deviation(
        constant(Deviation.Kind.class, row.text("kind")),
        row.instant("at"),
        row.integer("position"),
        row.text("reason"));
  }

  static WorklistItem place(Row row) throws SQLException {
    return new WorklistItem(
        row.integer("position"),
        new CaseCode(row.text("case_code")),
        row.truth("practice"),
        row.integer("showing"));
  }

  private static Map<String, @Nullable Object> place(WorklistItem item) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("position", item.position());
    row.put("case_code", item.code().value());
    row.put("practice", item.practice());
    row.put("showing", item.showing());
    return row;
  }

  private static Map<String, @Nullable Object> answer(RatedAnswer rated) {
    Map<String, @Nullable Object> row =
        note(rated.questionId(), rated.answer().kind(), rated.answer().wording());
    OptionalInt code = rated.answer().code();
    row.put("value_code", code.isPresent() ? code.getAsInt() : null);
    row.put("changes", rated.changes());
    FindingReview review = rated.review();
    row.put("review", review == null ? null : json(review));
    return row;
  }

  private static RatedAnswer answer(Row row) throws SQLException {
    return new RatedAnswer(
        row.text("question_id"),
        Answer.ofStored(
            row.text("kind"), row.optionalInteger("value_code"), row.text("value_text")),
        row.integer("changes"),
        row.optionalText("review").map(ReadingRows::review).orElse(null));
  }

  private static Map<String, @Nullable Object> note(String questionId, String kind, String text) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("question_id", questionId);
    row.put("kind", kind);
    row.put("value_text", text);
    row.put("changes", 0);
    return row;
  }

  private static void putClock(Map<String, @Nullable Object> row, AnswerChange.CaseClock clock) {
    row.put("at", clock.at());
    row.put("first_shown", clock.firstShown());
    row.put("active_ms", clock.activeMs());
    row.put("idle_ms", clock.idleMs());
  }

  private static void putTiming(Map<String, @Nullable Object> row, Timing timing) {
    row.put("first_shown", timing.firstShown());
    row.put("submitted", timing.submitted());
    row.put("active_ms", timing.activeMs());
    row.put("idle_ms", timing.idleMs());
  }

  private static Timing timing(Row row) throws SQLException {
    return new Timing(
        row.instant("first_shown"),
        row.instant("submitted"),
        row.number("active_ms"),
        row.number("idle_ms"));
  }

  private static String json(FindingReview review) {
    Map<String, String> verdicts = new TreeMap<>();
    review.verdicts().forEach((finding, verdict) -> verdicts.put(finding, word(verdict)));
    return CanonicalJson.write(Map.of("missing", review.missing(), "verdicts", verdicts));
  }

  private static FindingReview review(String json) {
    JsonNode root = JSON.readTree(json);
    Map<String, FindingVerdict> verdicts = new LinkedHashMap<>();
    root.required("verdicts")
        .properties()
        .forEach(e ->
            verdicts.put(e.getKey(), constant(FindingVerdict.class, e.getValue().stringValue())));
    List<String> missing =
        root.required("missing").valueStream().map(JsonNode::stringValue).toList();
    return new FindingReview(verdicts, missing);
  }

  private static String word(FindingVerdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
