package org.exemplar.app.explorer;

/** In which order images stand. */
public enum SortOrder {
  LOWEST("Agreement, lowest first"),
  HIGHEST("Agreement, highest first"),
  AS_LISTED("As listed");

  private final String words;

  SortOrder(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
