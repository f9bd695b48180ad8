package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Results;
import org.exemplar.app.fx.Parts;

/**
 * The answer to each question as equal columns with the same axes; the paper's pooled test apart
 * and marked.
 */
final class QuestionsTab extends VBox {
  QuestionsTab(TabDoor door) {
    getStyleClass().add("gap-16");
    Results results = door.model().results();
    double[] axis = ReaderForest.axis(results.questions().values());
    List<QuestionCard> cards = new ArrayList<>();
    results
        .questions()
        .forEach((id, question) ->
            cards.add(new QuestionCard(id, question, door, axis, results.questions().size())));
    getChildren().addAll(new Columns(cards), new PooledBox(door));
    door.general(Tab.QUESTIONS).ifPresent(getChildren()::add);
    getChildren()
        .add(
            Parts.paragraph(
                "PIE-AUC: probability that a PIE gets the more PIE-like rating than another case;"
                    + " readers and cases random. Multiplicity: Holm over the questions.",
                "small"));
  }
}
