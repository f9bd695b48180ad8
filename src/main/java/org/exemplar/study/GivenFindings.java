package org.exemplar.study;

import java.util.List;
import java.util.Set;

/**
 * The findings that a case comes with and that readers are asked about.
 *
 * @param names in the order shown, each once; empty when the case comes without a finding
 */
public record GivenFindings(List<String> names) {
  /** Checks that no name is blank or doubled. */
  public GivenFindings {
    names = List.copyOf(names);
    if (Set.copyOf(names).size() != names.size() || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("findings must be named, each once: " + names);
    }
  }

  /** These findings. */
  public static GivenFindings of(String... names) {
    return new GivenFindings(List.of(names));
  }
}
