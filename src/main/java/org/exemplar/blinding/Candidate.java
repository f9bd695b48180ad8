package org.exemplar.blinding;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image of the comparison that may become a case, with all that selection may know of it.
 *
 * @param imageId as in the comparison
 * @param arm where it stands under the protocol's criterion
 * @param patient whose image it is; null when the comparison does not say, which counts as a
 *     patient of its own
 * @param findings the findings that its labels give
 * @param traits other facts to match on, by name, e.g. {@code view → PA}
 */
public record Candidate(
    String imageId,
    Arm arm,
    @Nullable String patient,
    Set<String> findings,
    Map<String, String> traits) {

  public Candidate {
    if (imageId.isBlank()) {
      throw new IllegalArgumentException("an image needs an id");
    }
    findings = Set.copyOf(findings);
    traits = Map.copyOf(traits);
  }

  /** Whether both images are known to come from one patient. */
  boolean samePatientAs(Candidate other) {
    return patient != null && patient.equals(other.patient);
  }
}
