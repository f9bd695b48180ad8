package org.exemplar.app.control.parts;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.Theme;

/**
 * A dialog over a window, for what cannot be taken back. Escape cancels; Enter confirms nothing by
 * itself; the body scrolls when the window is small, the buttons stay.
 */
public final class Sheet {
  private static final double WIDTH = 620;
  private static final double ROOM = 120;
  private static final double DIMMED = -0.5;

  private final Stage stage = new Stage();
  private final VBox body = new VBox();
  private final HBox footer = new HBox();
  private final ScrollPane scroll = new ScrollPane(body);
  private final Theme theme;
  private final Button cancel = new Button("Cancel");
  private boolean kept;

  /**
   * @param owner the window below
   */
  public Sheet(Window owner, Theme theme, String title) {
    this.theme = theme;
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(title);
    stage.setResizable(false);
    body.getStyleClass().addAll("gap-16", "sheet-body");
    footer.getStyleClass().addAll("gap-8", "sheet-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
  }

  /** Adds parts to the body. */
  public Sheet body(Node... parts) {
    body.getChildren().addAll(parts);
    return this;
  }

  /**
   * Sets the footer.
   *
   * @param note at its left end
   * @param act the button that does it
   */
  public Sheet footer(Node note, Button act) {
    cancel.setOnAction(e -> stage.close());
    cancel.setMinWidth(Button.USE_PREF_SIZE);
    act.setMinWidth(Button.USE_PREF_SIZE);
    footer.getChildren().setAll(note, Parts.filler(), cancel, act);
    return this;
  }

  /** A footer for what only tells something: one button, nothing to cancel. */
  public Sheet answer(Button close) {
    close.setMinWidth(Button.USE_PREF_SIZE);
    footer.getChildren().setAll(Parts.filler(), close);
    return this;
  }

  /** What is in the dialog, for tests and pictures. */
  public VBox content() {
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox content = new VBox(scroll, footer);
    content.getStyleClass().add("desk-sheet");
    footer.setMinHeight(VBox.USE_PREF_SIZE);
    return content;
  }

  /** Shows it, the keyboard on a node. */
  public void show(Node first) {
    VBox content = content();
    content.setPrefWidth(theme.px(WIDTH));
    Scene scene = new Scene(content);
    theme.applyTo(scene);
    content.applyCss();
    fit();
    body.needsLayoutProperty()
        .addListener((o, was, now) -> {
          if (was && !now && stage.isShowing()) {
            refit();
          }
        });
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && !kept) {
            stage.close();
          }
        });
    stage.setScene(scene);
    centre(content.prefHeight(theme.px(WIDTH)));
    dim(stage.getOwner());
    stage.show();
    first.requestFocus();
  }

  /** As high as its body, as long as the window below has room for it. */
  private void fit() {
    double room = stage.getOwner().getHeight() - theme.px(ROOM);
    scroll.setPrefViewportHeight(Math.min(body.prefHeight(theme.px(WIDTH)) + 2, room));
  }

  /** Follows a body that grew or shrank. */
  private void refit() {
    double before = scroll.getPrefViewportHeight();
    fit();
    if (Math.abs(before - scroll.getPrefViewportHeight()) > 1) {
      Platform.runLater(stage::sizeToScene);
    }
  }

  /** In the middle of the window below, never beyond the screen. */
  private void centre(double height) {
    Window owner = stage.getOwner();
    Rectangle2D at =
        new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
    Rectangle2D screen =
        Screen.getScreensForRectangle(at).stream()
            .findFirst()
            .orElse(Screen.getPrimary())
            .getVisualBounds();
    double width = theme.px(WIDTH);
    double x = at.getMinX() + (at.getWidth() - width) / 2;
    double y = at.getMinY() + Math.max(theme.px(ROOM) / 4, (at.getHeight() - height) / 3);
    stage.setX(Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - width)));
    stage.setY(Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - height)));
  }

  /** Takes light from the window below while this one is open. */
  private void dim(Window owner) {
    Scene below = owner.getScene();
    if (below == null) {
      return;
    }
    Node root = below.getRoot();
    root.setEffect(new ColorAdjust(0, 0, DIMMED, 0));
    stage.setOnHidden(e -> root.setEffect(null));
  }

  /**
   * While something is on its way: neither Escape nor the window's cross closes it, and there is no
   * Cancel; only {@link #close}.
   */
  public void keepOpen() {
    kept = true;
    stage.setOnCloseRequest(WindowEvent::consume);
    footer.getChildren().remove(cancel);
  }

  /** Whether it is open. */
  public boolean showing() {
    return stage.isShowing();
  }

  /** Closes it. */
  public void close() {
    stage.close();
  }
}
