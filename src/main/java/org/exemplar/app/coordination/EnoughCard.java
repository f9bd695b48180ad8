package org.exemplar.app.coordination;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.CaseReestimation;
import org.kordamp.ikonli.feather.Feather;

/**
 * How many cases the study needs, estimated again from what came back, without any arm: what {@code
 * plan --running} says.
 */
final class EnoughCard {
  /** The power that is planned for. */
  static final double POWER = 0.8;

  private EnoughCard() {}

  /**
   * @param estimate estimates, and tells the outcome
   */
  static Card of(StudyOverview study, Consumer<Consumer<List<CaseReestimation>>> estimate) {
    VBox lines = new VBox();
    lines.getStyleClass().add("gap-8");
    lines
        .getChildren()
        .add(
            Parts.paragraph(
                "How much readers and cases vary is taken from the answers that came back. No key"
                    + " is opened and no arm is known; an effect makes the numbers a little"
                    + " larger, never smaller.",
                "muted"));
    Card card = new Card("Are the cases enough?", "blinded estimate", lines);
    Button act =
        Buttons.of(
            "Estimate", Feather.BAR_CHART_2, () -> estimate.accept(all -> show(lines, study, all)));
    act.setDisable(study.answers().given() == 0);
    card.actions(act);
    return card;
  }

  private static void show(VBox lines, StudyOverview study, List<CaseReestimation> estimates) {
    lines.getChildren().clear();
    for (CaseReestimation each : estimates) {
      String question = each.question().replace('_', ' ');
      VBox words =
          new VBox(
              Parts.line(
                  Character.toUpperCase(question.charAt(0)) + question.substring(1),
                  "strong",
                  "bold"),
              Parts.paragraph(words(each), "muted"));
      lines.getChildren().add(words);
    }
    lines
        .getChildren()
        .add(
            Parts.paragraph(
                "For a power of %.0f %% at the planned effect. The study has %d cases. Estimated from %d answers, without any arm."
                    .formatted(100 * POWER, study.about().cases(), study.answers().given()),
                "muted"));
  }

  /** One estimate in a sentence. */
  static String words(CaseReestimation each) {
    return each.needed()
        .value()
        .map(needed ->
            "%s if readers are alike in the effect, %s if they differ"
                .formatted(cases(needed.alike()), cases(needed.differ())))
        .orElseGet(() ->
            "Nothing can be told yet, because "
                + each.needed().reason().orElse("too little came back"));
  }

  private static String cases(OptionalInt count) {
    return count.isEmpty() ? "More than 20,000 cases" : "About " + count.getAsInt() + " cases";
  }
}
