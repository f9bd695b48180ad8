package org.exemplar.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.exemplar.files.WholeFile;

/**
 * Writes {@code report.html}: one file that needs no network, prints well on A4, and says in words,
 * figures and tables what a study found and how far it can be trusted.
 */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes the report beside its place and moves it there.
   *
   * @throws org.exemplar.problem.Problem if it cannot be written
   */
  public static void write(ReportResults results, StudyFacts facts, Path file) {
    WholeFile.write(file, html(results, facts));
  }

  /** The report as text. */
  public static String html(ReportResults results, StudyFacts facts) {
    Html page = new Html();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.element("title", facts.identity().title() + " \u2013 reader study report");
    page.raw("<style>\n").raw(resource("report.css"));
    if (results.simulated()) {
      page.raw("@page { @top-center { content: \"Simulated ratings, not from radiologists\";");
      page.raw(" font: 8pt Inter, Helvetica, Arial, sans-serif; color: #7d4e00; } }\n");
    }
    page.raw("</style>\n</head>\n");
    page.raw(results.simulated() ? "<body class=\"simulated\">\n" : "<body>\n");
    if (results.simulated()) {
      page.element("div", "stamp", "Simulated ratings, not from radiologists");
    }
    page.raw("<main>\n");
    new FrontPage(results, facts, page).write();
    new QuestionCards(results, facts, page).write();
    new NumbersSection(results, facts, page).write();
    results.course().ifPresent(course -> new CourseSection(course, facts, page).write());
    new ConductSection(results, facts, page).write();
    page.raw("<footer>").text("Made by " + facts.identity().software() + " from ");
    page.raw("<a href=\"results.json\">results.json</a>").text(", ");
    page.raw("<a href=\"ratings.csv\">ratings.csv</a>").text(" and ");
    page.raw("<a href=\"codebook.json\">codebook.json</a>").text(" beside this file; ");
    page.raw("<a href=\"reproduce.py\">reproduce.py</a>").text(" and ");
    page.raw("<a href=\"reproduce.R\">reproduce.R</a>").text(" compute the main numbers again;");
    page.text(" ").raw("<a href=\"README.txt\">README.txt</a>").text(" says what each file is.");
    page.raw("</footer>\n</main>\n</body>\n</html>\n");
    return page.toString();
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReportWriter.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
