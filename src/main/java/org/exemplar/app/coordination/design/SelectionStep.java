package org.exemplar.app.coordination.design;

import java.util.Locale;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;

/**
 * How the study is drawn: left what one chooses, written into the protocol at once; right what it
 * means in numbers.
 */
final class SelectionStep extends StepPane {
  private static final int MANY = 100_000;

  private final DesignViewModel model;
  private final NumberField percentile;
  private final NumberField sparsity;
  private final NumberField pies;
  private final NumberField controls;
  private final VBox notices = new VBox();
  private final MatchingCard matching;
  private final AllocationCard allocation;
  private final MeaningColumn meaning;
  private final VBox left = new VBox();
  private final HBox columns = new HBox();

  SelectionStep(DesignViewModel model) {
    this.model = model;
    percentile =
        field(
            "PIE below percentile", new NumberField.Range(0.1, 99.9, 1, 1), "criterion.percentile");
    sparsity =
        field("at sparsity", new NumberField.Range(0.01, 0.99, 0.05, 2), "criterion.sparsity");
    pies = whole("PIEs", 1, MANY, "arms.PIE");
    controls = whole("Controls", 1, MANY, "arms.NON_PIE");
    matching = new MatchingCard(model);
    allocation = new AllocationCard(model);
    meaning = new MeaningColumn(model);
    notices.getStyleClass().add("gap-8");
    left.getChildren().addAll(arms(), matching, allocation);
    left.getStyleClass().add("gap-16");
    HBox.setHgrow(left, Priority.ALWAYS);
    columns.getStyleClass().add("gap-16");
    columns.getChildren().addAll(left, meaning);
    getChildren().add(columns);
  }

  private NumberField whole(String words, int least, int most, String path) {
    return new NumberField(
        words,
        NumberField.Range.whole(least, most),
        value -> model.edit(protocol -> protocol.with(path, (long) value)));
  }

  private NumberField field(String words, NumberField.Range range, String path) {
    return new NumberField(
        words, range, value -> model.edit(protocol -> protocol.with(path, value)));
  }

  private Card arms() {
    GridPane fields = new GridPane();
    fields.getStyleClass().add("grid-16");
    for (NumberField field : new NumberField[] {percentile, sparsity, pies, controls}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(25);
      fields.getColumnConstraints().add(column);
      fields.add(field, fields.getChildren().size(), 0);
    }
    return new Card("Arms", "which films are PIEs, and how many of each are read", fields, notices);
  }

  @Override
  void narrow(boolean small) {
    meaning.strip(small);
    columns.getChildren().setAll(left);
    getChildren().setAll(columns);
    if (small) {
      getChildren().add(0, meaning);
    } else {
      columns.getChildren().add(meaning);
    }
  }

  @Override
  void refresh() {
    notices.getChildren().clear();
    boolean readable = model.protocol().read().isPresent();
    left.setDisable(!readable);
    if (!readable) {
      notices
          .getChildren()
          .add(
              notice(
                  "warning",
                  "The selection is written in the protocol: choose one, or put its error right,"
                      + " first."));
    }
    model.protocol().read().map(Protocol::design).ifPresent(this::show);
    matching.refresh();
    allocation.refresh();
    meaning.refresh();
  }

  private void show(Design design) {
    percentile.show(design.criterion().percentile());
    sparsity.show(design.criterion().sparsity());
    pies.show(design.arms().pie());
    controls.show(design.arms().nonPie());
    percentile.hint("the paper’s is 5");
    sparsity.hint("the paper’s is 0.90");
    model
        .preview()
        .value()
        .map(StudyPreview::available)
        .ifPresentOrElse(
            there -> {
              pies.hint(available(there.pies()));
              controls.hint(available(there.others()));
            },
            () -> {
              pies.hint(model.inputs().isPresent() ? "counting …" : "");
              controls.hint(model.inputs().isPresent() ? "counting …" : "");
            });
    model.preview().problem().ifPresent(why -> notices.getChildren().add(notice("danger", why)));
    model.preview().value().ifPresent(preview -> say(preview, design));
  }

  private void say(StudyPreview preview, Design design) {
    Readiness readiness = Readiness.of(model);
    readiness.blockers().stream()
        .filter(check -> check.step() == Step.SELECTION && preview.blocker().isPresent())
        .forEach(check -> notices.getChildren().add(notice("danger", check.detail())));
    preview.coverage().blocker().ifPresent(why -> notices.getChildren().add(notice("danger", why)));
    if (preview.blocker().isEmpty() && preview.available().pies() == design.arms().pie()) {
      notices
          .getChildren()
          .add(
              notice(
                  "info",
                  "All " + design.arms().pie() + " PIEs are read: nothing is left to draw from."));
    }
    if (preview.available().tiedAtCut() > 1) {
      notices
          .getChildren()
          .add(
              Parts.paragraph(
                  String.format(
                      Locale.ROOT,
                      "%,d images share the agreement of the last PIE.",
                      preview.available().tiedAtCut()),
                  "small"));
    }
  }

  private static String available(int number) {
    return String.format(Locale.ROOT, "%,d available", number);
  }
}
