package org.exemplar.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The review finding by finding that disagreeing with the given findings opens.
 *
 * @param verdicts given finding → verdict, in any order; findings not yet judged are absent
 * @param missing findings that the reader adds, in the order added, each once
 */
public record FindingReview(Map<String, FindingVerdict> verdicts, List<String> missing) {
  /** Nothing judged, nothing added. */
  public static final FindingReview EMPTY = new FindingReview(Map.of(), List.of());

  /** Copies and checks. */
  public FindingReview {
    verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    missing = List.copyOf(missing);
    if (Set.copyOf(missing).size() != missing.size()) {
      throw new IllegalArgumentException("a missing finding is added once: " + missing);
    }
  }

  /** This review with another verdict on one finding. */
  public FindingReview with(String finding, FindingVerdict verdict) {
    Map<String, FindingVerdict> changed = new LinkedHashMap<>(verdicts);
    changed.put(finding, verdict);
    return new FindingReview(changed, missing);
  }

  /** This review with one more missing finding; the same when it is already there. */
  public FindingReview adding(String finding) {
    if (missing.contains(finding)) {
      return this;
    }
    List<String> changed = new ArrayList<>(missing);
    changed.add(finding);
    return new FindingReview(verdicts, changed);
  }

  /** This review without a missing finding added before. */
  public FindingReview removing(String finding) {
    return new FindingReview(
        verdicts, missing.stream().filter(name -> !name.equals(finding)).toList());
  }

  /** Whether every given finding has a verdict. */
  public boolean covers(GivenFindings given) {
    return verdicts.keySet().containsAll(given.names());
  }

  /** Whether it contradicts a disagreement: every finding agreed with and none missing. */
  public boolean agreesThroughout() {
    return missing.isEmpty() && verdicts.values().stream().allMatch(v -> v == FindingVerdict.AGREE);
  }
}
