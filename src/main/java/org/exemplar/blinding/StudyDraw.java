package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;

/**
 * Everything about a study that chance decides: images from the seed, codes and orders from seed
 * and salt. The same seed and salt give the same study on any machine.
 *
 * <p>A draw of codes, or of one reader's order, whose rank alone would tell the arms apart (see
 * {@link LeakTest#REFUSED_FROM}) is drawn again; in studies of few cases that happens by chance.
 */
final class StudyDraw {
  private static final int ATTEMPTS = 200;

  private final UnblindingKey.Chance chance;

  StudyDraw(UnblindingKey.Chance chance) {
    this.chance = chance;
  }

  /**
   * One case of the drawn study.
   *
   * @param code its code
   * @param candidate its image
   * @param practice whether it is practice
   * @param stratum of matching
   */
  record Drawn(CaseCode code, Candidate candidate, boolean practice, int stratum) {}

  /** Draws the images. */
  Selection select(List<Candidate> candidates, SelectionPlan plan) {
    return new Selector(candidates, plan, SeededDraw.of(chance.seed(), "selection")).select();
  }

  /** Gives every case its code; in code order, so that nothing of the selection's order is left. */
  List<Drawn> code(Selection selection) {
    int count = selection.cases().size() + selection.practice().size();
    List<Drawn> drawn = List.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      drawn = code(selection, CaseCodes.draw(count, salted("codes/" + attempt)));
      List<Drawn> cases = drawn.stream().filter(d -> !d.practice()).toList();
      double[] ranks = cases.stream().mapToDouble(d -> CaseCodes.rank(d.code())).toArray();
      if (!LeakTest.extreme(LeakTest.auc(arms(cases), ranks))) {
        return drawn;
      }
    }
    return drawn;
  }

  /**
   * Draws each reader's order.
   *
   * @param drawn in code order
   */
  List<Worklist> orders(List<Drawn> drawn, OrderPlan plan, List<ReaderId> readers) {
    List<Drawn> cases = drawn.stream().filter(d -> !d.practice()).toList();
    List<CaseCode> practice = drawn.stream().filter(Drawn::practice).map(Drawn::code).toList();
    Set<List<Showing>> taken = new HashSet<>();
    List<Worklist> worklists = new ArrayList<>();
    for (ReaderId reader : readers) {
      List<Showing> order = order(cases, plan, reader, taken);
      taken.add(order);
      List<CaseCode> practiceOrder = salted("practice/" + reader).shuffle(practice);
      worklists.add(worklist(reader, practiceOrder, cases, order));
    }
    return worklists;
  }

  /** The place of each case's first showing, cases of the study only, in the list's order. */
  static double[] places(List<Drawn> cases, Worklist worklist) {
    Map<CaseCode, Integer> place = new HashMap<>();
    worklist.cases().stream()
        .filter(item -> !item.repeat())
        .forEach(item -> place.put(item.code(), item.position()));
    return cases.stream().mapToDouble(d -> place.getOrDefault(d.code(), 0)).toArray();
  }

  static List<Arm> arms(List<Drawn> cases) {
    return cases.stream().map(d -> d.candidate().arm()).toList();
  }

  private List<Showing> order(
      List<Drawn> cases, OrderPlan plan, ReaderId reader, Set<List<Showing>> taken) {
    List<Candidate> candidates = cases.stream().map(Drawn::candidate).toList();
    List<Showing> order = List.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SeededDraw draw = salted("order/" + reader + "/" + attempt);
      order = new ReadingOrder(candidates, plan, draw).order();
      if (!taken.contains(order)
          && !LeakTest.extreme(LeakTest.auc(arms(cases), ranks(order, cases.size())))) {
        return order;
      }
    }
    return order;
  }

  private static double[] ranks(List<Showing> order, int cases) {
    double[] ranks = new double[cases];
    Arrays.fill(ranks, order.size());
    for (int place = order.size() - 1; place >= 0; place--) {
      ranks[order.get(place).index()] = place;
    }
    return ranks;
  }

  private static List<Drawn> code(Selection selection, List<CaseCode> codes) {
    List<Drawn> drawn = new ArrayList<>();
    for (Selection.Chosen chosen : selection.cases()) {
      CaseCode code = codes.get(drawn.size());
      drawn.add(new Drawn(code, chosen.candidate(), false, chosen.stratum()));
    }
    for (Candidate candidate : selection.practice()) {
      drawn.add(new Drawn(codes.get(drawn.size()), candidate, true, 0));
    }
    drawn.sort(Comparator.comparing(Drawn::code));
    return Collections.unmodifiableList(drawn);
  }

  private static Worklist worklist(
      ReaderId reader, List<CaseCode> practice, List<Drawn> cases, List<Showing> order) {
    List<WorklistItem> items = new ArrayList<>();
    for (CaseCode code : practice) {
      items.add(new WorklistItem(items.size() + 1, code, true, 1));
    }
    for (Showing showing : order) {
      CaseCode code = cases.get(showing.index()).code();
      items.add(new WorklistItem(items.size() + 1, code, false, showing.repeat() ? 2 : 1));
    }
    return new Worklist(reader, items);
  }

  private SeededDraw salted(String purpose) {
    return SeededDraw.of(chance.seed(), HexFormat.of().parseHex(chance.salt()), purpose);
  }
}
