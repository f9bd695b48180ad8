package org.exemplar.study;

import java.util.ArrayList;
import java.util.List;

/** Writes questions as the lines of a protocol document; {@link QuestionReader} reads them. */
final class QuestionYaml {
  private QuestionYaml() {}

  /**
   * One question as an item of a list, without a line end behind it.
   *
   * @param indent how many spaces stand before the dash
   */
  static String item(Question question, int indent) {
    String before = " ".repeat(indent);
    return before + "- " + String.join("\n" + before + "  ", lines(question));
  }

  private static List<String> lines(Question question) {
    List<String> lines = new ArrayList<>();
    add(lines, "id", question.id());
    add(lines, "kind", question.kind());
    add(lines, "title", question.wording().title());
    add(lines, "text", question.wording().text());
    if (!question.wording().help().isBlank()) {
      add(lines, "help", question.wording().help());
    }
    addOfKind(lines, question);
    Question.Rules rules = question.rules();
    String cannotJudge = rules.cannotJudge();
    if (cannotJudge != null) {
      add(lines, "cannot_judge", cannotJudge);
    }
    if (question instanceof Question.Agreement) {
      lines.add("review: " + rules.review());
    }
    lines.add("required: " + rules.required());
    Condition condition = rules.onlyIf();
    if (condition != null) {
      addCondition(lines, condition);
    }
    return lines;
  }

  private static void addOfKind(List<String> lines, Question question) {
    switch (question) {
      case Question.Agreement agreement -> {
        add(lines, "agree", agreement.agree());
        add(lines, "disagree", agreement.disagree());
      }
      case Question.Scale scale -> {
        lines.add("points:");
        scale.points().forEach(p -> lines.add("  " + p.code() + ": " + YamlWords.of(p.wording())));
      }
      case Question.YesNo yesNo -> {
        add(lines, "yes", yesNo.yes());
        add(lines, "no", yesNo.no());
      }
      case Question.Score score -> {
        add(lines, "low", score.low());
        add(lines, "high", score.high());
      }
      case Question.Checklist checklist -> {
        lines.add("items:");
        checklist.items().forEach(item -> lines.add("  - " + YamlWords.of(item)));
      }
      case Question.FreeText text -> lines.add("longest: " + text.longest());
    }
  }

  private static void addCondition(List<String> lines, Condition condition) {
    lines.add("only_if:");
    switch (condition) {
      case Condition.Answered answered -> {
        add(lines, "  question", answered.question());
        lines.add(
            "  codes: ["
                + String.join(", ", answered.codes().stream().map(String::valueOf).toList())
                + "]");
      }
      case Condition.Finding finding -> add(lines, "  finding", finding.name());
      case Condition.FindingsAtLeast least -> lines.add("  findings_at_least: " + least.count());
    }
  }

  private static void add(List<String> lines, String key, String words) {
    lines.add(key + ": " + YamlWords.of(words));
  }
}
