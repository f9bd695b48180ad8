package org.exemplar.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.study.FrontMatter.Value;
import org.exemplar.study.FrontMatterMap.Place;
import org.jspecify.annotations.Nullable;

/** The lines {@code questions:} of a document, and how they look with other questions. */
final class QuestionsBlock {
  private static final String KEY = "questions";
  private static final int INDENT = 2;

  private final String document;
  private final Map<String, Place> places;
  private final List<Written> written = new ArrayList<>();

  /**
   * A question as it stands in the document.
   *
   * @param question null when it cannot be read
   * @param comments whole lines above it, each with its line end
   * @param lines whole lines, without the last line end
   */
  private record Written(@Nullable Question question, String comments, String lines) {}

  QuestionsBlock(String document, Map<String, Place> places) {
    this.document = document;
    this.places = places;
  }

  /** The document with these questions; empty when they are already those. */
  Optional<String> with(List<Question> questions) {
    Place place = places.get(KEY);
    if (place == null) {
      int end = document.indexOf("\n---", 3);
      return Optional.of(
          document.substring(0, end)
              + "\n"
              + KEY
              + ":\n"
              + lines(questions, INDENT)
              + document.substring(end));
    }
    if (place.text() != null || !document.startsWith("-", place.start())) {
      int behind = document.indexOf(':', place.key()) + 1;
      return Optional.of(
          document.substring(0, behind)
              + "\n"
              + lines(questions, INDENT)
              + document.substring(Math.max(behind, place.end())));
    }
    read(place);
    if (written.stream().map(Written::question).toList().equals(questions)) {
      return Optional.empty();
    }
    int start = lineStart(place.start());
    return Optional.of(
        document.substring(0, start)
            + lines(questions, place.start() - start)
            + document.substring(lineEnd(place.end())));
  }

  private String lines(List<Question> questions, int indent) {
    List<String> items = new ArrayList<>();
    for (Question question : questions) {
      Optional<Written> same =
          written.stream().filter(w -> question.equals(w.question())).findFirst();
      Optional<Written> before =
          same.or(() ->
              written.stream()
                  .filter(w -> w.question() != null && w.question().id().equals(question.id()))
                  .findFirst());
      items.add(
          before.map(Written::comments).orElse("")
              + same.map(Written::lines).orElseGet(() -> QuestionYaml.item(question, indent)));
    }
    return String.join("\n", items);
  }

  private void read(Place place) {
    List<Settings> groups = groups();
    int from = lineStart(place.start());
    for (int i = 0; ; i++) {
      Place item = places.get(KEY + "." + i);
      if (item == null) {
        return;
      }
      int start = lineStart(item.start());
      int end = lineEnd(item.end());
      written.add(
          new Written(
              i < groups.size() ? question(groups.get(i)) : null,
              document.substring(from, Math.max(from, start)),
              document.substring(start, end)));
      from = Math.min(document.length(), end + 1);
    }
  }

  private List<Settings> groups() {
    Value.Mapping all = FrontMatter.read("the protocol", document);
    try {
      return new Settings("the protocol", "", all).groups(KEY);
    } catch (Problem otherThings) {
      return List.of();
    }
  }

  private static @Nullable Question question(Settings group) {
    try {
      return new QuestionReader(group).read();
    } catch (Problem unreadable) {
      return null;
    }
  }

  private int lineStart(int at) {
    return document.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = document.indexOf('\n', at);
    return end < 0 ? document.length() : end;
  }
}
