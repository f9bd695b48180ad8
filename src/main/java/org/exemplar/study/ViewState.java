package org.exemplar.study;

/**
 * How the film was shown when the case was submitted.
 *
 * @param centre window centre in stored units after the modality transform
 * @param width window width, positive
 * @param inverted whether black and white were exchanged by the reader
 * @param zoom device pixels per image pixel
 */
public record ViewState(double centre, double width, boolean inverted, double zoom) {
  /** Where nothing is drawn: simulated readers. */
  public static final ViewState UNSEEN = new ViewState(0, 1, false, 1);

  /** Checks that window and zoom are positive and finite. */
  public ViewState {
    boolean finite = Double.isFinite(centre) && Double.isFinite(width) && Double.isFinite(zoom);
    if (!finite || width <= 0 || zoom <= 0) {
      throw new IllegalArgumentException("window and zoom must be positive and finite");
    }
  }
}
