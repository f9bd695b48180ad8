package org.exemplar.demo.disease;

/**
 * The findings of the demonstration, in the order of the classifiers' outputs. Names and order are
 * those of the long-tailed NIH label set (Holste et al. 2023).
 *
 * <p>Prevalences are this project's choice: a long tail in training, a flatter one among compared
 * films so that rare findings can be measured.
 */
public enum Finding {
  NO_FINDING("No Finding", 0),
  INFILTRATION("Infiltration", 0.17),
  EFFUSION("Effusion", 0.15),
  ATELECTASIS("Atelectasis", 0.13),
  NODULE("Nodule", 0.085),
  MASS("Mass", 0.07),
  CONSOLIDATION("Consolidation", 0.062),
  PNEUMOTHORAX("Pneumothorax", 0.055),
  PLEURAL_THICKENING("Pleural Thickening", 0.045),
  CARDIOMEGALY("Cardiomegaly", 0.042),
  EMPHYSEMA("Emphysema", 0.036),
  EDEMA("Edema", 0.030),
  FIBROSIS("Fibrosis", 0.024),
  SUBCUTANEOUS_EMPHYSEMA("Subcutaneous Emphysema", 0.020),
  PNEUMONIA("Pneumonia", 0.018),
  TORTUOUS_AORTA("Tortuous Aorta", 0.015),
  CALCIFICATION_OF_THE_AORTA("Calcification of the Aorta", 0.012),
  PNEUMOPERITONEUM("Pneumoperitoneum", 0.010),
  HERNIA("Hernia", 0.008),
  PNEUMOMEDIASTINUM("Pneumomediastinum", 0.007);

  private static final double FLATTENED = 0.06;

  private final String label;
  private final double prevalence;

  Finding(String label, double prevalence) {
    this.label = label;
    this.prevalence = prevalence;
  }

  /** As label tables call it. */
  public String label() {
    return label;
  }

  /** Share of training films that have it; 0 for {@link #NO_FINDING}, which is what remains. */
  public double prevalence() {
    return prevalence;
  }

  /** Share of compared films that have it: geometric mean of the training share and 6 %. */
  public double comparedPrevalence() {
    return Math.sqrt(FLATTENED * prevalence);
  }
}
