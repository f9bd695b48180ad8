package org.exemplar.app.results;

/** The tabs of the results, in their order. */
enum Tab {
  QUESTIONS("Questions"),
  AGREEMENT("Agreement"),
  COURSE("Time and order"),
  FINDINGS("Per finding"),
  CASES("Cases"),
  SENSITIVITY("Sensitivity"),
  EXPORTS("Exports");

  private final String word;

  Tab(String word) {
    this.word = word;
  }

  /** Its word, which is also what the path says; the first tab is the place itself. */
  String word() {
    return word;
  }

  /** What a location says for this tab. */
  String subject() {
    return this == QUESTIONS ? "" : word;
  }
}
