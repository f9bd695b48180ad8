package org.exemplar.app.research.planner;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.CaseReestimation;
import org.kordamp.ikonli.feather.Feather;

/**
 * How many cases a running study needs, estimated again from its ratings without an arm, so that
 * anybody may look while readers are at work.
 */
final class RunningStudyCard extends VBox {
  private final VBox answer = new VBox();

  /**
   * @param choose asks for a study and estimates
   */
  RunningStudyCard(Runnable choose) {
    answer.getStyleClass().add("gap-12");
    Card card =
        new Card(
            "A running study, blinded",
            "",
            answer,
            new VBox(Buttons.of("Estimate again from a study…", Feather.FOLDER, choose)));
    card.body().getStyleClass().add("gap-12");
    getChildren().add(card);
    answer
        .getChildren()
        .setAll(
            Parts.paragraph(
                "Takes how much cases and readers vary from the answers that came back. It opens no"
                    + " key and knows no arm; AUC and readers stay as planned above.",
                "small"));
  }

  /** Shows what came out, question by question. */
  void show(String study, Plan plan, List<CaseReestimation> estimates) {
    answer.getChildren().setAll(Parts.line(study, "strong", "bold"));
    for (CaseReestimation each : estimates) {
      answer.getChildren().add(question(each));
    }
    answer
        .getChildren()
        .add(
            Parts.paragraph(
                "For 80 % power with "
                    + plan.size().readers()
                    + " readers. An effect in the ratings makes these numbers a little larger,"
                    + " never smaller.",
                "small"));
  }

  private static VBox question(CaseReestimation each) {
    VBox box = new VBox(Parts.line(each.question(), "strong"));
    box.getStyleClass().add("gap-4");
    each.needed()
        .value()
        .ifPresent(needed ->
            box.getChildren()
                .add(
                    new Facts()
                        .add("Cases rated so far", Integer.toString(each.cases()))
                        .add("Cases needed, readers alike", words(needed.alike()))
                        .add("Cases needed, readers differ", words(needed.differ()))));
    each.needed()
        .reason()
        .ifPresent(because -> {
          Label nothing = Parts.paragraph("Nothing can be told, because " + because + ".", "small");
          box.getChildren().add(nothing);
        });
    return box;
  }

  static String words(OptionalInt cases) {
    return cases.isPresent() ? "about " + cases.getAsInt() : "more than 20,000";
  }
}
