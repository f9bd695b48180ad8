package org.exemplar.app.explorer.findings;

import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Figures;
import org.kordamp.ikonli.feather.Feather;

/** The numbers of the finding in focus, and the way to its images. */
final class FindingCard {
  private final FindingsModel model;
  private final IntConsumer images;
  private final Card card = new Card("", "");

  /**
   * @param images shows the images that were given a finding
   */
  FindingCard(FindingsModel model, IntConsumer images) {
    this.model = model;
    this.images = images;
    card.body().getStyleClass().add("gap-12");
    model
        .lookProperty()
        .addListener((o, was, now) -> {
          if (was.focus() != now.focus()) {
            show();
          }
        });
    show();
  }

  Card card() {
    return card;
  }

  private void show() {
    Forgetting forgetting = model.forgetting();
    int finding = model.lookProperty().get().focus();
    card.titleLabel().setText(forgetting.name(finding));
    card.sentenceLabel().setText("in focus");
    int last = forgetting.sparsities().size();
    int count = forgetting.finding(finding).testCount();
    Facts facts =
        new Facts()
            .add("Images", Integer.toString(count))
            .add("AP dense", number(forgetting.averagePrecision(finding, 0)))
            .add(
                "AP at " + Figures.decimals(forgetting.sparsities().getLast(), 2),
                number(forgetting.averagePrecision(finding, last)))
            .add("First significant drop", at(forgetting.significant(finding)))
            .add("The same, not corrected", at(forgetting.significantUncorrected(finding)))
            .add("20 % drop", at(forgetting.twenty(finding)));
    Button go =
        Buttons.of(
            count == 1 ? "1 image" : count + " images",
            Feather.CHEVRON_RIGHT,
            () -> images.accept(finding));
    go.setMaxWidth(Double.MAX_VALUE);
    go.setDisable(count == 0);
    card.body()
        .getChildren()
        .setAll(
            facts,
            go,
            Parts.paragraph(
                "Welch’s test over runs, corrected over the findings after Holm.", "small"));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Figures.decimals(value, 2) : "–";
  }

  private static String at(OptionalDouble value) {
    return value.isPresent() ? Figures.decimals(value.getAsDouble(), 2) : "none";
  }
}
