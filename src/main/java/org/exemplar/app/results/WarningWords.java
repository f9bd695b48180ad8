package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.ResultWarning;
import org.exemplar.analysis.WarningCode;

/** Warnings in plain words, and which tab shows the numbers that they touch. */
final class WarningWords {
  private static final Map<String, String> NAMES = names();

  private WarningWords() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("agreement.krippendorff_alpha_ci", "interval of Krippendorff’s α");
    names.put("agreement.krippendorff_alpha", "Krippendorff’s α");
    names.put("agreement.fleiss_kappa", "Fleiss’ κ");
    names.put("agreement.gwet_ac2", "Gwet’s AC2");
    names.put("agreement.kendall_w", "Kendall’s W");
    names.put("agreement.icc", "intraclass correlation");
    names.put("agreement.pairs", "κ of two readers");
    names.put("permutation", "permutation test");
    names.put("bootstrap.auc_ci", "bootstrap interval of PIE-AUC");
    names.put("bootstrap.mean_difference_ci", "bootstrap interval of the difference");
    names.put("case_means", "tests of case means");
    names.put("pooled", "pooled tests");
    names.put("mrmc", "planned test");
    names.put("descriptives", "means by arm");
    names.put("course.rating_order", "trend of ratings along the worklist");
    names.put("course.time_order", "trend of time along the worklist");
    names.put("course.time", "time by arm");
    names.put("course.intra_reader", "agreement of readers with themselves");
    names.put("course.findings", "rate of denied findings");
    return names;
  }

  /** One sentence. Numbers that are not defined are named as people call them. */
  static String of(ResultWarning warning) {
    int at = warning.message().lastIndexOf(": ");
    if (warning.code() != WarningCode.NOT_DEFINED || at < 0) {
      return warning.message();
    }
    List<String> names = new ArrayList<>();
    for (String key : keys(warning)) {
      String name =
          NAMES.entrySet().stream()
              .filter(e -> key.startsWith(e.getKey()))
              .map(e -> e.getValue() + detail(key))
              .findFirst()
              .orElse(key.replace('_', ' ').replace('.', ' '));
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return warning.message().substring(0, at + 2) + String.join(", ", names) + ".";
  }

  private static String detail(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return switch (last) {
      case "nominal", "ordinal", "interval" -> ", " + last;
      default -> key.startsWith("agreement.pairs.") ? " " + last : "";
    };
  }

  private static List<String> keys(ResultWarning warning) {
    String keys = warning.message().substring(warning.message().lastIndexOf(": ") + 2);
    return List.of(keys.replaceAll("\\.$", "").split(", "));
  }

  /** The tabs whose numbers a warning touches. */
  static List<Tab> tabs(ResultWarning warning) {
    return switch (warning.code()) {
      case POOLED_IGNORES_CLUSTERING -> List.of(Tab.SENSITIVITY);
      case TESTS_DISAGREE -> List.of(Tab.QUESTIONS, Tab.SENSITIVITY);
      case CANNOT_JUDGE, MISSING_RATINGS -> List.of(Tab.QUESTIONS, Tab.CASES);
      case NOT_DEFINED -> keys(warning).stream().map(WarningWords::tab).distinct().toList();
      default -> List.of(Tab.QUESTIONS);
    };
  }

  private static Tab tab(String key) {
    if (key.startsWith("agreement") || key.startsWith("course.intra")) {
      return Tab.AGREEMENT;
    }
    if (key.startsWith("course.finding")) {
      return Tab.FINDINGS;
    }
    if (key.startsWith("course")) {
      return Tab.COURSE;
    }
    return key.startsWith("mrmc") || key.startsWith("descriptives")
        ? Tab.QUESTIONS
        : Tab.SENSITIVITY;
  }
}
