package org.exemplar.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.audit.Stamp;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Circumstances;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Test
  void a_decision_names_both_answers_who_decided_and_why() {
    Decision decision =
        new Decision("b", Decision.Rule.CHOSEN, "the second was whole", new Stamp("Ada", START));
    assertThat(DecisionWords.of(List.of(dispute(Optional.of(decision))), DATE))
        .containsExactly(
            "R02, position 7, quality: copies of the reading file were answered differently"
                + " (“good”, “poor”); “poor” counts: chosen, Ada, 1 March 2026, 09:30 UTC,"
                + " “the second was whole”.");
  }

  @Test
  void what_nobody_decided_is_told_too() {
    assertThat(DecisionWords.of(List.of(dispute(Optional.empty())), DATE).getFirst())
        .endsWith("nobody decided, the first that came back counts.");
  }

  private static Dispute dispute(Optional<Decision> decision) {
    return new Dispute(
        new ReaderId("R02"),
        item(),
        "quality",
        List.of(
            new Dispute.Side("a", START, rating(2, "good")),
            new Dispute.Side("b", START.plusSeconds(60), rating(4, "poor"))),
        decision);
  }

  private static WorklistItem item() {
    return new WorklistItem(7, new CaseCode("TZST-7"), false, 1);
  }

  private static Rating rating(int point, String wording) {
    return new Rating(
        new ReaderId("R02"),
        item(),
        new RatedAnswer("quality", new Answer.Point(point, wording), 0, null),
        new Timing(START, START, 1, 0),
        new Circumstances(ViewState.UNSEEN, "", 0, "0", false));
  }
}
