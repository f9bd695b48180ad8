package org.exemplar.pie;

/**
 * How well one network finds one finding.
 *
 * @param ap average precision, step-wise with ties grouped; NaN without a positive image
 * @param auc area under the ROC curve, ties half; NaN without both kinds of image
 * @param f1 at threshold 0.5, where exactly 0.5 is negative; 0 where nothing is positive
 */
public record FindingScore(double ap, double auc, double f1) {}
