package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTemplateTest {
  @ParameterizedTest
  @EnumSource
  void every_template_is_a_whole_protocol_with_words_for_readers(ProtocolTemplate template) {
    ReadingProtocol reading = template.protocol().reading();

    assertThat(reading.text().instructions()).hasSizeGreaterThan(400).contains("Cannot judge");
    assertThat(reading.text().returning()).contains("Send the file back");
    assertThat(reading.questions()).allSatisfy(q -> assertThat(q.wording().help()).isNotBlank());
    assertThat(ReadingProtocol.fromJson(reading.toJson())).isEqualTo(reading);
  }

  @ParameterizedTest
  @EnumSource
  void no_template_tells_readers_what_the_study_is_about(ProtocolTemplate template) {
    assertThat(template.protocol().reading().toJson())
        .doesNotContainIgnoringCase("pie")
        .doesNotContainIgnoringCase("prun")
        .doesNotContainIgnoringCase("network")
        .doesNotContainIgnoringCase("classifier");
  }

  @Test
  void the_published_study_is_the_document_beside_the_program() throws IOException {
    assertThat(ProtocolTemplate.PAPER.text())
        .isEqualTo(Files.readString(Path.of("reader-study-protocol.md")));
  }

  @Test
  void the_reason_for_a_retake_is_asked_only_after_yes() {
    Question reason =
        ProtocolTemplate.IMAGE_QUALITY.protocol().reading().question("retake_reason").orElseThrow();

    assertThat(reason.rules().onlyIf())
        .isEqualTo(new Condition.Answered("retake", java.util.List.of(1)));
  }

  @Test
  void label_review_goes_through_the_findings_one_by_one() {
    ReadingProtocol reading = ProtocolTemplate.LABEL_REVIEW.protocol().reading();

    assertThat(reading.questions().getFirst())
        .isInstanceOfSatisfying(
            Question.Agreement.class, agreement -> assertThat(agreement.review()).isTrue());
    assertThat(reading.questions())
        .extracting(Question::kind)
        .containsExactly("agreement", "score", "text");
  }
}
