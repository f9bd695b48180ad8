package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;

/** Who reads which cases, in which order, how many again, and how many to practise on. */
final class AllocationCard extends VBox {
  private static final int MANY = 1000;

  private final DesignViewModel model;
  private final Segmented<Design.Overlap.Kind> kind =
      new Segmented<>(
          List.of(Design.Overlap.Kind.values()),
          k -> k == Design.Overlap.Kind.ALL ? "All read all" : "Anchor and rotating blocks",
          Design.Overlap.Kind.ALL);
  private final NumberField anchor = whole("Anchor cases, read by all", 0, "overlap.anchor_cases");
  private final NumberField perCase = whole("Readers of each other", 1, "overlap.readers_per_case");
  private final NumberField repeats = whole("Shown again", 0, "repeats.cases");
  private final NumberField gap = whole("with others between", 0, "repeats.minimum_gap");
  private final NumberField practice = whole("Practice cases", 0, "practice.cases");
  private final NumberField block = whole("Block", 2, "order.block");
  private final NumberField run = whole("Longest run", 1, "order.longest_run");
  private final FlowPane overlap = new FlowPane(anchor, perCase);
  private final VBox coverage = new VBox();
  private boolean showing;

  AllocationCard(DesignViewModel model) {
    this.model = model;
    kind.valueProperty()
        .addListener((o, was, is) -> {
          if (!showing) {
            choose(is);
          }
        });
    repeats.hint("hidden, to measure a reader against themself");
    practice.hint("from outside the study set");
    block.hint("arms balanced within");
    run.hint("of one arm");
    FlowPane numbers = new FlowPane(repeats, gap, practice, block, run);
    for (FlowPane flow : List.of(numbers, overlap)) {
      flow.getStyleClass().add("number-flow");
    }
    HBox choice = new HBox(kind);
    HBox.setHgrow(choice, Priority.ALWAYS);
    coverage.getStyleClass().add("gap-8");
    getChildren()
        .add(
            new Card(
                "Reading", "who reads what, in which order", choice, overlap, coverage, numbers));
  }

  private NumberField whole(String words, int least, String path) {
    NumberField field =
        new NumberField(
            words, NumberField.Range.whole(least, MANY), value -> change(path, (long) value));
    field.getStyleClass().add("narrow-field");
    return field;
  }

  private void change(String path, long value) {
    model.edit(protocol -> protocol.with(path, value));
  }

  private void choose(Design.Overlap.Kind chosen) {
    int cases = model.protocol().read().map(p -> p.design().arms().total()).orElse(4);
    model.edit(protocol ->
        chosen == Design.Overlap.Kind.ALL
            ? protocol
                .without("overlap.anchor_cases")
                .without("overlap.readers_per_case")
                .with("overlap.design", "all")
            : protocol
                .with("overlap.design", "anchor")
                .with("overlap.anchor_cases", cases / 5L)
                .with("overlap.readers_per_case", 2));
  }

  void refresh() {
    model.protocol().read().ifPresent(this::show);
  }

  private void show(Protocol protocol) {
    Design design = protocol.design();
    showing = true;
    kind.valueProperty().set(design.overlap().kind());
    showing = false;
    boolean anchored = design.overlap().kind() == Design.Overlap.Kind.ANCHOR;
    overlap.setVisible(anchored);
    overlap.setManaged(anchored);
    anchor.show(design.overlap().anchorCases());
    perCase.show(design.overlap().readersPerCase());
    repeats.show(design.repeats().cases());
    gap.show(design.repeats().minimumGap());
    practice.show(protocol.reading().rules().practice().cases());
    block.show(design.order().block());
    run.show(design.order().longestRun());
    coverage.getChildren().clear();
    model
        .preview()
        .value()
        .map(preview -> preview.coverage())
        .filter(told -> !told.perReader().isEmpty())
        .ifPresent(told -> {
          int least = told.perReader().stream().mapToInt(b -> b.cases()).min().orElse(0);
          int most = told.perReader().stream().mapToInt(b -> b.cases()).max().orElse(0);
          coverage
              .getChildren()
              .add(
                  Parts.paragraph(
                      String.format(
                          Locale.ROOT,
                          "Each of %d readers reads %s cases; each case has %s readers.",
                          told.perReader().size(),
                          ReadersStep.range(least, most),
                          ReadersStep.range(told.fewestReaders(), told.mostReaders())),
                      "muted"));
        });
  }
}
