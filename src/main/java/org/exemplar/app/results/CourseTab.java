package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.exemplar.analysis.Course;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** How long cases took, and whether times or ratings drift along the worklist. */
final class CourseTab extends VBox {
  private final TabDoor door;

  CourseTab(TabDoor door) {
    this.door = door;
    getStyleClass().add("gap-16");
    var course = door.model().results().course();
    if (course.isEmpty()) {
      getChildren()
          .add(
              new org.exemplar.app.control.parts.EmptyState(
                  Feather.CLOCK,
                  "This table does not tell times and order",
                  "Open the study with its key instead: its ratings carry the position in the"
                      + " worklist and the time of every case."));
      return;
    }
    getChildren().addAll(time(course.get()), order(course.get()));
    getChildren()
        .add(
            Parts.paragraph(
                "None of this is a planned test. Position: place in the reader’s own worklist."
                    + " ρ: Spearman’s correlation within a reader; its test is over readers.",
                "small"));
  }

  private Node time(Course course) {
    List<Node> cards = new ArrayList<>();
    Course.TimeByArm time = course.time();
    Answers answers = door.model().answers();
    if (door.model().opened().hasRatings()) {
      List<String> readers = readers(answers);
      DrawnFigure arms =
          door.chart(
              CourseCharts.timeByArm(answers, time),
              spot -> Wanted.ALL.by(readers.get(spot / 2)).inArm(spot % 2 == 0));
      Card card = door.card("Did PIEs take longer?", "by reader and arm", arms);
      card.body().getChildren().add(facts(time));
      card.body().getStyleClass().add("gap-8");
      cards.add(card);
      DrawnFigure along = new DrawnFigure(CourseCharts.timeAlong(answers, course.timeOrder()));
      Card drift = door.card("Did readers get faster?", "time along the worklist", along);
      drift.body().getChildren().add(facts(course.timeOrder()));
      drift.body().getStyleClass().add("gap-8");
      cards.add(drift);
    } else {
      Card card = new Card("Did PIEs take longer?", "", facts(time));
      cards.add(card);
    }
    cards.add(trends("Time against position", "by reader", course.timeOrder(), Wanted.ALL));
    return new Columns(cards);
  }

  private static List<String> readers(Answers answers) {
    var readers = new TreeSet<String>();
    answers.rows().stream().filter(r -> !r.repeat()).forEach(r -> readers.add(r.reader()));
    return List.copyOf(readers);
  }

  private static Facts facts(Course.TimeByArm time) {
    return new Facts()
        .add("PIE, median and mean", seconds(time.pie()))
        .add("Non-PIE, median and mean", seconds(time.nonPie()))
        .add(
            "PIE over non-PIE, 95 %",
            ResultWords.number(time.ratio())
                + " ("
                + ResultWords.range(time.ciLow(), time.ciHigh())
                + ")")
        .add("Paired test of log time, p", ResultWords.p(time.p()));
  }

  private static String seconds(Course.Seconds of) {
    return CourseCharts.seconds(of.median()) + " · " + CourseCharts.seconds(of.mean());
  }

  private static Facts facts(Course.OrderEffect effect) {
    return new Facts()
        .add("Mean ρ with the position", ResultWords.number(effect.meanRho()))
        .add("Test over readers, p", ResultWords.p(effect.p()));
  }

  private Card trends(String title, String sentence, Course.OrderEffect effect, Wanted wanted) {
    List<String> readers = List.copyOf(effect.perReader().keySet());
    DrawnFigure figure =
        door.chart(
            CourseCharts.trends(effect),
            spot -> spot < readers.size() ? wanted.by(readers.get(spot)) : wanted);
    return door.card(title, sentence, figure);
  }

  private Node order(Course course) {
    List<Node> cards = new ArrayList<>();
    course
        .ratingOrder()
        .forEach((id, effect) -> {
          Wanted wanted = Wanted.ofQuestion(id);
          Card card =
              trends(
                  door.model().title(id) + " against position",
                  "drift of ratings, by reader",
                  effect,
                  wanted);
          if (door.model().opened().hasRatings()) {
            DrawnFigure along =
                new DrawnFigure(CourseCharts.ratingsAlong(door.model().answers(), id, effect));
            card.body().getChildren().addFirst(along);
          }
          card.body().getChildren().addAll(facts(effect), door.warnings(id, Tab.COURSE));
          card.body().getStyleClass().add("gap-8");
          cards.add(card);
        });
    return new Columns(cards);
  }
}
