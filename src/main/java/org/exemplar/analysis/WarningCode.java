package org.exemplar.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a warning of the results is about. Scripts may rely on the names, in lower case. */
public enum WarningCode {
  /** Only one reader rated cases of both arms: the inference speaks of this reader alone. */
  SINGLE_READER,
  /** The unbiased variance was not positive; the biased one stands in. */
  VARIANCE_FALLBACK,
  /** The ratings leave no variance: no test, no interval. */
  NO_VARIANCE,
  /** A number does not exist for these data and is null. */
  NOT_DEFINED,
  /** Nobody answered the question. */
  NO_RATINGS,
  /** An arm has no case, or no rated one. */
  EMPTY_ARM,
  /** Fewer than five readers. */
  FEW_READERS,
  /** A reader who rated nothing. */
  READER_WITHOUT_RATINGS,
  /** Ratings are missing. */
  MISSING_RATINGS,
  /** Some answers are "cannot judge". */
  CANNOT_JUDGE,
  /** The pooled tests ignore that ratings share cases and readers. */
  POOLED_IGNORES_CLUSTERING,
  /** Readers' AUCs lie on both sides of one half. */
  READERS_DIFFER,
  /** Primary test and permutation test come to different verdicts. */
  TESTS_DISAGREE,
  /** Most pairs of a PIE and a control got the same rating. */
  MOSTLY_TIED,
  /** Arms of unequal size, to which the permutation test is sensitive. */
  UNEQUAL_ARMS,
  /** What R said of a mixed model, or why none was fitted. */
  MIXED_MODEL,
  /** The ratings were made by the program. */
  SIMULATED;

  /** The name in results, lower case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
