package org.exemplar.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.exemplar.audit.Stamp;
import org.exemplar.store.Dispute.Side;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** All that one reader answered, in every file that came back, and what of it counts. */
final class Disputes {
  private final ReaderId reader;
  private final List<ReadingQueries> readings;
  private final Map<Place, Decision> decisions = new LinkedHashMap<>();

  /** Place in the worklist → question → reading → answer. */
  private final Map<Integer, Map<String, Map<String, Rating>>> answers = new TreeMap<>();

  /** Place in the worklist → reading → its latest submission there, in the order of coming back. */
  private final Map<Integer, Map<String, Submission>> submitted = new TreeMap<>();

  Disputes(Database database, ReaderId reader) {
    this.reader = reader;
    this.readings = StudyQueries.readingsOf(database, reader);
    database.each(
        "SELECT * FROM decision WHERE reader_id = ? ORDER BY id",
        row ->
            decisions.put(
                new Place(row.integer("position"), row.text("question_id")), decision(row)),
        reader.value());
    for (ReadingQueries reading : readings) {
      for (Submission submission : reading.submissions()) {
        submitted
            .computeIfAbsent(submission.item().position(), p -> new LinkedHashMap<>())
            .put(reading.readingId(), submission);
      }
      for (Rating rating : reading.ratings()) {
        answers
            .computeIfAbsent(rating.item().position(), p -> new LinkedHashMap<>())
            .computeIfAbsent(rating.rated().questionId(), q -> new LinkedHashMap<>())
            .put(reading.readingId(), rating);
      }
    }
  }

  private record Place(int position, String questionId) {}

  private static Decision decision(Row row) throws SQLException {
    return new Decision(
        row.text("kept"),
        Decision.Rule.of(row.text("rule")),
        row.text("reason"),
        new Stamp(row.text("actor"), row.instant("at")));
  }

  /** Answers to cases of the study that differ, decided or not, by place. */
  List<Dispute> all() {
    List<Dispute> all = new ArrayList<>();
    submitted.forEach((position, sources) -> {
      if (sources.size() > 1 && !sources.values().iterator().next().item().practice()) {
        answers
            .getOrDefault(position, Map.of())
            .forEach((question, given) -> dispute(sources, question, given).ifPresent(all::add));
      }
    });
    return all;
  }

  private Optional<Dispute> dispute(
      Map<String, Submission> sources, String question, Map<String, Rating> given) {
    Set<Optional<RatedAnswer>> different = new LinkedHashSet<>();
    List<Side> sides = new ArrayList<>();
    sources.forEach((readingId, submission) -> {
      @Nullable Rating rating = given.get(readingId);
      different.add(Optional.ofNullable(rating).map(r -> said(r.rated())));
      sides.add(new Side(readingId, submission.timing().submitted(), rating));
    });
    if (different.size() < 2) {
      return Optional.empty();
    }
    WorklistItem item = sources.values().iterator().next().item();
    return Optional.of(
        new Dispute(
            reader,
            item,
            question,
            sides,
            Optional.ofNullable(decisions.get(new Place(item.position(), question)))));
  }

  /** What was said, however often it was changed before. */
  private static RatedAnswer said(RatedAnswer rated) {
    return new RatedAnswer(rated.questionId(), rated.answer(), 0, rated.review());
  }

  /**
   * The ratings that count, by place. Where a case came back twice, the reading that came first
   * counts, but for the questions where someone decided otherwise.
   */
  List<Rating> counting() {
    List<Rating> counting = new ArrayList<>();
    answers.forEach((position, questions) -> {
      String first =
          submitted.getOrDefault(position, Map.of()).keySet().stream().findFirst().orElse("");
      questions.forEach((question, given) -> {
        Decision decision = decisions.get(new Place(position, question));
        Rating rating = given.get(decision == null ? first : decision.kept());
        if (rating != null) {
          counting.add(rating);
        }
      });
    });
    counting.sort(Comparator.comparingInt(rating -> rating.item().position()));
    return counting;
  }
}
