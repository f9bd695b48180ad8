package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  @Test
  void over_thousands_of_seeds_every_promise_of_the_order_is_kept() {
    for (long seed = 0; seed < 3000; seed++) {
      int pies = 4 + (int) (seed % 17);
      int controls = 4 + (int) (seed / 17 % 17);
      List<Candidate> cases = cases(pies, controls, seed);
      OrderPlan plan = new OrderPlan(8, 4, (int) (seed % 4), 4);
      if (Math.max(pies, controls) > 3 * Math.min(pies, controls)) {
        continue;
      }
      List<Showing> order = new ReadingOrder(cases, plan, Candidates.chance(seed)).order();
      check(cases, plan, order);
    }
  }

  @Test
  void the_papers_study_is_balanced_in_blocks_of_eight_with_runs_of_three() {
    for (long seed = 0; seed < 1000; seed++) {
      List<Candidate> cases = Candidates.plain(20, 20);
      OrderPlan plan = new OrderPlan(8, 3, 4, 20);
      check(cases, plan, new ReadingOrder(cases, plan, Candidates.chance(seed)).order());
    }
  }

  @Test
  void different_seeds_give_different_orders_and_the_same_seed_the_same() {
    List<Candidate> cases = Candidates.plain(20, 20);
    OrderPlan plan = new OrderPlan(8, 3, 0, 0);
    Set<List<Showing>> orders = new HashSet<>();
    for (long seed = 0; seed < 500; seed++) {
      orders.add(new ReadingOrder(cases, plan, Candidates.chance(seed)).order());
    }
    assertThat(orders).hasSize(500);
    assertThat(new ReadingOrder(cases, plan, Candidates.chance(4)).order())
        .isEqualTo(new ReadingOrder(cases, plan, Candidates.chance(4)).order());
  }

  @Test
  void each_case_is_about_equally_likely_to_come_first() {
    List<Candidate> cases = Candidates.plain(5, 5);
    int[] first = new int[10];
    for (long seed = 0; seed < 10_000; seed++) {
      first[
          new ReadingOrder(cases, new OrderPlan(10, 3, 0, 0), Candidates.chance(seed))
              .order()
              .getFirst()
              .index()]++;
    }
    assertThat(java.util.Arrays.stream(first).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(860, 1140));
  }

  @Test
  void one_block_as_long_as_two_hundred_cases_still_keeps_its_runs() {
    List<Candidate> cases = Candidates.plain(100, 100);
    OrderPlan plan = new OrderPlan(200, 2, 10, 50);
    check(cases, plan, new ReadingOrder(cases, plan, Candidates.chance(1)).order());
  }

  @Test
  void an_order_that_cannot_exist_is_said_so_with_what_to_change() {
    assertThatThrownBy(() ->
            new ReadingOrder(
                    Candidates.plain(2, 30), new OrderPlan(8, 3, 0, 0), Candidates.chance(1))
                .order())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("allow a longer run");
    assertThatThrownBy(() ->
            new ReadingOrder(
                    Candidates.plain(3, 3), new OrderPlan(6, 3, 1, 9), Candidates.chance(1))
                .order())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("smaller gap");
  }

  private static List<Candidate> cases(int pies, int controls, long seed) {
    List<Candidate> cases = new ArrayList<>();
    for (Candidate c : Candidates.plain(pies, controls)) {
      long patient = (c.imageId().hashCode() * 31L + seed) % 7;
      cases.add(
          new Candidate(c.imageId(), c.arm(), c.arm() + "-" + patient, c.findings(), c.traits()));
    }
    return cases;
  }

  private static void check(List<Candidate> cases, OrderPlan plan, List<Showing> order) {
    Map<Integer, Integer> firstAt = new HashMap<>();
    List<Arm> firsts = new ArrayList<>();
    int run = 0;
    for (int place = 0; place < order.size(); place++) {
      Showing showing = order.get(place);
      Candidate candidate = cases.get(showing.index());
      if (showing.repeat()) {
        assertThat(place - firstAt.get(showing.index())).isGreaterThan(plan.minimumGap());
      } else {
        assertThat(firstAt.put(showing.index(), place)).isNull();
        firsts.add(candidate.arm());
      }
      Candidate before = place == 0 ? null : cases.get(order.get(place - 1).index());
      assertThat(before != null && candidate.samePatientAs(before)).isFalse();
      run = before != null && before.arm() == candidate.arm() ? run + 1 : 1;
      assertThat(run).isLessThanOrEqualTo(plan.longestRun());
    }
    assertThat(firsts).hasSize(cases.size());
    assertThat(order).hasSize(cases.size() + plan.repeats()).doesNotHaveDuplicates();
    double share = firsts.stream().filter(a -> a == Arm.PIE).count() / (double) firsts.size();
    for (int from = 0; from < firsts.size(); from += plan.blockSize()) {
      List<Arm> block = firsts.subList(from, Math.min(firsts.size(), from + plan.blockSize()));
      long pies = block.stream().filter(a -> a == Arm.PIE).count();
      assertThat(Math.abs(pies - share * block.size())).isLessThanOrEqualTo(1);
    }
  }
}
