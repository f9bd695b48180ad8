package org.exemplar.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What every column and every code of the long table means, as JSON. */
final class Codebook {
  private Codebook() {}

  static String of(RatingSheet sheet) {
    ObjectNode book = template();
    book.put("study_id", sheet.source().studyId());
    book.put("simulated", sheet.source().simulated());
    book.put("blinded", !sheet.unblinded());
    ArrayNode questions = book.putArray("questions");
    for (RatingSheet.SheetQuestion question : sheet.questions()) {
      ObjectNode node = questions.addObject();
      node.put("id", question.id());
      node.put("title", question.title());
      node.put("text", question.text());
      node.put("more_pie_like", question.orientation().word());
      node.put("answers", question.form().kind().word());
      node.put("analysed", question.measures() ? "by its code" : "never, these are words");
      node.put("asked", question.form().when());
      node.put("required", question.form().required());
      if (!question.form().items().isEmpty()) {
        ArrayNode items = node.putArray("items");
        question.form().items().forEach(items::add);
      }
      ObjectNode points = node.putObject("codes");
      question.points().forEach((code, words) -> points.put(Integer.toString(code), words));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(book) + "\n";
  }

  private static ObjectNode template() {
    try (InputStream in =
        Objects.requireNonNull(Codebook.class.getResourceAsStream("codebook.json"))) {
      return (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
