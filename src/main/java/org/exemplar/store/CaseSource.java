package org.exemplar.store;

import org.exemplar.study.CaseCode;

/** Where the cases of a reading file come from, one at a time. */
@FunctionalInterface
public interface CaseSource {
  /** What readers see of this case. */
  CaseContent read(CaseCode code);
}
