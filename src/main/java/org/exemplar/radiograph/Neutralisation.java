package org.exemplar.radiograph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link NeutralRadiograph} of a {@link Radiograph}. */
final class Neutralisation {
  private final Radiograph radiograph;
  private final GrayscaleAttributes grayscale;
  private final double low;
  private final double span;

  private Neutralisation(Radiograph radiograph) {
    this.radiograph = radiograph;
    this.grayscale = radiograph.grayscale();
    VoiTransform.FullRange range = GrayscaleRendering.fullRange(radiograph);
    this.low = range.low();
    this.span = range.high() > range.low() ? range.high() - range.low() : 1;
  }

  static NeutralRadiograph of(Radiograph radiograph) {
    return new Neutralisation(radiograph).result();
  }

  private NeutralRadiograph result() {
    List<VoiTransform> choices = grayscale.voi();
    // A table has no centre and width to carry over: its output becomes the picture.
    boolean baked = !choices.isEmpty() && choices.getFirst() instanceof VoiTransform.Table;
    StoredPixels pixels = radiograph.pixels();
    short[] table = table(baked ? choices.getFirst() : null);
    short[] values = new short[pixels.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table[pixels.bits(i)];
    }
    return new NeutralRadiograph(
        pixels.rows(),
        pixels.columns(),
        values,
        roundedSpacing(radiograph.spacing()),
        baked ? List.of(DisplayWindow.FULL) : windows(choices));
  }

  private short[] table(@Nullable VoiTransform baked) {
    PaddingRange padding = grayscale.padding();
    short[] table = new short[65536];
    Arrays.fill(table, (short) -NeutralRadiograph.HALF);
    for (int bits = 0; bits < table.length; bits++) {
      int stored = radiograph.pixels().ofBits(bits);
      if (padding == null || !padding.contains(stored)) {
        double modality = grayscale.modality().apply(stored);
        double share = baked == null ? (modality - low) / span : baked.apply(modality);
        double turned = grayscale.inverse() ? 1 - share : share;
        double scaled = Math.clamp(turned, 0.0, 1.0) * NeutralRadiograph.LARGEST;
        table[bits] = (short) ((int) (scaled + 0.5) - NeutralRadiograph.HALF);
      }
    }
    return table;
  }

  private List<DisplayWindow> windows(List<VoiTransform> choices) {
    List<DisplayWindow> windows = new ArrayList<>();
    for (VoiTransform choice : choices) {
      switch (choice) {
        case VoiTransform.Window window -> windows.add(window(window));
        case VoiTransform.FullRange range ->
            windows.add(between(range.low(), range.high(), DisplayWindow.Curve.LINEAR));
        case VoiTransform.Table _ -> {}
      }
    }
    if (windows.isEmpty()) {
      return List.of(DisplayWindow.FULL);
    }
    return windows.subList(0, Math.min(NeutralRadiograph.MOST_WINDOWS, windows.size()));
  }

  private DisplayWindow window(VoiTransform.Window window) {
    double half = window.width() / 2;
    double from = window.centre() - half;
    double to = window.centre() + half;
    return switch (window.function()) {
      // The default function reaches white one value early (PS3.3 C.11.2.1.2.1).
      case LINEAR -> between(from, to - 1, DisplayWindow.Curve.LINEAR);
      case LINEAR_EXACT -> between(from, to, DisplayWindow.Curve.LINEAR);
      case SIGMOID -> between(from, to, DisplayWindow.Curve.SIGMOID);
    };
  }

  private DisplayWindow between(double from, double to, DisplayWindow.Curve curve) {
    long black = neutral(from);
    long white = neutral(to);
    long dark = Math.min(black, white);
    long bright = Math.max(Math.max(black, white), dark + 1);
    return new DisplayWindow((dark + bright) / 2.0, bright - dark, curve);
  }

  private long neutral(double modality) {
    double share = (modality - low) / span;
    double turned = grayscale.inverse() ? 1 - share : share;
    double limit = 1e9;
    return Math.round(Math.clamp(turned * NeutralRadiograph.LARGEST, -limit, limit));
  }

  private static @Nullable PixelSpacing roundedSpacing(@Nullable PixelSpacing spacing) {
    return spacing == null
        ? null
        : new PixelSpacing(
            NeutralFormat.roundedToNanometre(spacing.rowMillimetres()),
            NeutralFormat.roundedToNanometre(spacing.columnMillimetres()),
            spacing.kind());
  }
}
