package org.exemplar.app.research.planner;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.exemplar.analysis.Planner;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.ResultsJson;
import org.exemplar.chart.Figures;
import org.exemplar.problem.Problem;
import org.exemplar.stats.mrmc.Assumption;
import org.jspecify.annotations.Nullable;

/** What the planner shows: a plan, the pilot that it may rest on, and the check of its power. */
final class PlannerViewModel {
  private final ReadOnlyObjectWrapper<Plan> plan =
      new ReadOnlyObjectWrapper<>(this, "plan", Plan.usual());
  private final ReadOnlyObjectWrapper<@Nullable Pilot> pilot =
      new ReadOnlyObjectWrapper<>(this, "pilot");
  private final ReadOnlyObjectWrapper<@Nullable SimulationCheck> check =
      new ReadOnlyObjectWrapper<>(this, "check");

  /**
   * Results that a plan may rest on.
   *
   * @param name of the file
   * @param questions what each lets one assume, by question; at least one
   */
  record Pilot(String name, Map<String, Assumption> questions) {
    Pilot {
      questions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /**
     * Reads {@code results.json}.
     *
     * @throws Problem if no question of it has variance components
     */
    static Pilot read(Path file) {
      Results results = ResultsJson.read(file);
      Map<String, Assumption> questions = new LinkedHashMap<>();
      results
          .questions()
          .forEach((id, question) ->
              Planner.assumption(question).ifPresent(each -> questions.put(id, each)));
      if (questions.isEmpty()) {
        throw new Problem(
            file
                + " has no variance components: a pilot needs two readers or more who rated cases"
                + " of both arms.");
      }
      Path folder = file.toAbsolutePath().getParent();
      String name = folder == null ? file.toString() : folder.getFileName() + "/results.json";
      return new Pilot(name, questions);
    }
  }

  ReadOnlyObjectProperty<Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Pilot> pilotProperty() {
    return pilot.getReadOnlyProperty();
  }

  /** The check of this very plan; null where it was not checked. */
  ReadOnlyObjectProperty<@Nullable SimulationCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  Plan plan() {
    return plan.get();
  }

  /** Changes the plan; a check of another plan goes. */
  void change(UnaryOperator<Plan> how) {
    Plan next = how.apply(plan.get());
    if (!next.equals(plan.get())) {
      check.set(null);
      plan.set(next);
    }
  }

  /** Takes a pilot and plans from its first question. */
  void use(Pilot read) {
    pilot.set(read);
    change(p -> p.assuming(read.questions().values().iterator().next()));
  }

  /** Puts down the check of a plan, unless the plan has changed since. */
  void checked(Plan of, SimulationCheck result) {
    if (of.equals(plan.get())) {
      check.set(result);
    }
  }

  /** Questions of the pilot; empty without one. */
  List<String> questions() {
    return Optional.ofNullable(pilot.get())
        .map(p -> List.copyOf(p.questions().keySet()))
        .orElse(List.of());
  }

  /** Sentences for a protocol. */
  String protocolText() {
    Plan now = plan.get();
    Planner.Row row = now.row();
    String level =
        now.questions() > 1
            ? "two-sided 5 %, Holm over " + now.questions() + " questions"
            : "two-sided 5 %";
    return "Sample size. With "
        + row.readers()
        + " readers and "
        + row.cases()
        + " cases ("
        + row.cases() / 2
        + " PIE, "
        + (row.cases() - row.cases() / 2)
        + " non-PIE)"
        + (now.size().groups() > 1
            ? ", dealt into " + now.size().groups() + " groups (split-plot)"
            : ", all read by all readers")
        + ", the primary test ("
        + level
        + ", readers and cases random) has a power of "
        + Figures.percent(row.power())
        + " % if the PIE-AUC is "
        + Figures.decimals(now.auc(), 3)
        + " and readers "
        + (now.effect() == Planner.ReaderEffect.DIFFER ? "differ" : "are alike")
        + " in the effect; the expected half width of its interval is "
        + Figures.decimals(row.halfWidth(), 2)
        + ". Variance components: "
        + source()
        + ".";
  }

  private String source() {
    Pilot read = pilot.get();
    boolean piloted = read != null && read.questions().containsValue(unplanned());
    return piloted ? "from the pilot " + read.name() : "typical values of simulated studies";
  }

  private Assumption unplanned() {
    return plan.get().assumption();
  }
}
