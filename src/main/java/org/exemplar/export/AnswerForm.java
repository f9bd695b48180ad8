package org.exemplar.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.study.Answer;
import org.exemplar.study.Condition;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the answers to a question are, as other programs are told.
 *
 * @param kind of answers
 * @param points code to words, in order: every code of a scale, the two ends of a score; empty
 *     where not known
 * @param items of a checklist, in order; else empty
 * @param asked when it is asked, in words; empty for always
 * @param required whether it is answered wherever it is asked
 */
public record AnswerForm(
    Kind kind, Map<Integer, String> points, List<String> items, String asked, boolean required) {
  private static final String ALWAYS = "always";

  /** Kinds of answers. */
  public enum Kind {
    /** One of a few codes, or a number of which no more is known. */
    CODE,
    /** Yes or no. */
    YES_NO,
    /** A number from 0 to 100. */
    SCORE,
    /** Any of several items; the number is how many. */
    CHECKLIST,
    /** Words; there is no number. */
    TEXT;

    /** As it is written in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies, in order. */
  public AnswerForm {
    points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    items = List.copyOf(items);
  }

  /** Codes of which no more is known than their words, if those. */
  static AnswerForm ofCodes(Map<Integer, String> points) {
    return new AnswerForm(Kind.CODE, points, List.of(), "", true);
  }

  /**
   * The answers to a question as a codebook describes them.
   *
   * @param question the question's part of the codebook
   */
  public static AnswerForm described(JsonNode question, Map<Integer, String> points) {
    String word = question.path("answers").asString(Kind.CODE.word());
    List<String> items = new ArrayList<>();
    question.path("items").forEach(item -> items.add(item.asString("")));
    String asked = question.path("asked").asString(ALWAYS);
    return new AnswerForm(
        Arrays.stream(Kind.values())
            .filter(kind -> kind.word().equals(word))
            .findFirst()
            .orElse(Kind.CODE),
        points,
        items,
        asked.equals(ALWAYS) ? "" : asked,
        question.path("required").asBoolean(true));
  }

  /** When it is asked, in words. */
  String when() {
    return asked.isEmpty() ? ALWAYS : asked;
  }

  /** The answers to a question of a protocol. */
  static AnswerForm of(Question question) {
    Map<Integer, String> points = new LinkedHashMap<>();
    for (Answer choice : question.choices()) {
      choice.code().ifPresent(code -> points.put(code, choice.wording()));
    }
    Kind kind =
        switch (question) {
          case Question.Agreement _, Question.Scale _ -> Kind.CODE;
          case Question.YesNo _ -> Kind.YES_NO;
          case Question.Score score -> {
            points.put(0, score.low());
            points.put(Question.Score.MOST, score.high());
            yield Kind.SCORE;
          }
          case Question.Checklist _ -> Kind.CHECKLIST;
          case Question.FreeText _ -> Kind.TEXT;
        };
    List<String> items =
        question instanceof Question.Checklist list ? list.items() : List.<String>of();
    return new AnswerForm(
        kind, points, items, words(question.rules().onlyIf()), question.required());
  }

  /** Whether every case has an answer to it once it is read. */
  boolean everyCase() {
    return required && asked.isEmpty();
  }

  private static String words(@Nullable Condition condition) {
    return switch (condition) {
      case null -> "";
      case Condition.Answered(String question, List<Integer> codes) ->
          question
              + " was answered with "
              + String.join(" or ", codes.stream().map(each -> Integer.toString(each)).toList());
      case Condition.Finding(String name) -> "the case comes with " + name;
      case Condition.FindingsAtLeast(int count) ->
          "the case comes with at least " + count + (count == 1 ? " finding" : " findings");
    };
  }
}
