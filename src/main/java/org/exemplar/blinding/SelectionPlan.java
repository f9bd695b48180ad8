package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;

/**
 * What to draw.
 *
 * @param pies how many PIEs
 * @param controls how many controls
 * @param practice how many practice cases
 * @param matching on what controls are matched with PIEs; empty: drawn at random
 * @param onePerPatient whether a patient has at most one case in the study set
 */
public record SelectionPlan(
    int pies, int controls, int practice, List<String> matching, boolean onePerPatient) {
  /** Matches on how many findings the labels give. */
  public static final String NUMBER_OF_FINDINGS = "number_of_findings";

  /** Matches on each finding that an image of the comparison has. */
  public static final String FINDINGS = "findings";

  /** Prefix that matches on one finding by name. */
  public static final String FINDING = "finding:";

  public SelectionPlan {
    if (pies < 1 || controls < 1 || practice < 0) {
      throw new IllegalArgumentException("a study needs a PIE and a control");
    }
    matching = List.copyOf(matching);
  }

  /** What the protocol asks for. */
  static SelectionPlan of(Protocol protocol) {
    Design design = protocol.design();
    boolean matched = design.sampling().controls() == Design.Controls.MATCHED;
    return new SelectionPlan(
        design.arms().pie(),
        design.arms().nonPie(),
        protocol.reading().rules().practice().cases(),
        matched ? design.sampling().matchOn() : List.of(),
        design.sampling().onePerPatient());
  }

  /**
   * What is compared between the arms: what the plan matches on, or the number of findings and each
   * finding when it does not match.
   */
  List<Covariate> covariates(Collection<Candidate> candidates) {
    List<Covariate> covariates = new ArrayList<>();
    for (String name : matching.isEmpty() ? List.of(NUMBER_OF_FINDINGS, FINDINGS) : matching) {
      if (name.equals(NUMBER_OF_FINDINGS)) {
        covariates.add(Covariate.numberOfFindings());
      } else if (name.equals(FINDINGS)) {
        TreeSet<String> findings = new TreeSet<>();
        candidates.forEach(c -> findings.addAll(c.findings()));
        findings.forEach(finding -> covariates.add(Covariate.finding(finding)));
      } else if (name.startsWith(FINDING)) {
        covariates.add(Covariate.finding(name.substring(FINDING.length()).strip()));
      } else {
        covariates.addAll(Covariate.trait(name, candidates));
      }
    }
    return covariates;
  }
}
