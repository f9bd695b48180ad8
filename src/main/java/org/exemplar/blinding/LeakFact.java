package org.exemplar.blinding;

/** Something that a reader, or a program on the reader's computer, could notice about a case. */
public enum LeakFact {
  /** At which place a reader meets the case. */
  READING_ORDER("Reading order", true),
  /** Whether a reader reads the case at all, in a study where readers read different cases. */
  WHO_READS("Who reads it", true),
  /** The case code, as a place in the alphabet. */
  CASE_CODE("Case code", true),
  /** Bytes of the encrypted image. */
  FILE_SIZE("File size, sealed", true),
  /** Rows of the image. */
  HEIGHT("Height", true),
  /** Columns of the image. */
  WIDTH("Width", true),
  /** Bits per stored value. */
  BIT_DEPTH("Bit depth", true),
  /** Centre of the display window. */
  WINDOW_CENTRE("Window centre", true),
  /** Width of the display window. */
  WINDOW_WIDTH("Window width", true),
  /** How many windows there are to choose from. */
  WINDOWS("Number of windows", true),
  /** Distance between rows; 0 when unknown. */
  PIXEL_SPACING("Pixel spacing", true),
  /** Mean gray of the picture. */
  MEAN_GRAY("Mean gray", false),
  /** How many different grays the picture has. */
  GRAY_LEVELS("Number of grays", false);

  private final String title;
  private final boolean container;

  LeakFact(String title, boolean container) {
    this.title = title;
    this.container = container;
  }

  /** What it is called on screen. */
  public String title() {
    return title;
  }

  /**
   * Whether it belongs to the container, which must say nothing of the arm; the picture's own
   * content may differ.
   */
  public boolean container() {
    return container;
  }
}
