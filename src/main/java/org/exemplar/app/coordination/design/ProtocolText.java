package org.exemplar.app.coordination.design;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exemplar.problem.Problem;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;

/**
 * A protocol's text, and what the program makes of it.
 *
 * @param text the document; empty before one was chosen
 * @param read what it says; empty when it has an error
 * @param error one sentence with its line; empty when it can be read
 */
record ProtocolText(String text, Optional<Protocol> read, Optional<String> error) {
  /** No document yet. */
  static final ProtocolText NONE =
      new ProtocolText("", Optional.empty(), Optional.of("Choose a protocol document."));

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  static ProtocolText of(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    try {
      return new ProtocolText(
          text, Optional.of(Protocol.parse("The protocol", text)), Optional.empty());
    } catch (Problem wrong) {
      return new ProtocolText(text, Optional.empty(), Optional.ofNullable(wrong.getMessage()));
    }
  }

  boolean chosen() {
    return !text.isBlank();
  }

  /** The line that the error is in, from 1; empty when it names none. */
  Optional<Integer> line() {
    return error
        .map(LINE::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group(1)));
  }

  /** The title that readers see. */
  String title() {
    return read.map(protocol -> protocol.reading().title()).orElse("Untitled study");
  }

  /** In few words what it asks. */
  String summary() {
    if (read.isEmpty()) {
      return "";
    }
    int questions = read.get().reading().questions().size();
    int points =
        read.get().reading().questions().stream()
            .filter(Question.Scale.class::isInstance)
            .mapToInt(question -> ((Question.Scale) question).points().size())
            .sum();
    return "%d %s%s, no error in %d lines"
        .formatted(
            questions,
            questions == 1 ? "question" : "questions",
            points == 0 ? "" : ", " + points + " scale points",
            text.lines().count());
  }
}
