package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentTest {
  @TempDir Path folder;

  @Test
  void new_wording_becomes_a_version_with_its_reason_and_reaches_files_handed_out_later()
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Protocol amended =
        changed(study, "You will see frontal chest films", "You will see frontal films");
    ProtocolVersion version =
        new Amendment(MadeStudy.office(2)).amend(study.location(), amended, " Shorter. ");
    assertThat(version.version()).isEqualTo(2);
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.protocols()).hasSize(2);
      assertThat(file.protocols().getLast().reason()).isEqualTo("Shorter.");
      assertThat(file.verify().intact()).isTrue();
    }
    try (ReadingFile reading = ReadingFile.openReadOnly(study.pack().getFirst())) {
      assertThat(reading.protocol().text().instructions()).contains("You will see frontal films");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "percentile: 20|percentile: 25|build a new study",
        "longest_run: 4|longest_run: 5|build a new study",
        "      5: Very difficult~|      5: Very difficult~      6: Impossible~|rescales a question",
        "practice:~  cases: 1|practice:~  cases: 2|number of practice cases"
      })
  void what_was_drawn_or_is_measured_cannot_be_amended(String from, String to, String sentence)
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Protocol amended = changed(study, from.replace('~', '\n'), to.replace('~', '\n'));
    assertThatThrownBy(
            () -> new Amendment(MadeStudy.office(2)).amend(study.location(), amended, "why not"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void no_reason_and_no_change_are_refused() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Amendment amendment = new Amendment(MadeStudy.office(2));
    Protocol same = changed(study, "nothing", "nothing");
    assertThatThrownBy(() -> amendment.amend(study.location(), same, " "))
        .hasMessageContaining("needs a reason");
    assertThatThrownBy(() -> amendment.amend(study.location(), same, "why"))
        .hasMessageContaining("nothing to amend");
    assertThat(List.of(study.location().readings())).noneMatch(Files::exists);
  }

  private static Protocol changed(MadeStudy study, String from, String to) throws Exception {
    String text = Files.readString(study.comparison().folder().resolve("protocol.md"));
    return Protocol.parse("amended.md", text.replace(from, to));
  }
}
