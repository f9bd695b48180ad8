package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.ResultWarning;
import org.exemplar.analysis.Results;
import org.exemplar.export.report.StudyFacts;

/** Opened results with everything that their pages show. Immutable; made off the JavaFX thread. */
final class ResultsModel {
  private final OpenedResults opened;
  private final Answers answers;
  private final Map<String, List<CaseRow>> cases;

  ResultsModel(OpenedResults opened) {
    this.opened = opened;
    this.answers = Answers.of(opened.sheet());
    this.cases = CaseRow.of(opened.sheet(), answers, opened.images());
  }

  OpenedResults opened() {
    return opened;
  }

  Results results() {
    return opened.results();
  }

  Answers answers() {
    return answers;
  }

  /** The cases with the ratings of a question; empty without ratings. */
  List<CaseRow> cases(String question) {
    return cases.getOrDefault(question, List.of());
  }

  StudyFacts.QuestionFacts facts(String question) {
    return opened.facts().question(question);
  }

  String title(String question) {
    return facts(question).title();
  }

  /** The image behind a case as the comparison names it; empty where it is not known. */
  ImageWanted image(String caseId) {
    String sha =
        opened.sheet().cases().stream()
            .filter(c -> c.id().equals(caseId))
            .findFirst()
            .flatMap(c -> c.imageSha256())
            .orElse("");
    return new ImageWanted(caseId, opened.images().getOrDefault(caseId, ""), sha);
  }

  /** The warnings about the study as a whole that touch a tab. */
  List<ResultWarning> general(Tab tab) {
    return results().warnings().stream()
        .filter(w -> w.question() == null && WarningWords.tabs(w).contains(tab))
        .toList();
  }

  /** The warnings about a question that touch a tab. */
  List<ResultWarning> about(String question, Tab tab) {
    return results().warningsOf(question).stream()
        .filter(w -> WarningWords.tabs(w).contains(tab))
        .toList();
  }

  /** The rated cases whose image is known, with their answers. */
  List<RatedImage> rated() {
    Map<String, List<RatedImage.Answer>> byCase = new LinkedHashMap<>();
    for (AnswerRow row : answers.rows()) {
      if (!row.repeat()) {
        byCase
            .computeIfAbsent(row.caseId(), id -> new ArrayList<>())
            .add(new RatedImage.Answer(row.reader(), title(row.question()), row.code()));
      }
    }
    return byCase.entrySet().stream()
        .map(each -> new RatedImage(image(each.getKey()), each.getValue()))
        .filter(each -> each.image().known())
        .toList();
  }
}
