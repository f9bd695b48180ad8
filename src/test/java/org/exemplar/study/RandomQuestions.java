package org.exemplar.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws lists of questions that a protocol may hold.
 *
 * @param words what titles, texts and answers are drawn from
 */
record RandomQuestions(RandomGenerator random, List<String> words) {
  private static final List<String> IDS =
      List.of("null", "yes", "true", "on", "q", "label_x", "n", "a1", "text", "id");

  List<Question> list() {
    List<Question> questions = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    int count = 1 + random.nextInt(6);
    boolean agreement = false;
    while (questions.size() < count) {
      String id = IDS.get(random.nextInt(IDS.size()));
      if (!ids.add(id)) {
        continue;
      }
      Question question = question(id, agreement ? 1 + random.nextInt(5) : random.nextInt(6), ids);
      agreement |= question instanceof Question.Agreement;
      questions.add(question);
    }
    return questions;
  }

  private Question question(String id, int kind, Set<String> before) {
    Wording wording = new Wording(word(), word(), random.nextBoolean() ? "" : word());
    return switch (kind) {
      case 0 ->
          new Question.Agreement(id, wording, word(), word(), rules(random.nextBoolean(), before));
      case 1 -> new Question.Scale(id, wording, points(), rules(false, before));
      case 2 -> new Question.YesNo(id, wording, word(), word(), rules(false, before));
      case 3 -> new Question.Score(id, wording, word(), word(), rules(false, before));
      case 4 -> new Question.Checklist(id, wording, items(), rules(false, before));
      default -> new Question.FreeText(id, wording, 1 + random.nextInt(4000), rules(false, before));
    };
  }

  private Question.Rules rules(boolean review, Set<String> ids) {
    return new Question.Rules(
        random.nextBoolean(),
        review,
        random.nextBoolean() ? null : word(),
        condition(new ArrayList<>(ids)));
  }

  private @Nullable Condition condition(List<String> ids) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new Condition.Finding(word());
      case 2 -> new Condition.FindingsAtLeast(1 + random.nextInt(9));
      default ->
          ids.size() < 2
              ? null
              : new Condition.Answered(
                  ids.get(random.nextInt(ids.size() - 1)), List.of(random.nextInt(5), 7));
    };
  }

  private List<ScalePoint> points() {
    List<ScalePoint> points = new ArrayList<>();
    int count = 3 + random.nextInt(7);
    while (points.size() < count) {
      points.add(new ScalePoint(points.size() + 1, word()));
    }
    return points;
  }

  private List<String> items() {
    Set<String> items = new LinkedHashSet<>();
    int count = 1 + random.nextInt(12);
    while (items.size() < count) {
      items.add(word());
    }
    return new ArrayList<>(items);
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }
}
