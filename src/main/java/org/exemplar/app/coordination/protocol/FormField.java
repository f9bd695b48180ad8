package org.exemplar.app.coordination.protocol;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** One field of a form with what is wrong with it below. Follows the form, and tells typing. */
final class FormField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final String name;
  private final TextInputControl input;
  private final Function<QuestionForm, String> value;
  private final Label error;
  private boolean showing;

  /**
   * @param name as {@link FormCheck} names it
   * @param words above it; empty for a line among others
   * @param input where one types
   * @param value what the form has for it
   * @param typed told what was typed
   */
  FormField(
      String name,
      String words,
      TextInputControl input,
      Function<QuestionForm, String> value,
      Consumer<String> typed) {
    this.name = name;
    this.input = input;
    this.value = value;
    error = errorLabel();
    getChildren().addAll(words.isEmpty() ? input : Fields.of(words, input, ""), error);
    getStyleClass().add("gap-4");
    input
        .textProperty()
        .addListener((o, was, is) -> {
          if (!showing) {
            typed.accept(is);
          }
        });
  }

  /** A line for what is wrong, not there while all is well. */
  static Label errorLabel() {
    Label error = Parts.paragraph("", "field-error");
    error.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "icon-12", "icon-danger"));
    error.managedProperty().bind(error.visibleProperty());
    error.setVisible(false);
    return error;
  }

  /** Shows what is wrong on such a line. */
  static void tell(Label error, String sentence) {
    error.setText(sentence);
    error.setVisible(!sentence.isEmpty());
  }

  /** Says why it cannot be changed, and refuses typing. */
  FormField locked(String why) {
    input.setEditable(false);
    input.setTooltip(new Tooltip(why));
    input.getStyleClass().add("locked");
    input.setAccessibleHelp(why);
    return this;
  }

  /** Shows the form's value and what is wrong with it. */
  void show(QuestionForm form, Map<String, String> wrong) {
    String text = value.apply(form);
    if (!text.equals(input.getText())) {
      showing = true;
      input.setText(text);
      showing = false;
    }
    String sentence = wrong.getOrDefault(name, "");
    tell(error, sentence);
    input.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
  }

  /** Puts the keyboard into it. */
  void enter() {
    input.requestFocus();
    input.selectAll();
  }
}
