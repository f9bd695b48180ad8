package org.exemplar.export;

import java.util.List;
import java.util.Optional;

/** What a file beside an export is, in a sentence, by the end of its name. */
final class Contents {
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "report.html", "The report; opens in a browser without network and prints on A4."),
          new Known(
              "results.json",
              "Every number of the report, format exemplar-results/1; null: undefined."),
          new Known("codebook.json", "What each column and each code of the tables means."),
          new Known(
              "answer_history.csv",
              "One row for each step of each answer: given, changed, cleared, submitted, corrected."),
          new Known(
              "reproduce.py",
              "Computes the main numbers again from the long table; Python 3 alone."),
          new Known(
              "reproduce.R", "The same in base R; mixed model where \"ordinal\" is installed."),
          new Known("reproduce.ipynb", "The same as a Jupyter notebook."),
          new Known("_dictionary.csv", "REDCap data dictionary of 18 columns; upload it first."),
          new Known("_ids.csv", "Which whole number stands for which case, reader and question."));

  private Contents() {}

  private record Known(String ending, String sentence) {}

  /** The sentence; empty where nothing is known of the name. */
  static Optional<String> of(String name) {
    return KNOWN.stream()
        .filter(each -> name.endsWith(each.ending()))
        .map(Known::sentence)
        .findFirst();
  }
}
