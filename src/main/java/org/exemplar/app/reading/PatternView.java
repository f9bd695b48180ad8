package org.exemplar.app.reading;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.exemplar.app.control.DevicePicture;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** The test pattern on whole device pixels; recomputed, never resampled. */
final class PatternView extends Region {
  private static final String LETTERS = "ABC";

  private final DevicePicture picture = new DevicePicture();
  private final DoubleProperty deviceScale = new SimpleDoubleProperty(this, "deviceScale", 1);
  private final Label[] labels = new Label[LETTERS.length()];
  private final ReadOnlyStringWrapper flaw = new ReadOnlyStringWrapper(this, "flaw", "");
  private @Nullable TestPattern pattern;

  PatternView() {
    getStyleClass().add("film");
    setMinSize(0, 0);
    getChildren().add(picture);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Parts.line(LETTERS.substring(i, i + 1), "small");
      getChildren().add(labels[i]);
    }
    deviceScale.addListener((o, was, is) -> requestLayout());
    sceneProperty()
        .flatMap(s -> s.windowProperty())
        .addListener((o, was, is) -> {
          deviceScale.unbind();
          if (is != null) {
            deviceScale.bind(is.renderScaleXProperty());
            is.outputScaleXProperty().addListener((p, old, now) -> requestLayout());
            is.outputScaleYProperty().addListener((p, old, now) -> requestLayout());
          }
        });
    setAccessibleText("Display test pattern");
  }

  DoubleProperty deviceScaleProperty() {
    return deviceScale;
  }

  /** Why the pattern does not lie on whole device pixels; empty when it does. */
  ReadOnlyStringProperty flawProperty() {
    return flaw.getReadOnlyProperty();
  }

  private String flaw(TestPattern drawn, int width, int height) {
    if (drawn.width() > width || drawn.height() > height) {
      return "The window is too small for the whole pattern";
    }
    return pixelForPixel() ? "" : "Not pixel for pixel: the system scales this display";
  }

  /**
   * Whether a pixel of the pattern is one of the display: the window is rendered at the display's
   * own scale, nothing on the way turns or stretches the picture, and it begins on a whole pixel.
   */
  private boolean pixelForPixel() {
    Window window = getScene() == null ? null : getScene().getWindow();
    Transform way = picture.getLocalToSceneTransform();
    double scale = deviceScale.get();
    boolean plain =
        one(way.getMxx() * scale)
            && one(way.getMyy() * scale)
            && way.getMxy() == 0
            && way.getMyx() == 0;
    boolean declared = !deviceScale.isBound();
    boolean own =
        window != null
            && window.getRenderScaleX() == window.getOutputScaleX()
            && window.getRenderScaleY() == window.getOutputScaleY()
            && window.getRenderScaleX() == window.getRenderScaleY();
    return (own || declared) && plain && whole(way.getTx() * scale) && whole(way.getTy() * scale);
  }

  private static boolean one(double factor) {
    return Math.abs(factor - 1) < 1e-9;
  }

  private static boolean whole(double pixels) {
    return Math.abs(pixels - Math.rint(pixels)) < 1e-6;
  }

  @Override
  protected void layoutChildren() {
    double scale = deviceScale.get();
    int width = (int) Math.floor(getWidth() * scale);
    int height = (int) Math.floor(getHeight() * scale);
    if (width < 1 || height < 1) {
      return;
    }
    TestPattern drawn = pattern(width, height);
    double across = Math.floor((width - drawn.width()) / 2.0);
    double down = Math.floor((height - drawn.height()) / 2.0);
    picture.lie(new Rectangle2D(0, 0, drawn.width(), drawn.height()), across, down, scale);
    double left = across / scale;
    double top = down / scale;
    flaw.set(flaw(drawn, width, height));
    for (int i = 0; i < labels.length; i++) {
      double[] at = drawn.label(LETTERS.charAt(i));
      labels[i].autosize();
      labels[i].relocate(
          left + at[0] * drawn.width() / scale, top + at[1] * drawn.height() / scale);
    }
  }

  private TestPattern pattern(int width, int height) {
    TestPattern next = TestPattern.of(width, height);
    TestPattern now = pattern;
    if (now == null || now.width() != next.width() || now.height() != next.height()) {
      WritableImage image = new WritableImage(next.width(), next.height());
      image
          .getPixelWriter()
          .setPixels(
              0,
              0,
              next.width(),
              next.height(),
              PixelFormat.getIntArgbInstance(),
              next.argb(),
              0,
              next.width());
      picture.setImage(image);
      pattern = next;
    }
    return next;
  }
}
