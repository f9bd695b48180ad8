package org.exemplar.classifier.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.exemplar.problem.Problem;

/**
 * The share of prunable weights that is removed, from 0 (the dense network) to below 1.
 *
 * @param value in [0, 1)
 */
public record Sparsity(double value) implements Comparable<Sparsity> {
  /** The network as it was trained. */
  public static final Sparsity DENSE = new Sparsity(0);

  /** Refuses what is not in [0, 1). */
  public Sparsity {
    if (!(value >= 0 && value < 1)) {
      throw new Problem(
          "Sparsity " + value + " is not a share from 0 to below 1; give for example 0.9.");
    }
    value += 0.0; // -0.0 becomes 0.0
  }

  /**
   * Reads one sparsity.
   *
   * @param text a decimal number, e.g. {@code "0.90"}
   */
  public static Sparsity parse(String text) {
    return new Sparsity(decimal(text).doubleValue());
  }

  /**
   * Reads a list as the command line takes it: {@code 0.9}, {@code 0.5,0.9} or {@code
   * first:last:step} with both ends included; the parts may be mixed with commas.
   *
   * @return ascending, without repeats, never empty
   */
  public static List<Sparsity> parseList(String text) {
    var found = new TreeSet<Sparsity>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split(":", -1);
      switch (ends.length) {
        case 1 -> found.add(parse(part));
        case 3 -> addRange(found, ends, part);
        default ->
            throw new Problem("Sparsity \"" + part + "\" is neither a number nor first:last:step.");
      }
    }
    return new ArrayList<>(found);
  }

  private static void addRange(TreeSet<Sparsity> found, String[] ends, String part) {
    BigDecimal last = decimal(ends[1]);
    BigDecimal step = decimal(ends[2]);
    if (step.signum() <= 0 || step.compareTo(new BigDecimal("0.0001")) < 0) {
      throw new Problem("Sparsity range \"" + part + "\" needs a step of at least 0.0001.");
    }
    for (BigDecimal at = decimal(ends[0]); at.compareTo(last) <= 0; at = at.add(step)) {
      found.add(new Sparsity(at.doubleValue()));
    }
    if (found.isEmpty()) {
      throw new Problem("Sparsity range \"" + part + "\" holds no value; write first:last:step.");
    }
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new Problem("Sparsity \"" + text + "\" is not a number; give for example 0.9.", e);
    }
  }

  /** As it stands in file names and manifests: two decimals, more only where needed. */
  public String text() {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.setScale(Math.max(2, exact.scale())).toPlainString();
  }

  /** Whether nothing is removed. */
  public boolean isDense() {
    return value == 0;
  }

  @Override
  public int compareTo(Sparsity other) {
    return Double.compare(value, other.value);
  }

  @Override
  public String toString() {
    return text();
  }
}
