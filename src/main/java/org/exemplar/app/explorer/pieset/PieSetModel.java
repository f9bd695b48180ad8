package org.exemplar.app.explorer.pieset;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ExplorerState;
import org.exemplar.app.explorer.ExplorerViewModel;
import org.exemplar.app.explorer.Shown;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.PieComposition;
import org.exemplar.pie.PieSelection;
import org.exemplar.pie.PieStability;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The PIE set at the explorer's criterion without its screen. Nothing is worked out before it is
 * first wanted; afterwards it follows the criterion, in the background.
 */
final class PieSetModel {
  /** Above this, redrawing runs for all images would keep the machine busy for minutes. */
  static final int STABILITY_LIMIT = 50_000;

  private static final long SEED = 1;

  private final ExplorerViewModel explorer;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable View> view = new ReadOnlyObjectWrapper<>();
  private Cancellation running = new Cancellation();
  private boolean wanted;
  private @Nullable Criterion asked;

  /** Which set. */
  record Criterion(Sparsity sparsity, double percentile) {}

  /**
   * A PIE set looked at.
   *
   * @param criterion which
   * @param selection its images
   * @param composition against the other images; empty without labels
   * @param overlaps with the sets at other sparsities
   * @param stability over runs; empty with one run, or too many images
   */
  record View(
      Criterion criterion,
      PieSelection selection,
      Optional<PieComposition> composition,
      Overlaps overlaps,
      Optional<PieStability> stability) {}

  PieSetModel(
      ExplorerViewModel explorer, Executor background, Executor ui, Consumer<Throwable> failed) {
    this.explorer = explorer;
    this.background = background;
    this.ui = ui;
    this.failed = failed;
    explorer.shownProperty().addListener(o -> refresh());
  }

  ExplorerViewModel explorer() {
    return explorer;
  }

  /** What is shown; null until it is worked out. */
  ReadOnlyObjectProperty<@Nullable View> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Works it out, now and whenever the criterion changes. */
  void want() {
    wanted = true;
    refresh();
  }

  private void refresh() {
    Shown shown = explorer.shownProperty().get();
    if (!wanted || shown == null) {
      return;
    }
    ExplorerState state = shown.state();
    Criterion criterion = new Criterion(state.sparsity(), state.percentile());
    if (criterion.equals(asked)) {
      return;
    }
    asked = criterion;
    running.cancel();
    Cancellation mine = new Cancellation();
    running = mine;
    background.execute(() -> work(criterion, mine));
  }

  private void work(Criterion criterion, Cancellation cancellation) {
    try {
      View next = of(explorer.exploration(), criterion, cancellation);
      ui.execute(() -> {
        if (criterion.equals(asked)) {
          view.set(next);
        }
      });
    } catch (CancellationException newer) {
      // another criterion was asked for meanwhile
    } catch (RuntimeException e) {
      ui.execute(() -> failed.accept(e));
    }
  }

  static View of(Exploration exploration, Criterion criterion, Cancellation cancellation) {
    PieSelection selection =
        PieSelection.of(exploration.agreement(criterion.sparsity), criterion.percentile);
    Optional<PieComposition> composition =
        exploration.labels().map(labels -> PieComposition.of(labels, selection));
    Overlaps overlaps =
        Overlaps.of(exploration, criterion.sparsity, criterion.percentile, cancellation);
    boolean resampled = exploration.runs() > 1 && exploration.images() <= STABILITY_LIMIT;
    return new View(
        criterion,
        selection,
        composition,
        overlaps,
        resampled
            ? Optional.of(
                PieStability.of(
                    exploration.runTables(criterion.sparsity),
                    criterion.percentile,
                    SEED,
                    Progress.NONE,
                    cancellation))
            : Optional.empty());
  }
}
