package org.exemplar.store;

/** The two kinds of SQLite files, told apart by their {@code PRAGMA application_id}. */
enum FileKind {
  /** {@code study.db}. */
  STUDY(0x45585354, "an Exemplar study", 2),
  /** {@code *.reading}. */
  READING(0x45585244, "an Exemplar reading file", 1);

  private final int applicationId;
  private final String words;
  private final int format;

  FileKind(int applicationId, String words, int format) {
    this.applicationId = applicationId;
    this.words = words;
    this.format = format;
  }

  /** The newest format of this kind: what this program writes; it reads all from 1. */
  int format() {
    return format;
  }

  int applicationId() {
    return applicationId;
  }

  String words() {
    return words;
  }
}
