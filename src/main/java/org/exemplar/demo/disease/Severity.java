package org.exemplar.demo.disease;

/**
 * How marked a finding is.
 *
 * @param degree 0 just visible, 1 severe
 */
record Severity(double degree) {
  /** Between a just visible and a severe value. */
  double between(double least, double most) {
    return least + (most - least) * degree;
  }
}
