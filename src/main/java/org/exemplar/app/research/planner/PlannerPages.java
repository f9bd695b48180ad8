package org.exemplar.app.research.planner;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.conduct.StudyLocation;
import org.jspecify.annotations.Nullable;

/** The planner in the main window. */
public final class PlannerPages {
  /** The place's id on the rail. */
  public static final String PLACE = "planner";

  private static final int STUDIES = 2000;
  private static final double POWER = 0.8;
  private static final long SEED = 20260301;

  private final DeskHost host;
  private final Location location;
  private final PlannerViewModel model = new PlannerViewModel();
  private @Nullable PlannerPage page;

  /**
   * @param desk the id of the desk that this place is on
   */
  public PlannerPages(DeskHost host, String desk) {
    this.host = host;
    this.location = Location.of(desk, PLACE);
  }

  /** The place itself. */
  public Location location() {
    return location;
  }

  /** The page. */
  public Node page() {
    return made();
  }

  private PlannerPage made() {
    PlannerPage made = page;
    if (made == null) {
      made =
          new PlannerPage(
              model,
              new ChartSaver(host, location, false),
              new PlannerPage.Acts(
                  this::check, this::choosePilot, PlannerPages::copy, this::chooseRunning));
      page = made;
    }
    return made;
  }

  private void check(Plan plan) {
    FxTask<SimulationCheck> task =
        new FxTask<>(
            "Checking the plan by simulation",
            (progress, cancellation) ->
                SimulationCheck.of(plan.row(), STUDIES, SEED, progress, cancellation));
    task.setOnSucceeded(e -> model.checked(plan, task.getValue()));
    var _ = host.run(location, task);
  }

  private void choosePilot() {
    FileDialogs.open(host.window(), "Results of a pilot", "Results", "results.json", "*.json")
        .ifPresent(this::usePilot);
  }

  /** Plans from the results of a pilot. */
  public void usePilot(Path resultsJson) {
    FxTask<PlannerViewModel.Pilot> task =
        new FxTask<>(
            "Reading the pilot",
            (progress, cancellation) -> PlannerViewModel.Pilot.read(resultsJson));
    task.setOnSucceeded(e -> model.use(task.getValue()));
    var _ = host.run(location, task);
  }

  private void chooseRunning(Plan plan) {
    FileDialogs.folder(host.window(), "A study that is running")
        .ifPresent(folder -> reestimate(folder, plan));
  }

  /** Estimates the number of cases of a running study again; no arm is read. */
  public void reestimate(Path study, Plan plan) {
    FxTask<List<CaseReestimation>> task =
        new FxTask<>(
            "Estimating again, blinded",
            (progress, cancellation) ->
                CaseReestimation.of(
                    new StudyLocation(study),
                    new CaseReestimation.Aim(
                        POWER,
                        Plan.LEVEL / plan.questions(),
                        OptionalDouble.of(plan.auc()),
                        OptionalInt.of(plan.size().readers()),
                        SEED)));
    task.setOnSucceeded(
        e -> made().running().show(String.valueOf(study.getFileName()), plan, task.getValue()));
    var _ = host.run(location, task);
  }

  private static void copy(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
