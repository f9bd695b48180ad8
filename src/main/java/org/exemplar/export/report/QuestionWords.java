package org.exemplar.export.report;

import java.util.Locale;
import java.util.Set;
import org.exemplar.export.report.StudyFacts.QuestionFacts;

/** Words for questions that come without any, as in a bare table of ratings. */
final class QuestionWords {
  private static final Set<String> LABEL =
      Set.of("agree_label", "label_noise", "label_disagreement", "label_agreement");

  private QuestionWords() {}

  static QuestionFacts of(String id) {
    if (LABEL.contains(id)) {
      return new QuestionFacts(
          id, "Label", "Do the given findings fit this film?", "agrees", "disagrees");
    }
    return switch (id) {
      case "quality", "image_quality" ->
          new QuestionFacts(
              id, "Quality", "How good is the image for diagnosis?", "better", "worse");
      case "difficulty" ->
          new QuestionFacts(id, "Difficulty", "How hard is this film to read?", "easier", "harder");
      default -> {
        String words = id.replace('_', ' ').strip();
        String title =
            words.isEmpty()
                ? id
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        yield new QuestionFacts(id, title, "", "less PIE-like", "more PIE-like");
      }
    };
  }
}
