package org.exemplar.app.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.exemplar.app.fx.Icons;
import org.kordamp.ikonli.feather.Feather;

/** A finding in words; never shortened. Given ones only inform, added ones can be taken away. */
public final class FindingChip extends Label {
  private FindingChip(String finding, String... styleClasses) {
    super(finding);
    getStyleClass().setAll(styleClasses);
    setMinWidth(USE_PREF_SIZE);
  }

  /** A finding that came with the case. */
  public static FindingChip given(String finding) {
    return new FindingChip(finding, "finding-chip");
  }

  /** A finding that the reader added; a click takes it away. */
  public static FindingChip added(String finding, Runnable taken) {
    FindingChip chip = new FindingChip(finding, "finding-chip", "added");
    chip.setGraphic(Icons.of(Feather.X));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setOnMouseClicked(e -> taken.run());
    chip.setAccessibleText(finding + ", added; click to take away");
    return chip;
  }
}
