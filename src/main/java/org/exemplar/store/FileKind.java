package org.exemplar.store;

/** The two kinds of SQLite files, told apart by their {@code PRAGMA application_id}. */
enum FileKind {
  /** {@code study.db}. */
  STUDY(0x45585354, "an Exemplar study"),
  /** {@code *.reading}. */
  READING(0x45585244, "an Exemplar reading file");

  /** The newest format of both kinds that this program reads and writes. */
  static final int FORMAT = 1;

  private final int applicationId;
  private final String words;

  FileKind(int applicationId, String words) {
    this.applicationId = applicationId;
    this.words = words;
  }

  int applicationId() {
    return applicationId;
  }

  String words() {
    return words;
  }
}
