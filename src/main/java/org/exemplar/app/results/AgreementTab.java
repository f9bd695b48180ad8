package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Course;
import org.exemplar.analysis.Results;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.results.AgreementCharts.Weighting;

/** How far readers agree with each other, and with themselves. */
final class AgreementTab extends VBox {
  private final TabDoor door;
  private final Segmented<Weighting> weighting =
      new Segmented<>(List.of(Weighting.values()), Weighting::word, Weighting.QUADRATIC);

  AgreementTab(TabDoor door) {
    this.door = door;
    getStyleClass().add("gap-16");
    List<Node> cards = new ArrayList<>();
    door.model().results().questions().forEach((id, question) -> cards.add(card(id, question)));
    HBox choice = new HBox(Parts.line("Weights of κ", "muted"), weighting);
    choice.getStyleClass().addAll("gap-12", "middle-line");
    getChildren().addAll(choice, new Columns(cards));
    repeats();
    getChildren()
        .add(
            Parts.paragraph(
                "Intervals: 95 %, percentile bootstrap over cases. AC2 and κ with quadratic"
                    + " weights unless chosen otherwise. ICC after Shrout and Fleiss, over the"
                    + " cases that all rated.",
                "small"));
  }

  private VBox card(String id, Results.QuestionResults question) {
    Results.Agreement agreement = question.agreement();
    List<String> readers = List.copyOf(question.descriptivesByReader().keySet());
    List<List<String>> order = AgreementCharts.order(readers, agreement);
    Wanted all = Wanted.ofQuestion(id);
    DrawnFigure alpha = door.chart(AgreementCharts.alpha(agreement), spot -> all);
    DrawnFigure pairs =
        door.chart(
            AgreementCharts.pairs(readers, agreement, weighting.valueProperty().get()),
            spot -> all.by(order.get(spot).toArray(String[]::new)));
    weighting
        .valueProperty()
        .addListener((o, was, is) -> pairs.show(AgreementCharts.pairs(readers, agreement, is)));
    Card card = new Card(door.model().title(id), "", new VBox());
    String title = door.model().title(id);
    card.body()
        .getChildren()
        .setAll(
            section("Krippendorff’s α", title, alpha),
            alpha,
            section("Cohen’s κ of each pair", title, pairs),
            pairs,
            Parts.hairline(),
            facts(agreement),
            door.warnings(id, Tab.AGREEMENT));
    card.body().getStyleClass().add("gap-8");
    return card;
  }

  private HBox section(String words, String question, DrawnFigure figure) {
    HBox line =
        new HBox(
            Parts.line(words, "strong", "bold"),
            Parts.filler(),
            door.menu(question + ", " + words, figure));
    line.getStyleClass().add("middle-line");
    return line;
  }

  private static Facts facts(Results.Agreement agreement) {
    Results.Icc icc = agreement.icc();
    return new Facts()
        .add("Fleiss’ κ", ResultWords.number(agreement.fleissKappa()))
        .add("Gwet’s AC2", ResultWords.number(agreement.gwetAc2()))
        .add("Kendall’s W", ResultWords.number(agreement.kendallW()))
        .add(
            "ICC single: one-way, random, fixed",
            ResultWords.number(icc.icc1())
                + " · "
                + ResultWords.number(icc.icc2())
                + " · "
                + ResultWords.number(icc.icc3()))
        .add(
            "ICC mean: one-way, random, fixed",
            ResultWords.number(icc.icc1k())
                + " · "
                + ResultWords.number(icc.icc2k())
                + " · "
                + ResultWords.number(icc.icc3k()))
        .add("Cases that all rated", Integer.toString(agreement.completeCases()));
  }

  private void repeats() {
    var course = door.model().results().course();
    if (course.isEmpty() || course.get().intraReader().isEmpty()) {
      Card card = new Card("Do readers agree with themselves?", "");
      card.body()
          .getChildren()
          .add(
              Parts.paragraph(
                  "There were no hidden repeats. A protocol can plan them: some cases are then"
                      + " shown twice to each reader.",
                  "muted"));
      getChildren().add(card);
      return;
    }
    List<Node> cards = new ArrayList<>();
    course.get().intraReader().forEach((id, intra) -> cards.add(repeats(id, intra)));
    getChildren().add(new Columns(cards));
  }

  private Card repeats(String id, Course.IntraReader intra) {
    List<String> readers = List.copyOf(intra.agreementByReader().keySet());
    Wanted twice = Wanted.ofQuestion(id).twice();
    DrawnFigure figure =
        door.chart(
            AgreementCharts.themselves(intra),
            spot -> spot < readers.size() ? twice.by(readers.get(spot)) : twice);
    Card card =
        door.card(
            door.model().title(id) + ", read twice",
            intra.pairs() + " hidden repeats, share rated the same",
            figure);
    card.body()
        .getChildren()
        .add(
            new Facts()
                .add("κ, quadratic weights", ResultWords.number(intra.kappaQuadratic()))
                .add("Mean change, second − first", ResultWords.number(intra.meanDifference())));
    card.body().getStyleClass().add("gap-8");
    return card;
  }
}
