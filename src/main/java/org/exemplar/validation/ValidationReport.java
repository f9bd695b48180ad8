package org.exemplar.validation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a validation found.
 *
 * @param version of the program
 * @param made when
 * @param environment facts about the machine, in their own order; no name of a person, a machine or
 *     a folder
 * @param checks all of them, in the order they ran
 */
public record ValidationReport(
    String version, Instant made, Map<String, String> environment, List<Check> checks) {
  public ValidationReport {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    checks = List.copyOf(checks);
  }

  /** Whether this installation gives every known answer. */
  public boolean passed() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::passed);
  }

  /** Number of checks of a section. */
  public long count(Section section) {
    return checks.stream().filter(c -> c.section() == section).count();
  }

  /** Checks that failed, of all sections. */
  public List<Check> failures() {
    return checks.stream().filter(c -> !c.passed()).toList();
  }

  /** The result in one sentence. */
  public String sentence() {
    int failed = failures().size();
    return failed == 0
        ? "All %d known answers are given on this computer.".formatted(checks.size())
        : "%d of %d known answers are not given on this computer; do not use it for a study before"
                .formatted(failed, checks.size())
            + " they are.";
  }
}
