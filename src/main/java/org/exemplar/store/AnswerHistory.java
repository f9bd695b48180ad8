package org.exemplar.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.exemplar.study.AnswerChange.CaseClock;
import org.exemplar.study.ReaderId;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.WorklistItem;

/**
 * What became of every answer, from the tables that only grow: given, changed, cleared, submitted,
 * corrected.
 *
 * @param steps by reader, then time
 * @param opened when each reader opened a reading file, ascending
 * @param swaps for each reader and position, the milliseconds from the end of the mask until the
 *     film was first on the screen
 */
public record AnswerHistory(
    List<Step> steps,
    Map<ReaderId, List<Instant>> opened,
    Map<ReaderId, Map<Integer, Long>> swaps) {
  /** Copies. */
  public AnswerHistory {
    steps = List.copyOf(steps);
    opened = Map.copyOf(opened);
    swaps = Map.copyOf(swaps);
  }

  /**
   * One step.
   *
   * @param reader whose answer
   * @param item which case at which place
   * @param said what was said
   * @param clock when, and the time spent on the case until then
   */
  public record Step(ReaderId reader, WorklistItem item, Said said, CaseClock clock) {}

  /**
   * What was said.
   *
   * @param questionId the question; {@code comment} for a comment on the case
   * @param code empty for "cannot judge", for a cleared answer and for a comment
   * @param wording the words that the reader saw or wrote; empty for a cleared answer
   */
  public record Said(String questionId, Kind kind, OptionalInt code, String wording) {}

  /** What happened to an answer. */
  public enum Kind {
    /** Given for the first time on this showing of the case. */
    GIVEN,
    /** Replaced by another before the case was submitted. */
    CHANGED,
    /** Taken away. */
    CLEARED,
    /** A comment on the case was written. */
    COMMENT,
    /** Submitted with the case. */
    SUBMITTED,
    /** Submitted once more, after going back to the case. */
    CORRECTED;

    /** As it is written in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Number of the reader's sitting at a moment, from 1; 0 where no opening was recorded. */
  public int sitting(ReaderId reader, Instant at) {
    return (int)
        opened.getOrDefault(reader, List.of()).stream().filter(each -> !each.isAfter(at)).count();
  }

  /**
   * Milliseconds from the end of the mask until the film was on the screen; empty if not recorded.
   */
  public OptionalLong swapMs(ReaderId reader, int position) {
    Long swap = swaps.getOrDefault(reader, Map.of()).get(position);
    return swap == null ? OptionalLong.empty() : OptionalLong.of(swap);
  }

  private static void addSwap(Map<Integer, Long> swaps, SittingEvent event) {
    boolean said = event.note().matches("[0-9]{1,9}");
    if (event.kind() == SittingEvent.Kind.SHOWN && said) {
      swaps.putIfAbsent(event.position(), Long.valueOf(event.note()));
    }
  }

  static AnswerHistory of(Database database) {
    List<Step> steps = new ArrayList<>();
    Map<ReaderId, List<Instant>> opened = new HashMap<>();
    Map<ReaderId, Map<Integer, Long>> swaps = new HashMap<>();
    for (ReaderId reader : StudyQueries.readers(database)) {
      List<Instant> starts = new ArrayList<>();
      List<Step> taken = new ArrayList<>();
      for (ReadingQueries reading : StudyQueries.readingsOf(database, reader)) {
        reading.events().stream()
            .filter(event -> event.kind() == SittingEvent.Kind.OPENED)
            .forEach(event -> starts.add(event.at()));
        Map<Integer, Long> own = swaps.computeIfAbsent(reader, each -> new HashMap<>());
        reading.events().forEach(event -> addSwap(own, event));
        taken.addAll(steps(reading, reader));
      }
      opened.put(reader, starts.stream().sorted().toList());
      taken.sort(Comparator.comparing(step -> step.clock().at()));
      steps.addAll(taken);
    }
    return new AnswerHistory(steps, opened, swaps);
  }

  private static List<Step> steps(ReadingQueries reading, ReaderId reader) {
    List<Step> steps = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (Step step : reading.answerRows(row -> change(row, reader))) {
      boolean again = !given.add(step.item().position() + " " + step.said().questionId());
      steps.add(again && step.said().kind() == Kind.GIVEN ? as(step, Kind.CHANGED) : step);
    }
    Set<String> submitted = new HashSet<>();
    for (Step step : reading.ratingRows(row -> submission(row, reader))) {
      boolean again = !submitted.add(step.item().position() + " " + step.said().questionId());
      steps.add(again ? as(step, Kind.CORRECTED) : step);
    }
    return steps;
  }

  private static Step as(Step step, Kind kind) {
    Said said = step.said();
    return new Step(
        step.reader(),
        step.item(),
        new Said(said.questionId(), kind, said.code(), said.wording()),
        step.clock());
  }

  private static Step change(Row row, ReaderId reader) throws SQLException {
    Kind kind =
        switch (row.text("kind")) {
          case "cleared" -> Kind.CLEARED;
          case "comment" -> Kind.COMMENT;
          default -> Kind.GIVEN;
        };
    return step(row, reader, kind, "at");
  }

  private static Step submission(Row row, ReaderId reader) throws SQLException {
    return step(row, reader, Kind.SUBMITTED, "submitted");
  }

  private static Step step(Row row, ReaderId reader, Kind kind, String at) throws SQLException {
    return new Step(
        reader,
        ReadingRows.place(row),
        new Said(
            row.text("question_id"),
            kind,
            row.optionalInteger("value_code"),
            row.text("value_text")),
        new CaseClock(
            row.instant(at),
            row.instant("first_shown"),
            row.number("active_ms"),
            row.number("idle_ms")));
  }
}
