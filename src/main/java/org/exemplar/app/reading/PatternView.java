package org.exemplar.app.reading;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.exemplar.app.control.DevicePicture;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** The test pattern on whole device pixels; recomputed, never resampled. */
final class PatternView extends Region {
  private static final String LETTERS = "ABC";

  private final DevicePicture picture = new DevicePicture();
  private final DoubleProperty deviceScale = new SimpleDoubleProperty(this, "deviceScale", 1);
  private final Label[] labels = new Label[LETTERS.length()];
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
          }
        });
    setAccessibleText("Display test pattern");
  }

  DoubleProperty deviceScaleProperty() {
    return deviceScale;
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
