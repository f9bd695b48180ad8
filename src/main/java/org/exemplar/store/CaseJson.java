package org.exemplar.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.study.Answer;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.PracticeReference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings and references of a case as JSON, and pieces padded so that lengths say nothing. */
final class CaseJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CaseJson() {}

  static String findings(GivenFindings findings) {
    return CanonicalJson.write(findings.names());
  }

  static GivenFindings findings(String json) {
    return new GivenFindings(JSON.readTree(json).valueStream().map(JsonNode::stringValue).toList());
  }

  static String reference(PracticeReference reference) {
    Map<String, Object> answers = new LinkedHashMap<>();
    reference
        .answers()
        .forEach((question, given) -> {
          OptionalInt code = given.answer().code();
          Map<String, @Nullable Object> answer = new LinkedHashMap<>();
          answer.put("kind", given.answer().kind());
          answer.put("value_code", code.isPresent() ? code.getAsInt() : null);
          answer.put("value_text", given.answer().wording());
          answer.put("explanation", given.explanation());
          answers.put(question, answer);
        });
    return CanonicalJson.write(answers);
  }

  static PracticeReference reference(String json) {
    Map<String, Reference> answers = new LinkedHashMap<>();
    JSON.readTree(json)
        .properties()
        .forEach(entry -> {
          JsonNode given = entry.getValue();
          JsonNode code = given.required("value_code");
          Answer answer =
              Answer.ofStored(
                  given.required("kind").stringValue(),
                  code.isNull() ? OptionalInt.empty() : OptionalInt.of(code.intValue()),
                  given.required("value_text").stringValue());
          answers.put(
              entry.getKey(), new Reference(answer, given.required("explanation").stringValue()));
        });
    return new PracticeReference(answers);
  }

  /** Findings and reference together, as they lie encrypted in a reading file. */
  static byte[] both(CaseContent content) {
    String json =
        "{\"findings\":%s,\"reference\":%s}"
            .formatted(findings(content.findings()), reference(content.reference()));
    return json.getBytes(StandardCharsets.UTF_8);
  }

  static GivenFindings findingsOfBoth(byte[] both) {
    return findings(JSON.readTree(both).required("findings").toString());
  }

  static PracticeReference referenceOfBoth(byte[] both) {
    return reference(JSON.readTree(both).required("reference").toString());
  }

  /** The piece with its length before it and zeros behind it. */
  static byte[] pad(byte[] piece, int length) {
    if (piece.length > length) {
      throw new IllegalArgumentException(piece.length + " bytes do not fit into " + length);
    }
    return ByteBuffer.allocate(Integer.BYTES + length).putInt(piece.length).put(piece).array();
  }

  static byte[] unpad(byte[] padded) {
    int length = ByteBuffer.wrap(padded).getInt();
    return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
  }

  static String texts(List<String> texts) {
    return CanonicalJson.write(texts);
  }

  static List<String> texts(String json) {
    return JSON.readTree(json).valueStream().map(JsonNode::stringValue).toList();
  }
}
