package org.exemplar.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A protocol that asks a question of every kind: the default one and four questions more. */
public final class EveryKind {
  private static final String MORE =
      """
        - id: retake
          kind: yes_no
          title: Retake
          text: Would you ask for another film?
          yes: Yes
          no: No
          cannot_judge: Cannot judge
          only_if:
            question: image_quality
            codes: [1, 2]
        - id: confidence
          kind: score
          title: Confidence
          text: How sure are you?
          low: Guessing
          high: Certain
        - id: criteria
          kind: checklist
          title: Criteria met
          text: Which criteria of a good film are met?
          items: [Full inspiration, No rotation, "Lungs whole, apex to angle"]
          required: false
        - id: hernia_side
          kind: text
          title: Hernia
          text: Describe the hernia.
          longest: 200
          required: false
          only_if:
            finding: Hernia
      # Each reader\
      """;

  private EveryKind() {}

  /** Its text. */
  public static String text() {
    try {
      return of(Files.readString(Path.of("reader-study-protocol.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a protocol like the default one with these questions added. */
  public static String of(String text) {
    return text.replaceFirst("\n# Each reader", "\n" + MORE)
        .replace(
            "    difficulty: higher\n",
            "    difficulty: higher\n    retake: higher\n    confidence: higher\n");
  }

  /** The protocol itself. */
  public static Protocol protocol() {
    return Protocol.parse("every-kind.md", text());
  }
}
