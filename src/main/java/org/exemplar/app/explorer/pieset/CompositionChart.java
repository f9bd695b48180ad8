package org.exemplar.app.explorer.pieset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.explorer.ImageWords;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Palette;
import org.exemplar.pie.PieComposition;
import org.exemplar.pie.PieComposition.Kind;
import org.exemplar.pie.ShareRatio;
import org.exemplar.stats.Interval;

/**
 * Shares among PIEs and among the others, and how they differ with a 95 % interval.
 *
 * @param fact the main fact in a sentence
 * @param rows from top to bottom
 * @param measure how they are compared
 * @param row px of the design
 */
record CompositionChart(String fact, List<Row> rows, Measure measure, double row)
    implements Painter {
  private static final double TOP = 24;
  private static final double BOTTOM = 22;

  CompositionChart {
    rows = List.copyOf(rows);
  }

  /** How two shares are compared. */
  enum Measure {
    DIFFERENCE("Difference", "PIE − rest"),
    RATIO("Ratio", "PIE : rest");

    private final String words;
    private final String heading;

    Measure(String words, String heading) {
      this.words = words;
      this.heading = heading;
    }

    String words() {
      return words;
    }
  }

  /**
   * One group of images.
   *
   * @param name as people read it
   * @param share PIEs first
   */
  record Row(String name, ShareRatio share) {
    double value(Measure measure) {
      return measure == Measure.DIFFERENCE ? share.difference() : share.ratio();
    }

    Optional<Interval> interval(Measure measure) {
      return measure == Measure.DIFFERENCE
          ? Optional.of(share.differenceInterval())
          : share.ratioInterval();
    }

    /** Whether neither arm has such an image, so that nothing can be estimated. */
    boolean notEstimable() {
      return share.countA() == 0 && share.countB() == 0;
    }

    /** Whether the interval leaves "no difference". */
    boolean stands(Measure measure) {
      double none = measure == Measure.DIFFERENCE ? 0 : 1;
      return !notEstimable() && interval(measure).map(i -> !i.contains(none)).orElse(false);
    }
  }

  /** Rows of one kind: findings sorted by the difference, numbers of findings as they count. */
  static CompositionChart of(PieComposition composition, Kind kind, Measure measure, double row) {
    List<Row> rows =
        composition.rows().stream()
            .filter(r -> r.kind() == kind)
            .map(r -> new Row(name(r), r.share()))
            .sorted(
                kind == Kind.FINDING
                    ? Comparator.comparingDouble(r -> -r.share().difference())
                    : Comparator.comparingInt(r -> 0))
            .toList();
    return new CompositionChart(fact(rows, measure), rows, measure, row);
  }

  private static String name(PieComposition.Row row) {
    return row.kind() == Kind.FINDING
        ? ImageWords.spaced(row.name())
        : row.name() + (row.name().equals("1") ? " finding" : " findings");
  }

  private static String fact(List<Row> rows, Measure measure) {
    List<String> more =
        rows.stream()
            .filter(r -> r.stands(measure) && r.share().difference() > 0)
            .map(r ->
                r.name()
                    + " "
                    + Figures.percent(r.share().shareA())
                    + " against "
                    + Figures.percent(r.share().shareB())
                    + " per cent")
            .toList();
    return more.isEmpty()
        ? "No group is surely more frequent among PIEs."
        : "More frequent among PIEs: " + String.join(", ", more) + ".";
  }

  @Override
  public Plot paint(Palette palette, double width) {
    int longest = rows.stream().mapToInt(r -> r.name().length()).max().orElse(8);
    double left = Math.min(width * 0.34, 14 + 6.7 * longest);
    double middle = left + (width - left) * 0.42;
    double bottom = TOP + row * rows.size();
    double most = rows.stream().mapToDouble(r -> larger(r.share())).max().orElse(0.1);
    LinearAxis shares =
        new LinearAxis(0, Math.max(0.05, Math.ceil(most * 20) / 20), left + 8, middle - 24);
    LinearAxis compared = compared(middle + 12, width - 16);
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    axes(marks, palette, shares, compared, bottom);
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + row * (i + 0.5);
      share(marks, palette, rows.get(i), shares, y);
      interval(marks, palette, rows.get(i), compared, y);
      spots.add(new Spot(0, y - row / 2 + 1, width, row - 2, words(rows.get(i))));
    }
    return new Plot(new Drawing(width, bottom + BOTTOM, fact, marks), spots);
  }

  private static double larger(ShareRatio share) {
    return Math.max(share.shareA(), share.shareB());
  }

  /** The axis of differences, or of logarithms of ratios. */
  private LinearAxis compared(double from, double to) {
    double low = measure == Measure.DIFFERENCE ? -0.05 : Math.log(0.5);
    double high = -low;
    for (Row each : rows) {
      if (!each.notEstimable() && each.interval(measure).isPresent()) {
        Interval i = each.interval(measure).get();
        low = Math.min(low, place(i.low()));
        high = Math.max(high, place(i.high()));
      }
    }
    return new LinearAxis(low, high, from, to);
  }

  private double place(double value) {
    return measure == Measure.DIFFERENCE ? value : Math.log(Math.clamp(value, 0.02, 100));
  }

  private void axes(
      List<Mark> marks, Palette palette, LinearAxis shares, LinearAxis compared, double bottom) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    Pen line = Pen.of(palette.ink().line(), 1);
    marks.add(new Mark.Text(shares.from(), 10, "share of images", word));
    marks.add(
        new Mark.Text(
            (compared.from() + compared.to()) / 2,
            10,
            measure.heading + ", 95 % interval",
            word.centred()));
    for (double tick : shares.ticks(shares.to() - shares.from() > 150 ? 5 : 3)) {
      double x = shares.at(tick);
      marks.add(Path.line(x, TOP, x, bottom, line));
      marks.add(new Mark.Text(x, bottom + 16, Figures.percent(tick) + " %", word.centred()));
    }
    boolean ratio = measure == Measure.RATIO;
    List<Double> ticks =
        ratio
            ? List.of(0.02, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
            : compared.ticks(compared.to() - compared.from() > 220 ? 7 : 4);
    double before = Double.NEGATIVE_INFINITY;
    for (double tick : ticks) {
      double x = compared.at(ratio ? Math.log(tick) : tick);
      boolean none = tick == (ratio ? 1 : 0);
      if (x >= compared.from() - 1 && x <= compared.to() + 1) {
        marks.add(
            Path.line(
                x,
                TOP,
                x,
                bottom,
                none ? Pen.of(palette.ink().muted(), 1).dashed(4.0, 3.0) : line));
        if (x - before > 30 || none) {
          marks.add(new Mark.Text(x, bottom + 16, tick(tick), word.centred()));
          before = x;
        }
      }
    }
  }

  private String tick(double value) {
    if (measure == Measure.RATIO) {
      return value < 1 ? Figures.decimals(value, value < 0.1 ? 2 : 1) : Figures.decimals(value, 0);
    }
    return (value > 1e-9 ? "+" : "") + Figures.percent(value);
  }

  private void share(List<Mark> marks, Palette palette, Row each, LinearAxis x, double y) {
    Lettering name =
        Lettering.of(12, each.stands(measure) ? palette.ink().strong() : palette.ink().muted())
            .right();
    marks.add(
        new Mark.Text(
            x.from() - 16, y + 4, each.name(), each.stands(measure) ? name.strong() : name));
    double a = x.at(each.share().shareA());
    double b = x.at(each.share().shareB());
    marks.add(Path.line(a, y, b, y, Pen.of(palette.ink().muted(), 1.5).faint(0.5)));
    marks.add(new Mark.Disc(b, y, 4.5, Fill.of(palette.arms().nonPie())));
    marks.add(
        new Mark.Box(
            new Mark.Rectangle(a - 4.5, y - 4.5, 9, 9), 0, Fill.of(palette.arms().pie()), null));
  }

  private void interval(List<Mark> marks, Palette palette, Row each, LinearAxis x, double y) {
    if (each.notEstimable()) {
      marks.add(
          new Mark.Text(
              (x.from() + x.to()) / 2,
              y + 4,
              "not estimable",
              Lettering.of(11, palette.ink().muted()).centred()));
      return;
    }
    Interval ends = each.interval(measure).orElseThrow();
    String ink = each.stands(measure) ? palette.ink().strong() : palette.ink().muted();
    marks.add(Path.line(at(x, ends.low()), y, at(x, ends.high()), y, Pen.of(ink, 1.5)));
    double value = each.value(measure);
    if (Double.isFinite(value) && !(measure == Measure.RATIO && value == 0)) {
      marks.add(new Mark.Disc(at(x, value), y, 4.5, Fill.of(ink)));
    }
  }

  private double at(LinearAxis x, double value) {
    return x.at(Math.clamp(place(value), x.low(), x.high()));
  }

  /** What a row says: counts, shares, both comparisons. */
  String words(Row each) {
    ShareRatio share = each.share();
    return each.name()
        + ": "
        + share.countA()
        + " of "
        + share.totalA()
        + " PIEs, "
        + share.countB()
        + " of "
        + share.totalB()
        + " others; "
        + compared(each);
  }

  private String compared(Row each) {
    if (each.notEstimable()) {
      return "not estimable";
    }
    Interval i = each.interval(measure).orElseThrow();
    if (measure == Measure.RATIO) {
      return "ratio "
          + ratio(each.value(measure))
          + " ("
          + ratio(i.low())
          + " to "
          + ratio(i.high())
          + ")";
    }
    return "difference "
        + tick(each.value(measure))
        + " ("
        + tick(i.low())
        + " to "
        + tick(i.high())
        + ") points";
  }

  private static String ratio(double value) {
    return Double.isInfinite(value) ? "∞" : Figures.decimals(value, 2);
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of(
            "name",
            "pies_with",
            "pies",
            "others_with",
            "others",
            "ratio",
            "ratio_low",
            "ratio_high",
            "difference",
            "difference_low",
            "difference_high"),
        rows.stream().map(CompositionChart::cells).toList());
  }

  private static List<String> cells(Row each) {
    ShareRatio share = each.share();
    Optional<Interval> ratio = share.ratioInterval();
    boolean none = each.notEstimable();
    return List.of(
        each.name(),
        Integer.toString(share.countA()),
        Integer.toString(share.totalA()),
        Integer.toString(share.countB()),
        Integer.toString(share.totalB()),
        none ? "not estimable" : Double.toString(share.ratio()),
        ratio.map(i -> Double.toString(i.low())).orElse(""),
        ratio.map(i -> Double.toString(i.high())).orElse(""),
        none ? "not estimable" : Double.toString(share.difference()),
        none ? "" : Double.toString(share.differenceInterval().low()),
        none ? "" : Double.toString(share.differenceInterval().high()));
  }
}
