package org.exemplar.app.results;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.MixedModel;
import org.exemplar.analysis.Results;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;

/** What R's ordinal mixed model says of a question, or how to have it fitted. */
final class MixedModelFacts {
  private MixedModelFacts() {}

  static Node of(Results results, String question) {
    VBox box = new VBox(Parts.line("Ordinal mixed model", "strong", "bold"));
    box.getStyleClass().add("gap-8");
    MixedModel model = results.mixedModel().orElse(null);
    MixedModel.Fit fit = model == null ? null : model.questions().get(question);
    if (model == null || fit == null) {
      box.getChildren()
          .add(
              Parts.paragraph(
                  "Not fitted. The command analyze --mixed-model has R fit it; open the folder of"
                      + " its results here.",
                  "small"));
      return box;
    }
    box.getChildren()
        .addAll(
            new Facts()
                .add("Log odds of a higher rating, PIE", ResultWords.number(fit.effect()))
                .add("its interval, 95 %", ResultWords.range(fit.ciLow(), fit.ciHigh()))
                .add("p, Wald", ResultWords.p(fit.p()))
                .add("SD of readers", ResultWords.number(fit.readerSd()))
                .add("SD of cases", ResultWords.number(fit.caseSd())),
            Parts.paragraph(
                "Cumulative link, readers and cases random, of "
                    + fit.n()
                    + " ratings as given; fitted by R "
                    + model.r()
                    + ", ordinal "
                    + model.ordinal()
                    + ".",
                "small"));
    return box;
  }
}
