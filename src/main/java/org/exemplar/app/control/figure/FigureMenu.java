package org.exemplar.app.control.figure;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.exemplar.app.fx.Icons;
import org.kordamp.ikonli.feather.Feather;

/** The arrow in the header of a chart: save it as a file, or copy its numbers. */
public final class FigureMenu extends MenuButton {
  /** What a chart is saved as. */
  public enum Kind {
    SVG,
    PNG,
    PDF;

    /** The ending of its files, without the dot. */
    public String ending() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param name of the chart, for screen readers
   * @param save asks where, and saves
   * @param data the chart's numbers
   */
  public FigureMenu(String name, Consumer<Kind> save, Supplier<FigureData> data) {
    super("", Icons.of(Feather.DOWNLOAD));
    getStyleClass().add("figure-menu");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText("Save or copy: " + name);
    setTooltip(new Tooltip("Save or copy this chart"));
    for (Kind kind : Kind.values()) {
      MenuItem item = new MenuItem("Save as " + kind.name() + "…");
      item.setOnAction(e -> save.accept(kind));
      getItems().add(item);
    }
    MenuItem copy = new MenuItem("Copy as data");
    copy.setOnAction(e -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(data.get().tabbed());
      Clipboard.getSystemClipboard().setContent(content);
    });
    getItems().addAll(new SeparatorMenuItem(), copy);
  }
}
