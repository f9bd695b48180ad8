package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.exemplar.analysis.Results;
import org.exemplar.app.control.figure.Ink;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.control.figure.SpottedFigure;
import org.exemplar.chart.Figures;

/** PIE-AUC of each reader with its interval, and of all readers as a diamond. */
final class ReaderForest extends SpottedFigure {
  private static final double ROW = 28;
  private static final double NAME = 64;
  private static final double NUMBERS = 124;
  private static final double FEW = 68;

  private final Results.Mrmc mrmc;
  private final double low;
  private final double high;

  /**
   * @param low the lower end of the axis, the same for all questions
   * @param high the upper end
   */
  ReaderForest(Results.Mrmc mrmc, double low, double high) {
    this.mrmc = mrmc;
    this.low = low;
    this.high = high;
    getStyleClass().add("reader-forest");
    StringBuilder words =
        new StringBuilder("PIE-AUC " + ResultWords.number(mrmc.auc()) + "; by reader:");
    mrmc.perReader()
        .forEach((reader, auc) ->
            auc.auc()
                .ifPresent(v ->
                    words
                        .append(' ')
                        .append(reader)
                        .append(' ')
                        .append(Figures.decimals(v, 2))
                        .append('.')));
    describe(words.toString());
  }

  /** The lowest and the highest number of all questions, widened to tenths. */
  static double[] axis(Iterable<Results.QuestionResults> questions) {
    double low = 0.45;
    double high = 0.75;
    for (Results.QuestionResults question : questions) {
      List<OptionalDouble> ends = new ArrayList<>();
      ends.add(question.mrmc().ciLow());
      ends.add(question.mrmc().ciHigh());
      for (Results.ReaderAuc reader : question.mrmc().perReader().values()) {
        ends.add(reader.ciLow());
        ends.add(reader.ciHigh());
      }
      for (OptionalDouble end : ends) {
        if (end.isPresent()) {
          low = Math.min(low, end.getAsDouble());
          high = Math.max(high, end.getAsDouble());
        }
      }
    }
    return new double[] {
      Math.max(0, Math.floor(low * 10 + 1e-9) / 10), Math.min(1, Math.ceil(high * 10 - 1e-9) / 10)
    };
  }

  @Override
  protected double computePrefHeight(double width) {
    return px(ROW * (mrmc.perReader().size() + 1) + 44);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected List<Spot> drawSpots(GraphicsContext g, double width, double height) {
    List<Spot> spots = new ArrayList<>();
    boolean roomy = width > px(360);
    LinearAxis x = new LinearAxis(low, high, px(NAME), width - px(roomy ? NUMBERS : FEW));
    double bottom = px(ROW * (mrmc.perReader().size() + 1) + 16);
    g.setLineWidth(1);
    for (double tick : x.ticks(width > px(420) ? 6 : 5)) {
      if (Math.abs(tick - 0.5) > 1e-9) {
        line(g, crisp(x.at(tick)), 0, crisp(x.at(tick)), bottom, ink(Ink.GRID));
      }
      small(
          g,
          LinearAxis.number(tick, 1),
          x.at(tick),
          bottom + px(14),
          TextAlignment.CENTER,
          Ink.MUTED);
    }
    g.setLineDashes(px(4), px(3));
    line(g, crisp(x.at(0.5)), 0, crisp(x.at(0.5)), bottom, ink(Ink.MUTED));
    g.setLineDashes();
    double y = px(ROW) / 2;
    for (Map.Entry<String, Results.ReaderAuc> reader : mrmc.perReader().entrySet()) {
      Results.ReaderAuc auc = reader.getValue();
      reader(g, reader.getKey(), auc, x, y, width, roomy);
      spots.add(spot(reader.getKey(), auc.auc(), auc.ciLow(), auc.ciHigh(), y, width));
      y += px(ROW);
    }
    double rule = crisp(y - px(ROW) / 2 + px(4));
    g.setLineWidth(1);
    line(g, 0, rule, width, rule, ink(Ink.GRID));
    overall(g, x, y + px(6), width, roomy);
    spots.add(spot("Overall", mrmc.auc(), mrmc.ciLow(), mrmc.ciHigh(), y + px(6), width));
    return spots;
  }

  private Spot spot(
      String name, OptionalDouble auc, OptionalDouble from, OptionalDouble to, double y, double w) {
    String words =
        name
            + " PIE-AUC "
            + ResultWords.number(auc)
            + (from.isPresent() && to.isPresent() ? ", 95 % " + ResultWords.range(from, to) : "");
    return new Spot(0, y - px(ROW) / 2 + px(2), w, px(ROW) - px(4), words);
  }

  private void reader(
      GraphicsContext g,
      String name,
      Results.ReaderAuc auc,
      LinearAxis x,
      double y,
      double width,
      boolean roomy) {
    words(g, name, 0, y, TextAlignment.LEFT, font(13, false), ink(Ink.FG));
    if (auc.auc().isEmpty()) {
      small(g, "not defined", x.at(0.5), y, TextAlignment.CENTER, Ink.FAINT);
      return;
    }
    if (auc.ciLow().isPresent() && auc.ciHigh().isPresent()) {
      g.setLineWidth(px(1.5));
      line(
          g,
          x.at(auc.ciLow().getAsDouble()),
          y,
          x.at(auc.ciHigh().getAsDouble()),
          y,
          ink(Ink.MUTED));
    }
    double half = px(4);
    g.setFill(ink(Ink.FG));
    g.fillRect(x.at(auc.auc().getAsDouble()) - half, y - half, 2 * half, 2 * half);
    numbers(g, auc.auc(), auc.ciLow(), auc.ciHigh(), y, width, roomy, false);
  }

  private void overall(GraphicsContext g, LinearAxis x, double y, double width, boolean roomy) {
    words(g, "Overall", 0, y, TextAlignment.LEFT, font(13, true), ink(Ink.STRONG));
    if (mrmc.auc().isEmpty()) {
      small(g, "not defined", x.at(0.5), y, TextAlignment.CENTER, Ink.FAINT);
      return;
    }
    double at = x.at(mrmc.auc().getAsDouble());
    double from = mrmc.ciLow().isPresent() ? x.at(mrmc.ciLow().getAsDouble()) : at - px(6);
    double to = mrmc.ciHigh().isPresent() ? x.at(mrmc.ciHigh().getAsDouble()) : at + px(6);
    double half = px(8);
    g.setFill(ink(Ink.ACCENT));
    g.fillPolygon(new double[] {from, at, to, at}, new double[] {y, y - half, y, y + half}, 4);
    numbers(g, mrmc.auc(), mrmc.ciLow(), mrmc.ciHigh(), y, width, roomy, true);
  }

  private void numbers(
      GraphicsContext g,
      OptionalDouble auc,
      OptionalDouble from,
      OptionalDouble to,
      double y,
      double width,
      boolean roomy,
      boolean strong) {
    double at = width - px(roomy ? 80 : 0);
    words(
        g,
        Figures.decimals(auc.orElse(0.5), 2),
        at,
        y,
        TextAlignment.RIGHT,
        font(13, strong),
        ink(Ink.STRONG));
    if (roomy && from.isPresent() && to.isPresent()) {
      words(
          g,
          Figures.decimals(from.getAsDouble(), 2) + "–" + Figures.decimals(to.getAsDouble(), 2),
          width,
          y,
          TextAlignment.RIGHT,
          font(11, strong),
          ink(strong ? Ink.STRONG : Ink.MUTED));
    }
  }
}
