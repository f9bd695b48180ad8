package org.exemplar.radiograph;

/** Presentation LUT Shape (DICOM PS3.3 C.11.6.1.2). */
public enum PresentationShape {
  /** The smallest value after windowing is shown black. */
  IDENTITY,
  /** The smallest value after windowing is shown white. */
  INVERSE
}
