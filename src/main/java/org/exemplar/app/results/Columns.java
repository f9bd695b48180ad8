package org.exemplar.app.results;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.exemplar.app.fx.Theme;

/** Equal columns while there is room for them, below each other when there is not. */
final class Columns extends Region {
  private static final double GAP = 16;
  private static final double NARROWEST = 330;

  private final Label probe = new Label();

  /** Columns of these cards. */
  Columns(List<? extends Node> cards) {
    getStyleClass().add("question-columns");
    probe.setManaged(false);
    probe.setVisible(false);
    probe.fontProperty().addListener(o -> requestLayout());
    getChildren().setAll(cards);
    getChildren().add(probe);
  }

  private int across(double width) {
    int cards = Math.max(1, getManagedChildren().size());
    double em = probe.getFont().getSize() / Theme.ROOT_FONT;
    int fit = (int) ((width + GAP) / (NARROWEST * Math.max(1, em) + GAP));
    return fit >= cards ? cards : Math.max(1, Math.min(fit, cards));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    int across = across(width);
    double column = (width - GAP * (across - 1)) / across;
    double height = 0;
    List<Node> cards = getManagedChildren();
    for (int i = 0; i < cards.size(); i += across) {
      height += row(cards, i, across, column) + (i > 0 ? GAP : 0);
    }
    return height;
  }

  private static double row(List<Node> cards, int from, int across, double column) {
    double row = 0;
    for (int j = from; j < Math.min(from + across, cards.size()); j++) {
      row = Math.max(row, cards.get(j).prefHeight(column));
    }
    return row;
  }

  @Override
  protected void layoutChildren() {
    int across = across(getWidth());
    double column = (getWidth() - GAP * (across - 1)) / across;
    List<Node> cards = getManagedChildren();
    double y = 0;
    for (int i = 0; i < cards.size(); i += across) {
      double row = row(cards, i, across, column);
      for (int j = i; j < Math.min(i + across, cards.size()); j++) {
        cards.get(j).resizeRelocate(snapPositionX((j - i) * (column + GAP)), y, column, row);
      }
      y += row + GAP;
    }
  }
}
