package org.exemplar.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON, format {@code exemplar-validation/1}, without its signature. */
final class ReportText {
  static final String FORMAT = "exemplar-validation/1";

  private ReportText() {}

  static String json(ValidationReport report) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("program", "Exemplar " + report.version());
    all.put("made", report.made().toString());
    all.put("passed", report.passed());
    all.put("environment", report.environment());
    all.put("checks", report.checks().stream().map(ReportText::check).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static Map<String, Object> check(Check check) {
    Comparison comparison = check.comparison();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("section", check.section().words());
    one.put("name", check.name());
    one.put("compared", comparison.what());
    one.put("expected", comparison.expected());
    one.put("got", comparison.got());
    one.put("tolerance", comparison.tolerance());
    one.put("source", check.source());
    one.put("passed", comparison.passed());
    return one;
  }

  /** What the command line prints as its summary. */
  static Map<String, Object> summary(ValidationReport report) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("passed", report.passed());
    all.put("checks", report.checks().size());
    List<String> failed =
        report.failures().stream().map(c -> c.section().words() + ": " + c.name()).toList();
    all.put("failed", failed);
    return all;
  }
}
