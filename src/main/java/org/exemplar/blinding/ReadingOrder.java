package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.problem.Problem;

/**
 * Draws the order in which one reader sees the cases: balanced by arm within blocks, no run of one
 * arm that is too long, no patient twice in a row, repeats far enough from the first showing.
 */
final class ReadingOrder {
  private static final int ATTEMPTS = 500;

  private final List<Candidate> cases;
  private final OrderPlan plan;
  private final SeededDraw draw;

  /**
   * @param cases the study set, in an order that says nothing
   * @param plan what the order must keep
   * @param draw where chance comes from
   */
  ReadingOrder(List<Candidate> cases, OrderPlan plan, SeededDraw draw) {
    this.cases = List.copyOf(cases);
    this.plan = plan;
    this.draw = draw;
  }

  /**
   * @throws Problem when no order keeps what the plan asks, saying what to change
   */
  List<Showing> order() {
    if (plan.repeats() > cases.size()) {
      throw new Problem(
          "The protocol asks for "
              + plan.repeats()
              + " repeats of "
              + cases.size()
              + " cases: lower the number of repeats.");
    }
    int pies = (int) cases.stream().filter(c -> c.arm() == Arm.PIE).count();
    List<ArmPattern.Block> blocks = ArmPattern.blocks(pies, cases.size() - pies, plan.blockSize());
    ArmPattern pattern = new ArmPattern(plan.longestRun(), draw);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Arm> arms = pattern.draw(blocks);
      if (arms.isEmpty()) {
        break;
      }
      List<Showing> order = seat(arms);
      if (!order.isEmpty() && addRepeats(order)) {
        return List.copyOf(order);
      }
    }
    throw new Problem(
        "No reading order of "
            + cases.size()
            + " cases keeps every rule: in the protocol, allow a longer run of one arm, a smaller gap"
            + " before repeats, fewer repeats, or choose cases of more patients.");
  }

  /** Gives each place of the pattern a case; an empty list when two of one patient would meet. */
  private List<Showing> seat(List<Arm> arms) {
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      waiting.add(i);
    }
    waiting = draw.shuffle(waiting);
    List<Showing> order = new ArrayList<>();
    for (Arm arm : arms) {
      int index = takeFitting(waiting, arm, order);
      if (index < 0) {
        return List.of();
      }
      order.add(new Showing(index, false));
    }
    return order;
  }

  /** Takes the first waiting case that may come next; −1 when none may. */
  private int takeFitting(List<Integer> waiting, Arm arm, List<Showing> order) {
    for (Iterator<Integer> each = waiting.iterator(); each.hasNext(); ) {
      int index = each.next();
      Candidate candidate = cases.get(index);
      if (candidate.arm() == arm
          && (order.isEmpty() || !candidate.samePatientAs(at(order, order.size() - 1)))) {
        each.remove();
        return index;
      }
    }
    return -1;
  }

  private boolean addRepeats(List<Showing> order) {
    List<Integer> byChance = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      byChance.add(i);
    }
    byChance = draw.shuffle(byChance);
    int left = plan.repeats();
    Arm wanted = draw.nextInt(2) == 0 ? Arm.PIE : Arm.NON_PIE;
    while (left > 0) {
      if (!addRepeat(order, byChance, wanted) && !addRepeat(order, byChance, wanted.other())) {
        return false;
      }
      wanted = wanted.other();
      left--;
    }
    return true;
  }

  /** Repeats one case of {@code arm} at a place that chance picks among those allowed. */
  private boolean addRepeat(List<Showing> order, List<Integer> byChance, Arm arm) {
    for (int index : byChance) {
      if (cases.get(index).arm() != arm || order.contains(new Showing(index, true))) {
        continue;
      }
      List<Integer> places = new ArrayList<>();
      int first = order.indexOf(new Showing(index, false));
      for (int place = first + plan.minimumGap() + 1; place <= order.size(); place++) {
        if (mayStand(order, index, place)) {
          places.add(place);
        }
      }
      if (!places.isEmpty()) {
        order.add(places.get(draw.nextInt(places.size())), new Showing(index, true));
        return true;
      }
    }
    return false;
  }

  private boolean mayStand(List<Showing> order, int index, int place) {
    Candidate candidate = cases.get(index);
    if (meets(order, place - 1, candidate, index) || meets(order, place, candidate, index)) {
      return false;
    }
    int run = 1;
    for (int i = place - 1; i >= 0 && at(order, i).arm() == candidate.arm(); i--) {
      run++;
    }
    for (int i = place; i < order.size() && at(order, i).arm() == candidate.arm(); i++) {
      run++;
    }
    return run <= plan.longestRun();
  }

  private boolean meets(List<Showing> order, int place, Candidate candidate, int index) {
    return place >= 0
        && place < order.size()
        && (order.get(place).index() == index || candidate.samePatientAs(at(order, place)));
  }

  private Candidate at(List<Showing> order, int place) {
    return cases.get(order.get(place).index());
  }
}
