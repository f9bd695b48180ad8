package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * One number that the arms should have in common: a count, or 0 and 1 for no and yes.
 *
 * @param name as the balance table shows it
 * @param share whether it is 0 or 1, so that its mean reads as a share
 * @param of its value for an image
 */
public record Covariate(String name, boolean share, ToDoubleFunction<Candidate> of) {

  /** How many findings the labels give. */
  public static Covariate numberOfFindings() {
    return new Covariate("Number of findings", false, c -> c.findings().size());
  }

  /** Whether the labels give this finding. */
  public static Covariate finding(String finding) {
    return new Covariate(finding, true, c -> c.findings().contains(finding) ? 1 : 0);
  }

  /**
   * One covariate for each value that a trait takes among {@code candidates}, in natural order.
   *
   * @param trait e.g. {@code view}
   */
  public static List<Covariate> trait(String trait, Collection<Candidate> candidates) {
    TreeSet<String> values = new TreeSet<>();
    candidates.forEach(c -> values.add(value(c, trait)));
    List<Covariate> covariates = new ArrayList<>();
    for (String value : values) {
      covariates.add(
          new Covariate(trait + " " + value, true, c -> value(c, trait).equals(value) ? 1 : 0));
    }
    return covariates;
  }

  private static String value(Candidate candidate, String trait) {
    return candidate.traits().getOrDefault(trait, "unknown");
  }
}
