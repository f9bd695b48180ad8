package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Every leaf of a reference result, crossed off as it is compared; at the end none may be left but
 * those excused by name and reason.
 */
public final class GoldenWalk {
  private final String name;
  private final Map<String, JsonNode> left = new LinkedHashMap<>();
  private final Map<Pattern, String> excused = new LinkedHashMap<>();
  private int compared;

  /** Walks {@code golden}, called {@code name} in failures. */
  public GoldenWalk(String name, JsonNode golden) {
    this.name = name;
    flatten("", golden);
  }

  private void flatten(String path, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      node.propertyNames().forEach(key -> flatten(path + "/" + key, node.get(key)));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int k = 0; k < node.size(); k++) {
        flatten(path + "/" + k, node.get(k));
      }
    } else {
      left.put(path, node);
    }
  }

  /** Whether there is such a leaf, not yet crossed off. */
  public boolean has(String path) {
    return left.containsKey(path);
  }

  /**
   * Crosses off a number, if the reference has it; NaN stands for one that is not defined, for
   * which the reference must have none.
   */
  public void number(String path, double actual, double relative, double absolute) {
    JsonNode golden = left.remove(path);
    if (golden == null) {
      return;
    }
    compared++;
    double expected = golden.isNumber() ? golden.doubleValue() : Double.NaN;
    if (Double.isFinite(expected)) {
      assertThat(actual)
          .as(name + path)
          .isCloseTo(expected, within(Math.max(absolute, relative * Math.abs(expected))));
    } else {
      assertThat(actual).as(name + path + " is not defined").isNaN();
    }
  }

  /** Crosses off the numbers of an array. */
  public void numbers(String path, double[] actual, double relative, double absolute) {
    for (int k = 0; k < actual.length; k++) {
      number(path + "/" + k, actual[k], relative, absolute);
    }
  }

  /** Crosses off a number whose sign is the reference's choice. */
  public void size(String path, double actual, double relative, double absolute) {
    JsonNode golden = left.get(path);
    boolean negative = golden != null && golden.isNumber() && golden.doubleValue() < 0;
    number(path, negative ? -actual : actual, relative, absolute);
  }

  /** Crosses off a text or truth value, if the reference has it. */
  public void same(String path, Object actual) {
    JsonNode golden = left.remove(path);
    if (golden != null) {
      compared++;
      assertThat(golden.asString()).as(name + path).isEqualTo(actual.toString());
    }
  }

  /** Crosses off the reference's own error: there must be no value here either. */
  public void error(String path, Outcome<?> actual) {
    if (left.remove(path) != null) {
      compared++;
      assertThat(actual.isDefined()).as(name + path).isFalse();
    }
  }

  /** Lets leaves whose path matches stay uncompared, for a reason. */
  public void excuse(String regex, String because) {
    assertThat(because).isNotBlank();
    excused.put(Pattern.compile(regex), because);
  }

  /** Fails when a leaf was neither compared nor excused. */
  public void finish(int atLeast) {
    List<String> forgotten = new ArrayList<>();
    for (String path : left.keySet()) {
      if (excused.keySet().stream().noneMatch(pattern -> pattern.matcher(path).find())) {
        forgotten.add(path);
      }
    }
    assertThat(forgotten).as(name + ": reference numbers that nothing was compared with").isEmpty();
    assertThat(compared).as(name + ": numbers compared").isGreaterThanOrEqualTo(atLeast);
  }
}
