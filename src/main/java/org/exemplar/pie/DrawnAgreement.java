package org.exemplar.pie;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Agreement of every image under several draws of runs. Works block by block of images, so that the
 * runs' tables are read once for all draws, out of a core's cache.
 */
final class DrawnAgreement {
  private final PieStability.RunTables runs;
  private final List<RunResampling.Draw> draws;
  private final double[][] rho;

  private DrawnAgreement(PieStability.RunTables runs, List<RunResampling.Draw> draws) {
    this.runs = runs;
    this.draws = draws;
    rho = new double[draws.size()][runs.images()];
  }

  /** One agreement for each draw: 8 bytes for each image and draw. */
  static List<Agreement> of(PieStability.RunTables runs, List<RunResampling.Draw> draws) {
    var drawn = new DrawnAgreement(runs, draws);
    int blocks = RankBlock.count(runs.images());
    int stripes = Math.min(RankedPredictions.STRIPES, blocks);
    IntStream.range(0, stripes)
        .parallel()
        .forEach(stripe -> {
          Space space = drawn.new Space();
          for (int block = stripe; block < blocks; block += stripes) {
            space.correlate(block * RankBlock.LANES);
          }
        });
    return Arrays.stream(drawn.rho).map(Agreement::ofValues).toList();
  }

  /** Work space of one thread. */
  private final class Space {
    private final MeanPredictions mean = new MeanPredictions(RankBlock.LANES, runs.findings());
    private final RankBlock dense = new RankBlock(runs.findings());
    private final RankBlock pruned = new RankBlock(runs.findings());
    private final LaneCorrelation correlation = new LaneCorrelation();

    void correlate(int from) {
      for (int draw = 0; draw < rho.length; draw++) {
        rank(runs.dense(), draws.get(draw), from, dense);
        rank(runs.pruned(), draws.get(draw), from, pruned);
        correlation.of(dense.ranks, pruned.ranks, rho[draw], from);
      }
    }

    private void rank(List<float[]> tables, RunResampling.Draw draw, int from, RankBlock into) {
      mean.clear();
      int count = Math.min(RankBlock.LANES, runs.images() - from);
      for (int run = 0; run < tables.size(); run++) {
        int times = draw.times().get(run);
        if (times > 0) {
          mean.addRows(tables.get(run), from, count, times);
        }
      }
      into.rank(mean, 0);
    }
  }
}
