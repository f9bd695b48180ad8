package org.exemplar.blinding;

import java.util.Arrays;

/**
 * The cheapest one-to-one assignment of rows to columns, by shortest augmenting paths with
 * potentials (Kuhn 1955; Jonker and Volgenant, Computing 1987;38:325). Time rows² × columns.
 */
final class Assignment {
  private static final int NOBODY = -1;

  private final double[][] cost;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOfColumn;

  private Assignment(double[][] cost) {
    this.cost = cost;
    columns = cost[0].length;
    rowPotential = new double[cost.length];
    columnPotential = new double[columns];
    rowOfColumn = new int[columns];
    Arrays.fill(rowOfColumn, NOBODY);
  }

  /**
   * @param cost rows × columns, finite, at least as many columns as rows, at least one row
   * @return the column of each row
   */
  static int[] cheapest(double[][] cost) {
    if (cost[0].length < cost.length) {
      throw new IllegalArgumentException("an assignment needs at least as many columns as rows");
    }
    Assignment assignment = new Assignment(cost);
    for (int row = 0; row < cost.length; row++) {
      assignment.add(row);
    }
    int[] columnOfRow = new int[cost.length];
    for (int column = 0; column < assignment.columns; column++) {
      if (assignment.rowOfColumn[column] != NOBODY) {
        columnOfRow[assignment.rowOfColumn[column]] = column;
      }
    }
    return columnOfRow;
  }

  private void add(int newRow) {
    double[] distance = new double[columns];
    int[] previous = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(previous, NOBODY);
    int row = newRow;
    int column = NOBODY;
    double reached = 0;
    do {
      relax(row, column, reached, distance, previous, done);
      column = nearest(distance, done);
      reached = distance[column];
      done[column] = true;
      row = rowOfColumn[column];
    } while (row != NOBODY);
    rowPotential[newRow] += reached;
    for (int c = 0; c < columns; c++) {
      if (done[c] && c != column) {
        rowPotential[rowOfColumn[c]] += reached - distance[c];
        columnPotential[c] -= reached - distance[c];
      }
    }
    while (previous[column] != NOBODY) {
      rowOfColumn[column] = rowOfColumn[previous[column]];
      column = previous[column];
    }
    rowOfColumn[column] = newRow;
  }

  private void relax(
      int row, int from, double reached, double[] distance, int[] previous, boolean[] done) {
    for (int c = 0; c < columns; c++) {
      if (!done[c]) {
        double through = reached + cost[row][c] - rowPotential[row] - columnPotential[c];
        if (through < distance[c]) {
          distance[c] = through;
          previous[c] = from;
        }
      }
    }
  }

  private static int nearest(double[] distance, boolean[] done) {
    int best = NOBODY;
    for (int c = 0; c < distance.length; c++) {
      if (!done[c] && (best == NOBODY || distance[c] < distance[best])) {
        best = c;
      }
    }
    return best;
  }
}
