package org.exemplar.app.desk;

/** What a file or folder is, found by looking into it. */
public enum Thing {
  /** A reader's file; the window itself opens it in the dark room. */
  READING_FILE,
  /** A folder with a study database. */
  STUDY,
  /** A folder with a comparison's manifest. */
  COMPARISON,
  /** Weights of a network. */
  CHECKPOINT,
  /** A radiograph, or a folder that holds some. */
  IMAGES,
  /** A folder that an analysis left, or the results in it. */
  RESULTS,
  /** A table of ratings or labels. */
  TABLE,
  /** None of these. */
  UNKNOWN
}
