package org.exemplar.app.coordination.design;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A number with its word above and what it means below; arrow keys and buttons step it. */
final class NumberField extends VBox {
  /**
   * What may be typed.
   *
   * @param least allowed
   * @param most allowed
   * @param step of buttons and arrow keys
   * @param decimals shown at most
   */
  record Range(double least, double most, double step, int decimals) {
    static Range whole(int least, int most) {
      return new Range(least, most, 1, 0);
    }
  }

  private final Range range;
  private final DoubleConsumer changed;
  private final TextField field = new TextField();
  private final Label hint = Parts.paragraph("", "small");
  private double value;

  /**
   * @param changed told a number that differs from the last
   */
  NumberField(String words, Range range, DoubleConsumer changed) {
    this.range = range;
    this.changed = changed;
    Label label = Parts.line(words, "muted");
    label.setLabelFor(field);
    field.setAccessibleText(words);
    field.setPrefColumnCount(5);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row =
        new HBox(
            field,
            step(Feather.MINUS, "Less: " + words, -1),
            step(Feather.PLUS, "More: " + words, 1));
    row.getStyleClass().add("number-field");
    field.setOnAction(e -> typed());
    field
        .focusedProperty()
        .addListener(o -> {
          if (!field.isFocused()) {
            typed();
          }
        });
    field.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
        by(e.getCode() == KeyCode.UP ? 1 : -1);
        e.consume();
      }
    });
    getStyleClass().add("gap-4");
    getChildren().addAll(label, row, hint);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  private Button step(Feather icon, String words, int by) {
    Button button = new Button("", Icons.of(icon, "icon-12"));
    button.getStyleClass().add("number-step");
    button.setAccessibleText(words);
    button.setFocusTraversable(false);
    button.setOnAction(e -> by(by));
    return button;
  }

  private void by(int steps) {
    typed();
    take(value + steps * range.step());
  }

  private void typed() {
    try {
      take(Double.parseDouble(field.getText().strip().replace(',', '.')));
    } catch (NumberFormatException e) {
      field.setText(written(value));
    }
  }

  private void take(double wanted) {
    double scale = Math.pow(10, range.decimals());
    double next = Math.clamp(Math.rint(wanted * scale) / scale, range.least(), range.most());
    boolean differs = next != value;
    show(next);
    if (differs) {
      changed.accept(next);
    }
  }

  /** Shows a number without telling it. */
  void show(double number) {
    value = number;
    if (!field.getText().equals(written(number))) {
      field.setText(written(number));
    }
  }

  /** What it means, below the field. */
  void hint(String words) {
    hint.setText(words);
  }

  private String written(double number) {
    return number == Math.rint(number) && range.decimals() < 2
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%." + range.decimals() + "f", number);
  }
}
