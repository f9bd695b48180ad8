package org.exemplar.store;

import org.exemplar.study.CaseCode;
import org.exemplar.study.Worklist;

/** Lent by {@link StudyFile#compose} while a study is filled. */
public interface StudyWriter {
  /**
   * Adds a case.
   *
   * @param code greater than that of the case added before: rows lie in code order
   * @param practice whether it is a practice case
   * @throws IllegalArgumentException when cases do not come in code order
   */
  void addCase(CaseCode code, boolean practice, CaseContent content);

  /** Adds a reader's worklist; every case in it was added before. */
  void addWorklist(Worklist worklist);
}
