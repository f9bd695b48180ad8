package org.exemplar.dicom;

import java.util.Arrays;
import org.exemplar.dicom.GrayscaleTableTest.Modality;
import org.exemplar.dicom.GrayscaleTableTest.Padding;
import org.exemplar.dicom.GrayscaleTableTest.Row;
import org.exemplar.dicom.GrayscaleTableTest.Shape;
import org.exemplar.dicom.GrayscaleTableTest.Voi;

/**
 * The grayscale pipeline as the clauses of DICOM PS3.3 put it, written for the tests alone: nothing
 * of the program is used. Outputs run from 0 to 1 (ymin and ymax of C.11.2.1).
 */
final class Standard {
  private final Row row;

  Standard(Row row) {
    this.row = row;
  }

  /** The largest stored value. */
  int largest() {
    return (1 << (row.signed() ? row.bits() - 1 : row.bits())) - 1;
  }

  private int smallest() {
    return row.signed() ? -(1 << (row.bits() - 1)) : 0;
  }

  // C.11.1: Output = m * SV + b, or the entry of a table

  private double slope() {
    return row.modality() == Modality.RESCALE ? 2 : -0.25;
  }

  private double intercept() {
    return row.modality() == Modality.RESCALE ? -1000 : 100.5;
  }

  private int tableFirst() {
    return smallest() + 2;
  }

  private static int[] tableEntries() {
    int[] entries = new int[200];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = 64000 - 300 * i;
    }
    return entries;
  }

  void addModality(TestDicom film) {
    switch (row.modality()) {
      case NONE -> {}
      case RESCALE, RESCALE_FRACTION_DOWN ->
          film.text(Tag.RESCALE_SLOPE, "DS", Double.toString(slope()))
              .text(Tag.RESCALE_INTERCEPT, "DS", Double.toString(intercept()));
      case LUT -> film.items(Tag.MODALITY_LUT_SEQUENCE, lut(tableFirst(), 16, tableEntries()));
    }
  }

  double modality(int stored) {
    return switch (row.modality()) {
      case NONE -> stored;
      case RESCALE, RESCALE_FRACTION_DOWN -> slope() * stored + intercept();
      case LUT -> entry(stored, tableFirst(), tableEntries());
    };
  }

  /**
   * C.11.1.1.1 and C.11.2.1.1: below the first mapped value the first entry, past the end the last.
   */
  private static int entry(long input, int first, int[] entries) {
    if (input < first) {
      return entries[0];
    }
    long index = input - first;
    return index >= entries.length ? entries[entries.length - 1] : entries[(int) index];
  }

  private static TestDicom lut(int first, int bits, int[] entries) {
    return new TestDicom()
        .words(Tag.LUT_DESCRIPTOR, entries.length, first & 0xFFFF, bits)
        .words(Tag.LUT_DATA, entries);
  }

  // C.11.2: windows around the middle of what the modality step can give, or a table

  private double middle() {
    double a = modality(smallest());
    double b = modality(largest());
    return Math.floor((a + b) / 2);
  }

  private double width() {
    return Math.max(3, Math.ceil(Math.abs(modality(largest()) - modality(smallest())) * 0.6));
  }

  private int voiBits() {
    return row.voi() == Voi.LUT_8_BITS ? 8 : 12;
  }

  private int voiFirst() {
    double low = Math.min(modality(smallest()), modality(largest()));
    double high = Math.max(modality(smallest()), modality(largest()));
    return (int) Math.floor(low < 0 ? Math.max(low, -20000) + 1 : Math.min(high, 60000) / 2);
  }

  private int[] voiEntries() {
    int[] entries = new int[501];
    int top = (1 << voiBits()) - 1;
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (int) ((long) i * i * top / 250000);
    }
    return entries;
  }

  void addVoi(TestDicom film) {
    switch (row.voi()) {
      case NONE -> {}
      case LINEAR, LINEAR_EXACT, SIGMOID ->
          film.text(Tag.VOI_FUNCTION, "CS", row.voi().name())
              .text(Tag.WINDOW_CENTRE, "DS", Double.toString(middle()))
              .text(Tag.WINDOW_WIDTH, "DS", Double.toString(width()));
      case LUT_8_BITS, LUT_12_BITS ->
          film.items(Tag.VOI_LUT_SEQUENCE, lut(voiFirst(), voiBits(), voiEntries()));
    }
  }

  private double voi(double x, double low, double high) {
    double c = middle();
    double w = width();
    return switch (row.voi()) {
      case NONE -> high > low ? (x - low) / (high - low) : 0;
      // C.11.2.1.2.1
      case LINEAR -> {
        if (x <= c - 0.5 - (w - 1) / 2) {
          yield 0;
        }
        yield x > c - 0.5 + (w - 1) / 2 ? 1 : (x - (c - 0.5)) / (w - 1) + 0.5;
      }
      // C.11.2.1.3.2
      case LINEAR_EXACT -> {
        if (x <= c - w / 2) {
          yield 0;
        }
        yield x > c + w / 2 ? 1 : (x - c) / w + 0.5;
      }
      // C.11.2.1.3.1
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - c) / w));
      // C.11.2.1.1; an input between two integers is rounded
      case LUT_8_BITS, LUT_12_BITS ->
          entry((long) Math.floor(x + 0.5), voiFirst(), voiEntries())
              / (double) ((1 << voiBits()) - 1);
    };
  }

  /** C.7.5.1.1.2: padding is not part of the image; this program shows it black. */
  private boolean padded(int stored, Padding padding) {
    return switch (padding) {
      case NONE -> false;
      case VALUE -> stored == largest();
      case RANGE -> stored >= largest() - 2;
    };
  }

  /** The share of full luminance for each value. */
  double[] display(int[] values, Padding padding, Shape shape) {
    double[] seen =
        Arrays.stream(values)
            .filter(v -> !padded(v, padding))
            .mapToDouble(this::modality)
            .sorted()
            .toArray();
    // C.11.6 decides where it is given, C.7.6.3.1.2 otherwise; never both
    boolean inverse = shape == Shape.NONE ? row.mono1() : shape == Shape.INVERSE;
    return Arrays.stream(values)
        .mapToDouble(v -> {
          if (padded(v, padding)) {
            return 0;
          }
          double share = voi(modality(v), seen[0], seen[seen.length - 1]);
          return inverse ? 1 - share : share;
        })
        .toArray();
  }
}
