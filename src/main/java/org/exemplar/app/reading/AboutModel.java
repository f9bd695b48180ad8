package org.exemplar.app.reading;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The three lines about a reader, as typed; nothing goes on until they are complete. */
public final class AboutModel {
  /** What is offered; a reader may type another. */
  public static final List<String> SUBSPECIALTIES =
      List.of(
          "Thoracic radiology",
          "General radiology",
          "Emergency radiology",
          "Cardiovascular radiology",
          "Abdominal radiology",
          "Paediatric radiology",
          "Musculoskeletal radiology",
          "Neuroradiology",
          "Interventional radiology",
          "Breast imaging",
          "Nuclear medicine",
          "Radiology resident",
          "Not a radiologist");

  private final StringProperty years = new SimpleStringProperty(this, "years", "");
  private final StringProperty subspecialty = new SimpleStringProperty(this, "subspecialty", "");
  private final BooleanProperty read = new SimpleBooleanProperty(this, "read");
  private final BooleanExpression complete =
      BooleanExpression.booleanExpression(
          new javafx.beans.binding.BooleanBinding() {
            {
              bind(years, subspecialty, read);
            }

            @Override
            protected boolean computeValue() {
              return yearsTyped().isPresent() && !subspecialty.get().isBlank() && read.get();
            }
          });

  /** Years since the start of residency, as typed. */
  public StringProperty yearsProperty() {
    return years;
  }

  /** The subspecialty, chosen or typed. */
  public StringProperty subspecialtyProperty() {
    return subspecialty;
  }

  /** Whether the instructions were read. */
  public BooleanProperty readProperty() {
    return read;
  }

  /** Whether everything is there. */
  public BooleanExpression complete() {
    return complete;
  }

  /** Whole years from 0 to 70; empty when something else is typed. */
  public OptionalInt yearsTyped() {
    String typed = years.get().strip();
    if (!typed.matches("\\d{1,2}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(typed);
    return number <= 70 ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
