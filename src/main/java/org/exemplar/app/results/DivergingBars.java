package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.exemplar.analysis.Results;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.control.figure.SpottedFigure;
import org.exemplar.blinding.Arm;
import org.exemplar.chart.Figures;

/** How each arm was rated, teal to violet with a gray middle, more PIE-like to the right. */
final class DivergingBars extends SpottedFigure {
  private static final double NAME = 64;
  private static final double ROW = 30;
  private static final double BAR = 21;

  private final List<AnswerBands> arms;
  private final List<Integer> codes;
  private final List<Wanted> behind = new ArrayList<>();
  private final String less;
  private final String more;

  /**
   * @param less the less PIE-like end in a word
   * @param more the more PIE-like end in a word
   */
  DivergingBars(Results.QuestionResults question, String less, String more) {
    List<Results.Descriptives> given =
        List.of(descriptives(question, Arm.PIE), descriptives(question, Arm.NON_PIE));
    List<Integer> ascending = AnswerBands.codes(given);
    this.codes =
        question.orientation() == Results.Direction.HIGHER_IS_PIE
            ? ascending
            : ascending.reversed();
    this.arms =
        given.stream().map(d -> AnswerBands.of(d, ascending, question.orientation())).toList();
    this.less = less;
    this.more = more;
    getStyleClass().add("diverging-bars");
    describe(
        "PIEs: "
            + Figures.percent(arms.get(0).right())
            + " per cent towards “"
            + more
            + "”; other cases: "
            + Figures.percent(arms.get(1).right())
            + " per cent.");
  }

  private static Results.Descriptives descriptives(Results.QuestionResults question, Arm arm) {
    Results.Descriptives found = question.descriptives().get(arm);
    return found != null
        ? found
        : new Results.Descriptives(
            0,
            java.util.OptionalDouble.empty(),
            java.util.OptionalDouble.empty(),
            java.util.OptionalDouble.empty(),
            java.util.Map.of());
  }

  @Override
  protected List<Spot> drawSpots(GraphicsContext g, double width, double height) {
    List<Spot> spots = new ArrayList<>();
    behind.clear();
    double left = Math.max(0.02, Math.max(arms.get(0).left(), arms.get(1).left()));
    double right = Math.max(0.02, Math.max(arms.get(0).right(), arms.get(1).right()));
    double from = px(NAME);
    double per = (width - from) / (left + right);
    double middle = from + left * per;
    double words = px(8);
    small(g, "← " + less, middle - px(8), words, TextAlignment.RIGHT, Ink.MUTED);
    small(g, more + " →", middle + px(8), words, TextAlignment.LEFT, Ink.MUTED);
    g.setLineWidth(px(1));
    g.setLineDashes(px(4), px(4));
    line(g, middle, px(18), middle, px(24) + 2 * px(ROW), ink(Ink.STRONG));
    g.setLineDashes();
    for (int arm = 0; arm < 2; arm++) {
      double y = px(24) + arm * px(ROW);
      boolean pie = arm == 0;
      words(
          g,
          pie ? "PIE" : "Non-PIE",
          from - px(12),
          y + px(BAR) / 2,
          TextAlignment.RIGHT,
          font(11, true),
          ink(pie ? Ink.PIE : Ink.NON_PIE));
      bars(g, arm, middle - arms.get(arm).left() * per, y, per, spots);
    }
    return spots;
  }

  /** The ratings behind a point. */
  Wanted behind(int spot, Wanted question) {
    Wanted part = behind.get(spot);
    return question.inArm(part.pie().orElse(true)).rated(part.code().orElse(0));
  }

  private void bars(
      GraphicsContext g, int arm, double from, double y, double per, List<Spot> spots) {
    AnswerBands bands = arms.get(arm);
    double x = from;
    int points = bands.shares().size();
    for (int i = 0; i < points; i++) {
      double wide = bands.shares().get(i) * per;
      if (wide > 0) {
        Ink ink = ink(i, points);
        spots.add(
            new Spot(
                x,
                y,
                Math.max(px(4), wide),
                px(BAR),
                (arm == 0 ? "PIE" : "Non-PIE")
                    + " rated "
                    + codes.get(i)
                    + ": "
                    + Figures.percent(bands.shares().get(i))
                    + " % of "
                    + bands.answers()));
        behind.add(Wanted.ALL.inArm(arm == 0).rated(codes.get(i)));
        g.setFill(ink(ink));
        g.fillRoundRect(x + 0.5, y, Math.max(1, wide - 1), px(BAR), px(4), px(4));
        if (wide > px(22)) {
          boolean light = ink == Ink.LEFT_NEAR || ink == Ink.RIGHT_NEAR;
          words(
              g,
              Figures.percent(bands.shares().get(i)),
              x + wide / 2,
              y + px(BAR) / 2,
              TextAlignment.CENTER,
              font(11, false),
              light ? Color.web("#0d1117") : Color.WHITE);
        }
      }
      x += wide;
    }
  }

  /** Far colours at the ends, near ones towards the middle, gray for a middle point. */
  static Ink ink(int point, int points) {
    boolean odd = points % 2 == 1;
    int half = points / 2;
    if (odd && point == half) {
      return Ink.MIDDLE;
    }
    boolean left = point < half;
    int fromEnd = left ? point : points - 1 - point;
    boolean far = fromEnd < (half + 1) / 2;
    return left ? (far ? Ink.LEFT_FAR : Ink.LEFT_NEAR) : (far ? Ink.RIGHT_FAR : Ink.RIGHT_NEAR);
  }
}
