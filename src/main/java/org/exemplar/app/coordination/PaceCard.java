package org.exemplar.app.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.chart.Lines;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Scale;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.fx.Parts;
import org.exemplar.chart.Mark;
import org.exemplar.conduct.FollowUp;
import org.exemplar.conduct.Outlook;
import org.exemplar.conduct.Outlook.Edge;

/** How fast cases come back, in all and from each reader, and when the rest may be done. */
final class PaceCard {
  private static final double HEIGHT = 212;
  private static final double WEEK = 7;

  private PaceCard() {}

  private enum Whose {
    ALL("In all"),
    EACH("By reader");

    private final String words;

    Whose(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * @param saver gives the chart its arrow
   */
  static Card of(StudyOverview study, ChartSaver saver) {
    DrawnFigure figure = new DrawnFigure(PaceChart.of(study));
    Segmented<Whose> whose = new Segmented<>(List.of(Whose.values()), Whose::words, Whose.ALL);
    whose
        .valueProperty()
        .addListener(
            (o, was, now) -> figure.show(now == Whose.ALL ? PaceChart.of(study) : byReader(study)));
    VBox words = new VBox();
    words.getStyleClass().add("gap-4");
    ending(study).forEach(line -> words.getChildren().add(line));
    return new Card("Pace", rate(study), figure, words)
        .actions(whose, saver.menu("Pace", figure::painter));
  }

  /** Cases a day and a week, over the last week that came back. */
  static String rate(StudyOverview study) {
    int week = Outlook.lastWeek(study.followUps());
    return week == 0
        ? "nothing has come back yet"
        : String.format(Locale.ROOT, "%.1f a day, %d in the last week", week / WEEK, week);
  }

  private static List<javafx.scene.Node> ending(StudyOverview study) {
    Outlook outlook = study.outlook();
    List<javafx.scene.Node> lines = new ArrayList<>();
    if (outlook.done() == outlook.of()) {
      lines.add(Parts.line("All " + outlook.of() + " readings are in", "strong", "bold"));
      return lines;
    }
    Optional<Instant> likely = outlook.end(Edge.LIKELY);
    lines.add(
        Parts.paragraph(
            likely
                .map(at ->
                    "Complete about "
                        + Days.shortly(at)
                        + ", between "
                        + outlook.end(Edge.FASTEST).map(Days::shortly).orElse("")
                        + " and "
                        + outlook.end(Edge.SLOWEST).map(Days::shortly).orElse(""))
                .orElse("When it may be complete cannot be told yet"),
            "strong"));
    if (!outlook.withoutPace().isEmpty() && likely.isPresent()) {
      String who =
          outlook.withoutPace().stream().map(Object::toString).collect(Collectors.joining(", "));
      lines.add(Parts.paragraph(who + ": no pace of their own yet, taken as the others’", "muted"));
    }
    if (study.answers().simulated()) {
      lines.add(Parts.line("Some answers are simulated, not a person’s.", "warning"));
    }
    return lines;
  }

  private static Painter byReader(StudyOverview study) {
    PaceChart all = PaceChart.of(study);
    List<Lines.Series> series = new ArrayList<>();
    double most = 1;
    double last = 1;
    for (FollowUp reader : study.followUps()) {
      List<Mark.Point> points = new ArrayList<>();
      points.add(new Mark.Point(0, 0));
      for (Instant at : reader.times().submitted()) {
        points.add(new Mark.Point(days(all.begin(), at), points.size()));
      }
      last = Math.max(last, points.getLast().x());
      most = Math.max(most, reader.of());
      series.add(new Lines.Series(reader.reader().value(), points, false));
    }
    return new Lines(
        "Cases of each reader that came back",
        new Scale(0, last, "", day -> Days.shortly(all.begin().plus(hours(day)))),
        Scale.decimals(0, most, "", 0),
        series,
        new Lines.Extras(Optional.empty(), List.of(), HEIGHT));
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMinutes() / (24.0 * 60);
  }

  private static Duration hours(double days) {
    return Duration.ofMinutes(Math.round(days * 24 * 60));
  }
}
