package org.exemplar.demo.beam;

/**
 * Where the film's pixels lie. A small film is a large one sampled at fewer places: the aperture of
 * a pixel stays that of 1024 pixels, so that noise and fine lines keep their strength.
 *
 * @param side pixels on a side
 * @param millimetres field on a side
 * @param offsetX where the middle of the film lies, film mm
 * @param offsetY where the middle of the film lies, film mm
 */
public record Grid(int side, double millimetres, double offsetX, double offsetY) {
  private static final int REFERENCE = 1024;

  /** Checks the size. */
  public Grid {
    if (side < 16 || side > 4096) {
      throw new IllegalArgumentException("a film of " + side + " pixels");
    }
  }

  /** Distance of pixels in film mm. */
  public double pitch() {
    return millimetres / side;
  }

  /** Width in film mm over which a pixel averages. */
  public double aperture() {
    return millimetres / Math.max(side, REFERENCE);
  }

  /** Film mm of a column's middle. */
  public double x(double column) {
    return (column + 0.5) * pitch() - millimetres / 2 + offsetX;
  }

  /** Film mm of a row's middle. */
  public double y(double row) {
    return (row + 0.5) * pitch() - millimetres / 2 + offsetY;
  }

  /** Column at a place, not rounded. */
  public double column(double x) {
    return (x - offsetX + millimetres / 2) / pitch() - 0.5;
  }

  /** Row at a place, not rounded. */
  public double row(double y) {
    return (y - offsetY + millimetres / 2) / pitch() - 0.5;
  }

  /** Number of pixels. */
  public int count() {
    return side * side;
  }
}
