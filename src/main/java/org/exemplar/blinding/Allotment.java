package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.problem.Problem;
import org.exemplar.study.Design;

/**
 * Who reads which cases. With an anchor set all readers read it; the other cases are dealt into as
 * many blocks as there are readers, alike in arms, and reader <i>r</i> reads the blocks <i>r</i>,
 * <i>r</i> + 1, … in rotation. Cases that were matched with each other stay together.
 */
final class Allotment {
  private final Design.Overlap overlap;
  private final int readers;
  private final SeededDraw draw;

  /**
   * @param readers how many there are
   * @param draw where chance comes from
   * @throws Problem when a case is to have more readers than there are
   */
  Allotment(Design.Overlap overlap, int readers, SeededDraw draw) {
    if (overlap.readersPerCase() > readers) {
      throw new Problem(
          "The protocol wants "
              + overlap.readersPerCase()
              + " readers for each case, but the study has "
              + readers
              + ": lower overlap.readers_per_case, or name more readers.");
    }
    this.overlap = overlap;
    this.readers = readers;
    this.draw = draw;
  }

  /**
   * The cases of each reader, each list in the order given.
   *
   * @param cases of the study set
   */
  List<List<StudyDraw.Drawn>> of(List<StudyDraw.Drawn> cases) {
    List<List<StudyDraw.Drawn>> lists = new ArrayList<>();
    if (overlap.kind() == Design.Overlap.Kind.ALL) {
      for (int reader = 0; reader < readers; reader++) {
        lists.add(cases);
      }
      return lists;
    }
    List<List<StudyDraw.Drawn>> units = units(cases);
    List<StudyDraw.Drawn> anchor = takeAnchor(units, cases);
    List<List<StudyDraw.Drawn>> blocks = deal(units);
    for (int reader = 0; reader < readers; reader++) {
      List<StudyDraw.Drawn> list = new ArrayList<>(anchor);
      for (int step = 0; step < overlap.readersPerCase(); step++) {
        list.addAll(blocks.get((reader + step) % readers));
      }
      list.sort(Comparator.comparing(StudyDraw.Drawn::code));
      lists.add(List.copyOf(list));
    }
    return lists;
  }

  /** What is dealt as one: the cases of a stratum, or single cases without matching. Shuffled. */
  private List<List<StudyDraw.Drawn>> units(List<StudyDraw.Drawn> cases) {
    Map<Integer, List<StudyDraw.Drawn>> strata = new LinkedHashMap<>();
    cases.forEach(c -> strata.computeIfAbsent(c.stratum(), s -> new ArrayList<>()).add(c));
    Collection<List<StudyDraw.Drawn>> units =
        strata.size() > 1 ? strata.values() : cases.stream().map(List::of).toList();
    return new ArrayList<>(draw.shuffle(List.copyOf(units)));
  }

  /** Takes units for the anchor set, as near to the study's proportion of arms as they allow. */
  private List<StudyDraw.Drawn> takeAnchor(
      List<List<StudyDraw.Drawn>> units, List<StudyDraw.Drawn> cases) {
    int wanted = Math.min(overlap.anchorCases(), cases.size());
    long pies = Math.round((double) wanted * pies(cases) / cases.size());
    List<StudyDraw.Drawn> anchor = new ArrayList<>();
    for (List<StudyDraw.Drawn> unit : List.copyOf(units)) {
      boolean pieFits = pies(anchor) + pies(unit) <= pies;
      boolean otherFits = others(anchor) + others(unit) <= wanted - pies;
      if (pieFits && otherFits) {
        anchor.addAll(unit);
        units.remove(unit);
      }
    }
    return anchor;
  }

  /** Deals units into blocks: each to the block that has the fewest of its arm, then of all. */
  private List<List<StudyDraw.Drawn>> deal(List<List<StudyDraw.Drawn>> units) {
    List<List<StudyDraw.Drawn>> blocks = new ArrayList<>();
    for (int block = 0; block < readers; block++) {
      blocks.add(new ArrayList<>());
    }
    units.sort(Comparator.comparingLong(Allotment::pies).reversed());
    for (List<StudyDraw.Drawn> unit : units) {
      blocks.stream()
          .min(
              Comparator.<List<StudyDraw.Drawn>>comparingLong(
                      block -> pies(unit) > 0 ? pies(block) : others(block))
                  .thenComparingInt(List::size))
          .orElseThrow()
          .addAll(unit);
    }
    return blocks;
  }

  private static long pies(List<StudyDraw.Drawn> cases) {
    return cases.stream().filter(c -> c.candidate().arm() == Arm.PIE).count();
  }

  private static long others(List<StudyDraw.Drawn> cases) {
    return cases.size() - pies(cases);
  }
}
