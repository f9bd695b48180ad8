package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.study.ReaderId;

/** Who reads, under which passphrase their files go out, and where the study is kept. */
final class ReadersStep extends StepPane {
  private static final int MOST = 40;

  private final DesignViewModel model;
  private final NumberField number;
  private final VBox coverage = new VBox();
  private final VBox warnings = new VBox();

  ReadersStep(DesignViewModel model, DesignActs acts) {
    this.model = model;
    number = new NumberField("Readers", NumberField.Range.whole(1, MOST), n -> named((int) n));
    number.setMaxWidth(USE_PREF_SIZE);
    TextField names = new TextField();
    names.textProperty().bindBidirectional(model.readersProperty());
    HBox who =
        new HBox(
            number,
            Fields.of(
                "Pseudonyms", names, "With commas between; who is behind one is for you to keep"));
    who.getStyleClass().add("gap-16");
    coverage.getStyleClass().add("gap-8");
    warnings.getStyleClass().add("gap-8");
    getChildren()
        .addAll(
            new Card("Who reads", "each in an order of their own", who, coverage),
            passphrases(),
            new Card(
                "Where the study is kept",
                "",
                Fields.of(
                    "Folder of the study",
                    SourcesStep.chosen(
                        model.outProperty(), "Folder of the study", acts.ask().place()),
                    "A new folder; readers see the study’s title, never this name")));
  }

  private Card passphrases() {
    PasswordField one = new PasswordField();
    one.textProperty().bindBidirectional(model.filePassphraseProperty());
    PasswordField two = new PasswordField();
    two.textProperty().bindBidirectional(model.fileAgainProperty());
    GridPane row =
        Fields.row(
            Fields.of(
                "Passphrase of the reading files", one, "Tell it by another way than the file"),
            Fields.of("Once more", two, "Readers type it each time they open their file"));
    return new Card(
        "Reading files",
        "written right after the seal; leave empty to hand out later. The words are not kept with"
            + " the draft",
        row,
        warnings);
  }

  private void named(int count) {
    List<String> names =
        new java.util.ArrayList<>(
            model.readerIds().stream().map(ReaderId::value).limit(count).toList());
    IntStream.rangeClosed(1, MOST * 2)
        .mapToObj(i -> String.format(Locale.ROOT, "R%02d", i))
        .filter(name -> !names.contains(name))
        .limit(count - (long) names.size())
        .forEach(names::add);
    model.readersProperty().set(names.stream().collect(Collectors.joining(", ")));
  }

  @Override
  void refresh() {
    number.show(Math.max(1, model.readerIds().size()));
    warnings.getChildren().clear();
    if (!model.filePassphraseProperty().get().equals(model.fileAgainProperty().get())) {
      warnings.getChildren().add(Parts.paragraph("The two passphrases differ.", "field-error"));
    }
    coverage.getChildren().clear();
    if (model.readerIds().isEmpty()) {
      coverage
          .getChildren()
          .add(
              notice(
                  "warning",
                  "Name at least one reader, each once, by letters and digits such as R01."));
      return;
    }
    model
        .preview()
        .value()
        .map(StudyPreview::coverage)
        .filter(c -> c.blocker().isEmpty() && !c.perReader().isEmpty())
        .ifPresent(this::show);
  }

  private void show(StudyPreview.Coverage told) {
    Facts facts = new Facts();
    boolean alike = told.perReader().stream().distinct().count() == 1;
    if (alike) {
      facts.add("Each reader reads", words(told.perReader().getFirst()));
    } else {
      for (int i = 0; i < told.perReader().size(); i++) {
        facts.add(model.readerIds().get(i).value() + " reads", words(told.perReader().get(i)));
      }
    }
    facts.add("Readers of each case", range(told.fewestReaders(), told.mostReaders()));
    coverage.getChildren().add(facts);
    HBox.setHgrow(coverage, Priority.ALWAYS);
  }

  /** What a reader reads, in few words. */
  static String words(StudyPreview.Burden burden) {
    return SourceChecks.count(burden.cases(), "case")
        + (burden.repeats() > 0 ? ", " + burden.repeats() + " again" : "")
        + (burden.practice() > 0 ? ", " + burden.practice() + " practice" : "");
  }

  /** One number, or two with an en dash between. */
  static String range(int low, int high) {
    return low == high ? Integer.toString(low) : low + "–" + high;
  }
}
