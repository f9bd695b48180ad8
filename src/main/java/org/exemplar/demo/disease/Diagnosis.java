package org.exemplar.demo.disease;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.exemplar.demo.beam.Draw;

/**
 * Which findings occur together: a Gaussian copula with four factors (failing heart, infection,
 * smoking, trauma or intensive care), so that each finding keeps its prevalence and pairs that
 * belong together meet more often than by chance.
 */
public final class Diagnosis {
  private static final int FACTORS = 4;

  private static final Map<Finding, double[]> LOADINGS =
      Map.ofEntries(
          Map.entry(Finding.INFILTRATION, new double[] {0.2, 0.6, 0.1, 0}),
          Map.entry(Finding.EFFUSION, new double[] {0.6, 0.3, 0, 0.2}),
          Map.entry(Finding.ATELECTASIS, new double[] {0.3, 0.3, 0, 0.4}),
          Map.entry(Finding.NODULE, new double[] {0, -0.1, 0.4, 0}),
          Map.entry(Finding.MASS, new double[] {0, 0, 0.5, 0}),
          Map.entry(Finding.CONSOLIDATION, new double[] {0.1, 0.7, 0, 0.1}),
          Map.entry(Finding.PNEUMOTHORAX, new double[] {-0.2, 0, 0.1, 0.6}),
          Map.entry(Finding.PLEURAL_THICKENING, new double[] {0, 0.1, 0.3, 0.2}),
          Map.entry(Finding.CARDIOMEGALY, new double[] {0.75, 0, -0.1, 0}),
          Map.entry(Finding.EMPHYSEMA, new double[] {-0.3, 0, 0.7, 0}),
          Map.entry(Finding.EDEMA, new double[] {0.75, 0.2, -0.2, 0}),
          Map.entry(Finding.FIBROSIS, new double[] {0, 0.1, 0.4, 0}),
          Map.entry(Finding.SUBCUTANEOUS_EMPHYSEMA, new double[] {-0.1, 0, 0, 0.8}),
          Map.entry(Finding.PNEUMONIA, new double[] {0, 0.7, 0, 0}),
          Map.entry(Finding.TORTUOUS_AORTA, new double[] {0.3, 0, 0.2, 0}),
          Map.entry(Finding.CALCIFICATION_OF_THE_AORTA, new double[] {0.3, 0, 0.3, 0}),
          Map.entry(Finding.PNEUMOPERITONEUM, new double[] {0, 0, 0, 0.4}),
          Map.entry(Finding.HERNIA, new double[] {0.1, 0, 0, 0}),
          Map.entry(Finding.PNEUMOMEDIASTINUM, new double[] {-0.1, 0, 0, 0.7}));

  private Diagnosis() {}

  /**
   * The findings of one person.
   *
   * @param compared whether prevalences are those of compared films instead of training films
   * @return {@link Finding#NO_FINDING} alone where there is none
   */
  public static Set<Finding> drawn(Draw draw, boolean compared) {
    double[] factors = new double[FACTORS];
    for (int i = 0; i < FACTORS; i++) {
      factors[i] = draw.normal();
    }
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    for (Finding finding : Finding.values()) {
      double own = draw.normal();
      double share = compared ? finding.comparedPrevalence() : finding.prevalence();
      if (share > 0 && liability(finding, factors, own) > quantile(1 - share)) {
        findings.add(finding);
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.NO_FINDING);
    }
    return findings;
  }

  private static double liability(Finding finding, double[] factors, double own) {
    double[] loading = LOADINGS.getOrDefault(finding, new double[FACTORS]);
    double sum = 0;
    double explained = 0;
    for (int i = 0; i < FACTORS; i++) {
      sum += loading[i] * factors[i];
      explained += loading[i] * loading[i];
    }
    return sum + Math.sqrt(1 - explained) * own;
  }

  /** Standard normal quantile above the median (Abramowitz and Stegun 26.2.23, error 4.5e-4). */
  static double quantile(double probability) {
    double t = Math.sqrt(-2 * Math.log(1 - probability));
    double over = 2.515517 + t * (0.802853 + t * 0.010328);
    double under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return t - over / under;
  }
}
