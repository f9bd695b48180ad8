package org.exemplar.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.exemplar.crypto.VerifyingKey;

/** A report as one page that needs nothing else. */
final class ReportPage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.UK)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder page = new StringBuilder();
  private final ValidationReport report;

  private ReportPage(ValidationReport report) {
    this.report = report;
  }

  /** The page without its signature. */
  static String html(ValidationReport report, VerifyingKey key) {
    return new ReportPage(report).write(key);
  }

  private String write(VerifyingKey key) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<title>Validation of an Exemplar installation</title>\n<style>\n")
        .append(style())
        .append("</style></head><body>\n<h1>Validation of this installation</h1>\n");
    String state = report.passed() ? "passed" : "failed";
    page.append("<p class=\"%s result\">%s</p>\n".formatted(state, escaped(report.sentence())));
    page.append("<dl>");
    fact("Program", "Exemplar " + report.version());
    fact("Made", DATE.format(report.made()));
    report.environment().forEach(this::fact);
    fact("Key of this installation (Ed25519)", key.hex());
    page.append("</dl>\n");
    overview();
    for (Section section : Section.values()) {
      section(section);
    }
    page.append(
            "<p class=\"small\">The last line of this file is a signature over all bytes before")
        .append(" it. To check it: <code>exemplar validate --check validation-report.html</code>.")
        .append(" A signature shows that the page was not changed and which installation made it;")
        .append(" it does not show who ran it.</p>\n</body></html>\n");
    return page.toString();
  }

  private void fact(String name, String value) {
    page.append("<dt>%s</dt><dd>%s</dd>".formatted(escaped(name), escaped(value)));
  }

  private void overview() {
    page.append("<table class=\"overview\"><thead><tr><th>Section</th><th>Checks</th>")
        .append("<th>Failed</th></tr></thead><tbody>\n");
    for (Section section : Section.values()) {
      long failed = report.failures().stream().filter(c -> c.section() == section).count();
      page.append(
          "<tr><td><a href=\"#%s\">%s</a></td><td class=\"n\">%d</td><td class=\"n\">%d</td></tr>\n"
              .formatted(section.name(), section.words(), report.count(section), failed));
    }
    page.append("</tbody></table>\n");
  }

  private void section(Section section) {
    page.append(
        "<h2 id=\"%s\">%s</h2>\n<table><thead><tr><th>Check</th>"
            .formatted(section.name(), section.words()));
    page.append("<th>Compared</th><th>Expected</th><th>Got</th><th>Tolerance</th>")
        .append("<th>Reference from</th><th>Result</th></tr></thead><tbody>\n");
    for (Check check : report.checks()) {
      if (check.section() == section) {
        Comparison c = check.comparison();
        page.append(
            "<tr><td>%s</td><td>%s</td><td class=\"v\">%s</td><td class=\"v\">%s</td>"
                .formatted(
                    escaped(check.name()),
                    escaped(c.what()),
                    escaped(c.expected()),
                    escaped(c.got())));
        String state = check.passed() ? "passed" : "failed";
        page.append(
            "<td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>\n"
                .formatted(escaped(c.tolerance()), escaped(check.source()), state, state));
      }
    }
    page.append("</tbody></table>\n");
  }

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
