package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.kordamp.ikonli.feather.Feather;

/** The form of a new comparison: each file is inspected at once and says its problem on its row. */
final class ComparePage extends VBox {
  /**
   * What the page asks of the desk.
   *
   * @param folder asks for a folder by a title
   * @param table asks for a table by a title
   * @param models asks for checkpoints and inspects them
   * @param place asks where to save
   * @param run runs the comparison
   */
  record Acts(
      java.util.function.Function<String, Optional<Path>> folder,
      java.util.function.Function<String, Optional<Path>> table,
      Runnable models,
      Supplier<Optional<Path>> place,
      Runnable run) {}

  private static final List<PruningMethod> METHODS =
      List.of(
          PruningMethod.L1,
          PruningMethod.LAYER_L1,
          PruningMethod.RANDOM,
          PruningMethod.STRUCTURED_L1,
          PruningMethod.STRUCTURED_L2);

  private final CompareViewModel model;
  private final Acts acts;
  private final VBox runs = new VBox();

  ComparePage(CompareViewModel model, Acts acts) {
    this.model = model;
    this.acts = acts;
    HBox head =
        new HBox(
            Parts.line("New comparison", "desk-title"),
            Parts.line("dense classifiers against their pruned copies, image by image", "muted"));
    head.getStyleClass().addAll("gap-12", "base-line");
    GridPane columns = new GridPane();
    columns.getStyleClass().add("grid-16");
    for (double share : new double[] {74, 26}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      columns.getColumnConstraints().add(column);
    }
    VBox left = new VBox(images(), classifiers(), pruning());
    left.getStyleClass().add("gap-16");
    VBox right = new VBox(what(), run());
    right.getStyleClass().add("gap-16");
    columns.add(left, 0, 0);
    columns.add(right, 1, 0);
    VBox page = new VBox(head, columns);
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.checkpoints().addListener((ListChangeListener<CheckpointFacts>) c -> rows());
    rows();
  }

