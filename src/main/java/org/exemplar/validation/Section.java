package org.exemplar.validation;

/** What a check belongs to. */
public enum Section {
  /** Checkpoints, pruning, resizing, disagreement. */
  ENGINE("Engine"),
  /** Ranks, tests, agreement, readers and cases. */
  STATISTICS("Statistics"),
  /** DICOM files and the way from stored value to screen gray. */
  GRAYSCALE("Grayscale"),
  /** Digests, encryption, signatures, the audit trail, answers after a crash. */
  AUDIT("Audit");

  private final String words;

  Section(String words) {
    this.words = words;
  }

  /** What a heading calls it. */
  public String words() {
    return words;
  }
}
