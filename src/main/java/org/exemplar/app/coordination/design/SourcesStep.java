package org.exemplar.app.coordination.design;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Comparison and images, each looked at at once. */
final class SourcesStep extends StepPane {
  private static final String MANIFEST = "manifest.json";

  private final DesignViewModel model;
  private final VBox seen = new VBox();

  SourcesStep(DesignViewModel model, DesignActs acts) {
    this.model = model;
    seen.getStyleClass().add("gap-12");
    Card sources =
        new Card(
            "What it is built from",
            "nothing here is changed or copied before the seal",
            Fields.of(
                "Comparison",
                chosen(
                    model.comparisonProperty(),
                    "Comparison",
                    () ->
                        acts.ask()
                            .folder()
                            .apply("Choose the comparison")
                            .map(SourcesStep::comparison)),
                "Whose PIEs are shown; the folder with manifest.json"),
            Fields.of(
                "Images",
                chosen(
                    model.imagesProperty(),
                    "Images",
                    () -> acts.ask().folder().apply("Choose the images")),
                "The folder that was compared"),
            Fields.of(
                "Answers to practice images",
                chosen(
                    model.answersProperty(),
                    "Answers to practice images",
                    () -> acts.ask().file().apply("Choose the answers", "*.csv")),
                "May be empty; a table image_id, question, answer gives readers feedback while they"
                    + " practise"));
    getChildren().addAll(sources, new Card("What they are", "", seen));
  }

  /** The comparison that a folder is, or is a part of. */
  private static Path comparison(Path chosen) {
    Path parent = chosen.getParent();
    if (parent == null || Files.isRegularFile(chosen.resolve(MANIFEST))) {
      return chosen;
    }
    return Files.isRegularFile(parent.resolve(MANIFEST)) ? parent : chosen;
  }

  /** A field with a button that asks for a file or folder. */
  static HBox chosen(StringProperty text, String words, Supplier<Optional<Path>> ask) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    field.setAccessibleText(words);
    Button button =
        Buttons.of(
            "Choose…",
            Feather.FOLDER,
            () -> ask.get().ifPresent(path -> text.set(path.toString())));
    button.setAccessibleText("Choose " + words);
    return Fields.with(field, button);
  }

  @Override
  void refresh() {
    seen.getChildren().clear();
    Optional<Path> wrong =
        model.comparison().filter(folder -> !Files.isRegularFile(folder.resolve(MANIFEST)));
    if (model.sources().isEmpty() && wrong.isPresent()) {
      seen.getChildren()
          .add(
              notice(
                  "danger",
                  wrong.get()
                      + " is not a finished comparison: choose the folder that holds manifest.json"
                      + " and images.csv. One is made under Research, Compare."));
    } else if (model.sources().isEmpty()) {
      seen.getChildren()
          .add(
              Parts.paragraph(
                  "Choose a comparison and its images: what is in them appears here.", "muted"));
    } else if (model.facts().problem().isPresent()) {
      seen.getChildren().add(notice("danger", model.facts().problem().get()));
    } else if (model.facts().value().isEmpty()) {
      seen.getChildren().add(Parts.paragraph("Looking at them …", "muted"));
    } else {
      show(model.facts().value().get());
    }
  }

  private void show(SourceFacts facts) {
    String sparsities =
        facts.pruned().sparsities().size() > 6
            ? facts.pruned().sparsities().size()
                + ", "
                + number(facts.pruned().sparsities().getFirst())
                + " to "
                + number(facts.pruned().sparsities().getLast())
            : facts.pruned().sparsities().stream()
                .map(SourcesStep::number)
                .collect(Collectors.joining(", "));
    seen.getChildren()
        .add(
            new Facts()
                .add("Comparison", facts.name())
                .add("Images, all found", String.format(Locale.ROOT, "%,d", facts.images()))
                .add("Networks compared", Integer.toString(facts.pruned().networks()))
                .add("Sparsities", sparsities)
                .add("Labels", facts.labelled() ? "given" : "none")
                .add(
                    "Other columns",
                    facts.columns().isEmpty() ? "none" : String.join(", ", facts.columns())));
    if (!facts.labelled()) {
      seen.getChildren()
          .add(
              notice(
                  "warning",
                  "Made without labels: controls cannot be matched on findings, and readers see no"
                      + " given findings."));
    }
  }

  private static String number(double sparsity) {
    return String.format(Locale.ROOT, "%.2f", sparsity);
  }
}
