package org.exemplar.store;

import org.exemplar.study.Rating;
import org.jspecify.annotations.Nullable;

/**
 * One place and question that study and returned file know differently.
 *
 * @param inStudy what the study has, null when it has nothing there
 * @param inFile what the file has, null when it has nothing there
 */
public record MergeConflict(@Nullable Rating inStudy, @Nullable Rating inFile) {
  /** Checks that at least one side knows something. */
  public MergeConflict {
    if (inStudy == null && inFile == null) {
      throw new IllegalArgumentException("a conflict needs a rating");
    }
  }
}
