package org.exemplar.app.coordination.design;

import java.time.Instant;

/**
 * A study that is not sealed yet, as it lies on the disk: what was typed, never what was drawn.
 *
 * @param id the name of its folder
 * @param form what was typed
 * @param protocol the text of its protocol; empty before one was chosen
 * @param changed when it was last kept
 */
public record Draft(String id, Form form, String protocol, Instant changed) {

  /**
   * What was typed.
   *
   * @param comparison a comparison's folder
   * @param images the folder of its films
   * @param answers the study team's answers to practice images; may be empty
   * @param readers pseudonyms with commas between
   * @param out where the study is to be kept
   */
  public record Form(String comparison, String images, String answers, String readers, String out) {
    /** Nothing typed yet. */
    public static final Form EMPTY = new Form("", "", "", "R01, R02", "");
  }
}