  private GridPane images() {
    GridPane both = new GridPane();
    both.getStyleClass().add("grid-16");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      both.getColumnConstraints().add(half);
    }
    both.add(
        new Card(
            "Images",
            "DICOM, PNG or JPEG",
            chosen(
                model.imagesProperty(), "Images", () -> acts.folder().apply("Choose the images"))),
        0,
        0);
    both.add(
        new Card(
            "Labels",
            "may be left out",
            chosen(
                model.labelsProperty(), "Labels", () -> acts.table().apply("Choose the labels"))),
        1,
        0);
    return both;
  }

  private Card classifiers() {
    Card card =
        new Card("Classifiers", "one run each, in this order", runs)
            .actions(Buttons.of("Add files…", Feather.PLUS, acts.models()));
    card.body()
        .getChildren()
        .add(
            Fields.of(
                "Findings",
                chosen(
                    model.findingsProperty(),
                    "Findings",
                    () -> acts.table().apply("Choose the findings")),
                "One a line, in the order of the outputs; empty: classes.txt beside the first"
                    + " classifier, else the labels’ columns"));
    return card;
  }

  private void rows() {
    runs.getStyleClass().setAll("gap-4");
    runs.getChildren().clear();
    if (model.checkpoints().isEmpty()) {
      runs.getChildren()
          .add(
              Parts.paragraph(
                  "Add checkpoints, or drop them anywhere on the window: each is inspected at once.",
                  "muted"));
    }
    int run = 0;
    for (CheckpointFacts facts : model.checkpoints()) {
      runs.getChildren().add(row(facts, facts.refused() ? "" : "run " + run++));
    }
  }

  private Node row(CheckpointFacts facts, String run) {
    GridPane line = new GridPane();
    line.getStyleClass().add("checkpoint-line");
    double[] shares = {30, 22, 13, 15, 20};
    for (double share : shares) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      line.getColumnConstraints().add(column);
    }
    Label tag =
        facts.refused()
            ? Parts.line("refused", "tag", "danger")
            : facts.prunedAlready()
                ? Parts.line("already pruned", "tag", "warning")
                : Parts.line(run, "tag", "success");
    tag.setMinWidth(USE_PREF_SIZE);
    HBox end = new HBox(tag, Buttons.link("Leave out", () -> model.checkpoints().remove(facts)));
    end.getStyleClass().add("gap-12");
    end.setAlignment(Pos.CENTER_RIGHT);
    line.add(Parts.line(String.valueOf(facts.file().getFileName()), "strong", "bold"), 0, 0);
    line.add(Parts.line(facts.refused() ? "–" : facts.architecture()), 1, 0);
    line.add(
        Parts.line(facts.findings() == 0 ? "" : facts.findings() + " findings", "muted"), 2, 0);
    line.add(
        Parts.line(
            facts.refused()
                ? ""
                : String.format(Locale.ROOT, "%.0f %% zero", 100 * facts.weights().zeroShare()),
            facts.prunedAlready() ? "warning" : "muted"),
        3,
        0);
    line.add(end, 4, 0);
    VBox row = new VBox(line);
    row.getStyleClass().addAll("checkpoint-row", "gap-4");
    if (facts.refused()) {
      row.getStyleClass().add("refused");
      row.getChildren().add(Parts.paragraph(facts.refusal(), "body"));
    } else if (facts.prunedAlready()) {
      row.getStyleClass().add("doubtful");
      row.getChildren()
          .add(
              Parts.paragraph(
                  "Part of its weights is zero already. It is compared as a dense network; leave it"
                      + " out if it is a pruned copy.",
                  "body"));
    }
    return row;
  }

  private Card pruning() {
    Segmented<PruningMethod> method =
        new Segmented<>(METHODS, ComparisonBar::words, model.methodProperty().get());
    method.valueProperty().bindBidirectional(model.methodProperty());
    method.setMaxWidth(USE_PREF_SIZE);
    TextField sparsities = field(model.sparsitiesProperty());
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chip-row");
    InvalidationListener show = o -> chips(chips);
    model.sparsitiesProperty().addListener(show);
    chips(chips);
    return new Card(
        "Pruning",
        "no fine-tuning",
        Fields.of("Method", method, ""),
        Fields.of("Sparsities", sparsities, "A list such as 0.5,0.9 or first:last:step"),
        chips);
  }

  private void chips(FlowPane chips) {
    List<Sparsity> all = model.sparsities();
    chips
        .getChildren()
        .setAll(
            all.stream()
                .limit(40)
                .map(s ->
                    Parts.line(
                        s.text(), "rank-tag", s.equals(new Sparsity(0.9)) ? "pie-words" : "fg"))
                .toList());
  }

  private Card what() {
    Facts facts = new Facts();
    Label predictions = new Label();
    InvalidationListener count =
        o ->
            predictions.setText(
                model.checkpoints().size()
                    + " runs × "
                    + (model.sparsities().size() + 1)
                    + " networks");
    model.checkpoints().addListener(count);
    model.sparsitiesProperty().addListener(count);
    count.invalidated(model.sparsitiesProperty());
    facts
        .add("Predictions", predictions.textProperty())
        .add("Resize", "OpenCV bilinear")
        .add("Normalise", "ImageNet")
        .add("Outputs", "found by itself")
        .add("Device", "GPU if there is one");
    return new Card(
        "What will run",
        "",
        facts,
        Fields.of("Input size, pixels", field(model.sizeProperty()), ""));
  }

  private Card run() {
    Label missing = Parts.paragraph("", "warning");
    missing.textProperty().bind(model.missingProperty());
    Button run = Buttons.primary("Run comparison", Feather.PLAY, acts.run());
    run.setMaxWidth(Double.MAX_VALUE);
    run.disableProperty().bind(model.missingProperty().isNotEmpty());
    return new Card(
        "Where it is kept",
        "",
        chosen(model.outProperty(), "Folder of the comparison", acts.place()),
        run,
        missing);
  }

  private static TextField field(StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static HBox chosen(StringProperty text, String words, Supplier<Optional<Path>> choose) {
    TextField field = field(text);
    field.setAccessibleText(words);
    Button button =
        Buttons.of(
            "…", Feather.FOLDER, () -> choose.get().ifPresent(path -> text.set(path.toString())));
    button.setText("");
    button.setAccessibleText("Choose " + words);
    return Fields.with(field, button);
  }
}
