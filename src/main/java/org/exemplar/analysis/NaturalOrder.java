package org.exemplar.analysis;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: {@code R2} before {@code R10}; ties by plain comparison. */
final class NaturalOrder implements Comparator<String> {
  static final Comparator<String> INSTANCE =
      new NaturalOrder().thenComparing(Comparator.naturalOrder());

  private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    Matcher first = PARTS.matcher(a);
    Matcher second = PARTS.matcher(b);
    while (first.find()) {
      if (!second.find()) {
        return 1;
      }
      int order = compareParts(first.group(), second.group());
      if (order != 0) {
        return order;
      }
    }
    return second.find() ? -1 : 0;
  }

  private static int compareParts(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }
}
