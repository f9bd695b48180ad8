package org.exemplar.app.coordination;

/** How far a study is. */
public enum StudyStage {
  DRAFT("Draft"),
  SEALED("Sealed"),
  READING("Reading"),
  RETURNED("Returned"),
  UNBLINDED("Unblinded");

  private final String words;

  StudyStage(String words) {
    this.words = words;
  }

  /** The word on the state line. */
  public String words() {
    return words;
  }

  /** Counted from 1. */
  public int step() {
    return switch (this) {
      case DRAFT -> 1;
      case SEALED -> 2;
      case READING -> 3;
      case RETURNED -> 4;
      case UNBLINDED -> 5;
    };
  }
}
