package org.exemplar.app.reading;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Feedback;
import org.exemplar.sitting.Sitting;
import org.kordamp.ikonli.feather.Feather;

/** What the study team answered to a practice case, beside the reader's answers: a guide. */
final class FeedbackBox extends VBox {
  FeedbackBox(Sitting sitting) {
    getStyleClass().add("feedback");
    HBox head =
        new HBox(
            Parts.line("Feedback", "heading"),
            Parts.filler(),
            Parts.line("Only in practice", "small"));
    head.getStyleClass().add("feedback-head");
    getChildren().add(head);
    for (Feedback line : sitting.feedback()) {
      getChildren().add(card(line));
    }
    HBox guide =
        new HBox(
            Icons.of(Feather.HELP_CIRCLE),
            Parts.paragraph(CaseWords.guide(sitting.protocol()), "small"));
    guide.getStyleClass().add("guide");
    getChildren().add(guide);
  }

  private static VBox card(Feedback line) {
    VBox card = new VBox(Parts.paragraph(line.question().wording().text(), "bold", "strong"));
    var given = line.given();
    card.getChildren()
        .add(row("You", given == null ? "not answered" : CaseWords.answer(given), null));
    var reference = line.reference();
    if (reference != null) {
      card.getChildren().add(row("Study team", CaseWords.answer(reference.answer()), tag(line)));
      if (!reference.explanation().isEmpty()) {
        card.getChildren().add(Parts.paragraph(reference.explanation(), "small"));
      }
    }
    card.getStyleClass().add("feedback-card");
    return card;
  }

  private static HBox row(String who, String answer, @org.jspecify.annotations.Nullable Label tag) {
    HBox row = new HBox(Parts.line(who, "who"), Parts.line(answer), Parts.filler());
    if (tag != null) {
      row.getChildren().add(tag);
    }
    row.getStyleClass().add("feedback-row");
    return row;
  }

  private static Label tag(Feedback line) {
    String distance = CaseWords.distance(line);
    boolean same = distance.equals("Same");
    Label tag = Parts.line(distance, "tag", line.near() ? "success" : "warning");
    if (same) {
      tag.setGraphic(Icons.of(Feather.CHECK));
    }
    tag.setVisible(!distance.isEmpty());
    return tag;
  }
}
