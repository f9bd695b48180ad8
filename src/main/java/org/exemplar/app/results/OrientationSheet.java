package org.exemplar.app.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Orientation;
import org.kordamp.ikonli.feather.Feather;

/** Asks which end of each question is more PIE-like, where neither name nor codebook tells. */
final class OrientationSheet {
  private final Map<String, Orientation> answers = new LinkedHashMap<>();
  private final List<String> questions;
  private final Sheet sheet;
  private final Button act = new Button("Analyse", Icons.of(Feather.BAR_CHART_2));
  private final VBox fields = new VBox();

  /**
   * @param questions at least one
   * @param answered told the orientation of each
   */
  OrientationSheet(
      String table,
      List<String> questions,
      Sheet sheet,
      Consumer<Map<String, Orientation>> answered) {
    this.questions = List.copyOf(questions);
    this.sheet = sheet;
    act.getStyleClass().add("primary");
    act.setDisable(true);
    act.setOnAction(e -> {
      sheet.close();
      answered.accept(Map.copyOf(answers));
    });
    fields.getStyleClass().add("gap-16");
    questions.forEach(q -> fields.getChildren().add(field(q)));
    sheet.body(
        Parts.paragraph("Which answers are more PIE-like?", "title"),
        Parts.paragraph(
            table
                + " does not say it. A PIE is expected to look harder, worse or wrongly labelled:"
                + " choose the end of each scale that means this. It decides only on which side of"
                + " 0.5 an AUC lies.",
            "muted"),
        fields);
    sheet.footer(Parts.line("", "muted"), act);
  }

  private VBox field(String question) {
    ToggleGroup group = new ToggleGroup();
    VBox box =
        new VBox(
            Parts.line(question.replace('_', ' '), "strong", "bold"),
            choice(question, Orientation.HIGHER, "Higher numbers", group),
            choice(question, Orientation.LOWER, "Lower numbers", group));
    box.getStyleClass().add("gap-8");
    return box;
  }

  private RadioButton choice(
      String question, Orientation orientation, String words, ToggleGroup group) {
    RadioButton button = new RadioButton(words);
    button.setToggleGroup(group);
    button.setAccessibleText(question + ": " + words);
    button.setOnAction(e -> {
      answers.put(question, orientation);
      act.setDisable(!answers.keySet().containsAll(questions));
    });
    return button;
  }

  void show() {
    sheet.show(fields.lookup(".radio-button"));
  }
}
