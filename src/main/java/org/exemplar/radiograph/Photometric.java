package org.exemplar.radiograph;

/** What the smallest value means on film (DICOM PS3.3 C.7.6.3.1.2). */
public enum Photometric {
  /** The smallest value is white. */
  MONOCHROME1,
  /** The smallest value is black. */
  MONOCHROME2
}
