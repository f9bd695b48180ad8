package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.Balance;
import org.exemplar.blinding.StudyPreview;
import org.kordamp.ikonli.feather.Feather;

/** The form of a new study: left what one chooses, right what it means in numbers. */
final class NewStudyPage extends VBox {
  /**
   * What the page asks of the desk.
   *
   * @param folder asks for a folder by a title; calls back when one was chosen
   * @param protocol asks for a protocol document
   * @param place asks where to save the study
   * @param preview works out the numbers in the background
   * @param build builds and seals
   */
  record Acts(
      java.util.function.Function<String, java.util.Optional<Path>> folder,
      Supplier<java.util.Optional<Path>> protocol,
      Supplier<java.util.Optional<Path>> place,
      Consumer<NewStudyPage> preview,
      Runnable build) {}

  private static final Duration SETTLING = Duration.millis(400);

  private final NewStudyViewModel model;
  private final Acts acts;
  private final VBox means = new VBox();

  NewStudyPage(NewStudyViewModel model, Acts acts) {
    this.model = model;
    this.acts = acts;
    VBox page = new VBox(Parts.line("New study", "desk-title"), columns());
    page.getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, footer());
    means.getStyleClass().add("gap-12");
    waiting();
    PauseTransition settling = new PauseTransition(SETTLING);
    settling.setOnFinished(e -> acts.preview().accept(this));
    for (StringProperty source :
        List.of(
            model.comparisonProperty(),
            model.imagesProperty(),
            model.protocolProperty(),
            model.seedProperty())) {
      source.addListener(o -> settling.playFromStart());
    }
    if (model.sources().isPresent()) {
      acts.preview().accept(this);
    }
  }

  private GridPane columns() {
    GridPane columns = new GridPane();
    columns.getStyleClass().add("grid-16");
    for (double share : new double[] {64, 36}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      columns.getColumnConstraints().add(column);
    }
    VBox left = new VBox(sources(), people(), key());
    left.getStyleClass().add("gap-16");
    columns.add(left, 0, 0);
    columns.add(new Card("What it means", "totals only, never a case", means), 1, 0);
    return columns;
  }

  private Card sources() {
    return new Card(
        "What it is built from",
        "",
        Fields.of(
            "Comparison",
            chosen(
                model.comparisonProperty(),
                "Comparison",
                () -> acts.folder().apply("Choose the comparison")),
            "Whose PIEs are shown; the folder with manifest.json"),
        Fields.of(
            "Images",
            chosen(
                model.imagesProperty(), "Images", () -> acts.folder().apply("Choose the images")),
            "The folder that was compared"),
        Fields.of(
            "Protocol",
            chosen(model.protocolProperty(), "Protocol", acts.protocol()),
            "Arms, questions, order and analysis plan; it is sealed with the study"));
  }

  private Card people() {
    TextField readers = field(model.readersProperty());
    TextField seed = field(model.seedProperty());
    HBox row =
        new HBox(
            Fields.of("Readers", readers, "Pseudonyms with commas between"),
            Fields.of("Seed", seed, "Empty: one is drawn and kept in the key"));
    row.getStyleClass().add("gap-16");
    return new Card(
        "Who reads, and where it is kept",
        "",
        row,
        Fields.of(
            "Folder of the study",
            chosen(model.outProperty(), "Folder of the study", acts.place()),
            "Readers see the study’s title, not this name"));
  }

  private Card key() {
    PasswordField one = new PasswordField();
    one.textProperty().bindBidirectional(model.passphraseProperty());
    PasswordField two = new PasswordField();
    two.textProperty().bindBidirectional(model.againProperty());
    HBox row =
        new HBox(
            Fields.of("Passphrase of the key", one, "Without it the arms can never be known"),
            Fields.of("Once more", two, "Several words are better than one"));
    row.getStyleClass().add("gap-16");
    return new Card(
        "The unblinding key", "its own encrypted file; may be kept by someone else", row);
  }

  private static TextField field(StringProperty text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private HBox chosen(
      StringProperty text, String words, Supplier<java.util.Optional<Path>> choose) {
    TextField field = field(text);
    field.setAccessibleText(words);
    Button button =
        Buttons.of(
            "Choose…",
            Feather.FOLDER,
            () -> choose.get().ifPresent(path -> text.set(path.toString())));
    button.setAccessibleText("Choose " + words);
    return Fields.with(field, button);
  }

  private HBox footer() {
    Label missing = Parts.line("", "muted");
    missing.textProperty().bind(model.missingProperty());
    Button build = Buttons.primary("Build and seal", Feather.LOCK, acts.build());
    build.disableProperty().bind(model.missingProperty().isNotEmpty());
    HBox footer = new HBox(Parts.filler(), missing, build);
    footer.getStyleClass().addAll("gap-16", "page-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.setMinHeight(USE_PREF_SIZE);
    return footer;
  }

  /** Says that the sources are still missing. */
  void waiting() {
    means
        .getChildren()
        .setAll(
            Parts.paragraph(
                "Choose comparison, images and protocol: how many cases there are to draw from, and"
                    + " how alike the arms will be, appears here.",
                "muted"));
  }

  /** Says why there are no numbers. */
  void problem(String sentence) {
    means.getChildren().setAll(notice(sentence));
  }

  /** Shows what the study would be. */
  void preview(StudyPreview preview) {
    StudyPreview.Available available = preview.available();
    Facts facts =
        new Facts()
            .add("Images with an agreement", count(available.images()))
            .add("PIEs available", count(available.pies()))
            .add("Others available", count(available.others()))
            .add("Undefined, in neither arm", count(available.undefined()));
    StudyPreview.Burden burden = preview.burden();
    Facts asked =
        new Facts()
            .add("Cases a reader", count(burden.cases()))
            .add("Shown again", count(burden.repeats()))
            .add("Practice before", count(burden.practice()));
    means.getChildren().setAll(facts, Parts.hairline(), asked);
    preview.blocker().ifPresent(why -> means.getChildren().add(notice(why)));
    preview
        .balance()
        .filter(b -> !b.rows().isEmpty())
        .ifPresent(b -> means.getChildren().addAll(Parts.hairline(), balance(b)));
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static HBox notice(String sentence) {
    HBox notice =
        new HBox(
            Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), Parts.paragraph(sentence, "body"));
    notice.getStyleClass().addAll("notice", "warning");
    return notice;
  }

  private static GridPane balance(Balance balance) {
    GridPane table = new GridPane();
    table.getStyleClass().add("small-table");
    String[] heads = {"Balance", "PIE", "Other", "Difference"};
    for (int c = 0; c < heads.length; c++) {
      Label head = Parts.line(heads[c], "small");
      table.add(head, c, 0);
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(c == 0 ? Priority.ALWAYS : Priority.NEVER);
      table.getColumnConstraints().add(column);
    }
    int line = 1;
    for (Balance.Row row : balance.rows()) {
      table.add(Parts.line(row.name()), 0, line);
      table.add(Parts.line(mean(row.share(), row.pie())), 1, line);
      table.add(Parts.line(mean(row.share(), row.control())), 2, line);
      Label after =
          Parts.line(
              Double.isFinite(row.after()) ? LinearAxis.number(row.after(), 2) : "∞",
              row.balanced() ? "success" : "danger");
      after.setText(after.getText() + (row.balanced() ? "" : " above 0.1"));
      after.setMinWidth(USE_PREF_SIZE);
      table.add(after, 3, line++);
    }
    return table;
  }

  private static String mean(boolean share, double value) {
    return share ? String.format(Locale.ROOT, "%.0f %%", 100 * value) : LinearAxis.number(value, 2);
  }
}
