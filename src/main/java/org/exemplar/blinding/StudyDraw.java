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
import org.exemplar.study.Design;
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

  /**
   * Draws the images.
   *
   * @param answered images that practice is drawn from first
   */
  Selection select(List<Candidate> candidates, SelectionPlan plan, Set<String> answered) {
    return new Selector(candidates, plan, SeededDraw.of(chance.seed(), "selection"))
        .practisingOn(answered)
        .select();
  }

  /** Draws the images. */
  Selection select(List<Candidate> candidates, SelectionPlan plan) {
    return select(candidates, plan, Set.of());
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
   * Draws what each reader reads, and in which order.
   *
   * @param drawn in code order
   */
  List<Worklist> orders(List<Drawn> drawn, Design.Allocation allocation, List<ReaderId> readers) {
    List<Drawn> cases = drawn.stream().filter(d -> !d.practice()).toList();
    List<CaseCode> practice = drawn.stream().filter(Drawn::practice).map(Drawn::code).toList();
    List<List<Drawn>> lists = allot(cases, allocation.overlap(), readers.size());
    OrderPlan plan = OrderPlan.of(allocation);
    Set<List<CaseCode>> taken = new HashSet<>();
    List<Worklist> worklists = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      ReaderId reader = readers.get(i);
      List<CaseCode> practiceOrder = salted("practice/" + reader).shuffle(practice);
      Worklist worklist =
          worklist(reader, practiceOrder, lists.get(i), order(lists.get(i), plan, reader, taken));
      taken.add(codes(worklist));
      worklists.add(worklist);
    }
    return worklists;
  }

  /** Deals cases to readers; again when merely being read by one reader would tell the arm. */
  private List<List<Drawn>> allot(List<Drawn> cases, Design.Overlap overlap, int readers) {
    List<List<Drawn>> lists = List.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      lists = new Allotment(overlap, readers, salted("overlap/" + attempt)).of(cases);
      if (lists.stream()
          .map(list -> cases.stream().mapToDouble(d -> list.contains(d) ? 1 : 0).toArray())
          .noneMatch(reads -> LeakTest.extreme(LeakTest.auc(arms(cases), reads)))) {
        return lists;
      }
    }
    return lists;
  }

  private static List<CaseCode> codes(Worklist worklist) {
    return worklist.cases().stream().map(WorklistItem::code).toList();
  }

  /** Whether each case is in the worklist: 1 or 0. */
  static double[] reads(List<Drawn> cases, Worklist worklist) {
    Set<CaseCode> read = new HashSet<>(codes(worklist));
    return cases.stream().mapToDouble(d -> read.contains(d.code()) ? 1 : 0).toArray();
  }

  /** The place of each case's first showing; NaN for a case that is not in the worklist. */
  static double[] places(List<Drawn> cases, Worklist worklist) {
    Map<CaseCode, Double> place = new HashMap<>();
    worklist.cases().stream()
        .filter(item -> !item.repeat())
        .forEach(item -> place.put(item.code(), (double) item.position()));
    return cases.stream().mapToDouble(d -> place.getOrDefault(d.code(), Double.NaN)).toArray();
  }

  static List<Arm> arms(List<Drawn> cases) {
    return cases.stream().map(d -> d.candidate().arm()).toList();
  }

  private List<Showing> order(
      List<Drawn> cases, OrderPlan plan, ReaderId reader, Set<List<CaseCode>> taken) {
    List<Candidate> candidates = cases.stream().map(Drawn::candidate).toList();
    List<Showing> order = List.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SeededDraw draw = salted("order/" + reader + "/" + attempt);
      order = new ReadingOrder(candidates, plan, draw).order();
      if (!taken.contains(order.stream().map(shown -> cases.get(shown.index()).code()).toList())
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
