package org.exemplar.app.explorer;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.PieStability;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One image without its screen: how the networks read it at the explorer's sparsity, and along all
 * of them. What concerns all images is worked out in the background.
 */
public final class ImageViewModel {
  /** Above this, redrawing runs for all images would keep the machine busy for minutes. */
  private static final int STABILITY_LIMIT = 50_000;

  private static final long SEED = 1;

  private final ExplorerViewModel explorer;
  private final Executor background;
  private final Executor ui;
  private final ObjectProperty<@Nullable Integer> image;
  private final SimpleIntegerProperty focusedFinding = new SimpleIntegerProperty(-1);
  private final ReadOnlyObjectWrapper<@Nullable ImageReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable AgreementCurve> curve =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Population> population =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Stability> stability =
      new ReadOnlyObjectWrapper<>();
  private final InvalidationListener stateChanged = o -> refresh();
  private @Nullable ExplorerState asked;

  /**
   * How surely images are PIEs.
   *
   * @param sparsity at which
   * @param percentile under which criterion
   * @param result for all images
   */
  public record Stability(Sparsity sparsity, double percentile, PieStability result) {}

  /**
   * The explorer's image in focus.
   *
   * @param background where all images are gone through
   * @param ui where properties change
   */
  public ImageViewModel(ExplorerViewModel explorer, Executor background, Executor ui) {
    this(explorer, explorer.focusedProperty(), background, ui);
  }

  /**
   * An image of its own.
   *
   * @param image which one
   * @param background where all images are gone through
   * @param ui where properties change
   */
  public ImageViewModel(
      ExplorerViewModel explorer,
      ObjectProperty<@Nullable Integer> image,
      Executor background,
      Executor ui) {
    this.explorer = explorer;
    this.image = image;
    this.background = background;
    this.ui = ui;
    explorer.stateProperty().addListener(stateChanged);
    image.addListener(o -> turned());
    turned();
  }

  /** Listens to the explorer no longer: its window was closed. */
  public void close() {
    explorer.stateProperty().removeListener(stateChanged);
  }

  /** Which image it is; null for none. */
  public ObjectProperty<@Nullable Integer> imageProperty() {
    return image;
  }

  /** The explorer that it belongs to. */
  public ExplorerViewModel explorer() {
    return explorer;
  }

  /** How the image is read; null while no image is in focus. */
  public ReadOnlyObjectProperty<@Nullable ImageReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Its agreement along sparsities. */
  public ReadOnlyObjectProperty<@Nullable AgreementCurve> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  /** All images along sparsities; null until it is worked out. */
  public ReadOnlyObjectProperty<@Nullable Population> populationProperty() {
    return population.getReadOnlyProperty();
  }

  /** The bootstrap over runs; null until it is worked out, or where there is one run. */
  public ReadOnlyObjectProperty<@Nullable Stability> stabilityProperty() {
    return stability.getReadOnlyProperty();
  }

  /** Column of the finding in focus; −1 for the one that carries most. */
  public SimpleIntegerProperty focusedFindingProperty() {
    return focusedFinding;
  }

  /** The finding in focus, or the one that carries most. */
  public ImageReading.@Nullable Finding focusedFinding() {
    ImageReading now = reading.get();
    if (now == null) {
      return null;
    }
    int wished = focusedFinding.get();
    return wished >= 0 ? now.findings().get(wished) : now.byContribution().getFirst();
  }

  /** Moves through the shown images. */
  public void step(int by) {
    Shown shown = explorer.shownProperty().get();
    Integer now = image.get();
    if (shown != null && now != null && !shown.images().isEmpty()) {
      int at = shown.images().indexOf(now);
      int to = Math.clamp(at + by, 0, shown.images().size() - 1);
      image.set(shown.images().get(to));
    }
  }

  /** Moves along the sparsities. */
  public void sparser(int by) {
    List<Sparsity> all = explorer.exploration().sparsities();
    int at = all.indexOf(explorer.stateProperty().get().sparsity());
    Sparsity next = all.get(Math.clamp(at + by, 0, all.size() - 1));
    explorer.change(s -> s.at(next));
  }

  /** {@code "5th lowest of 200"}; empty while it is not known. */
  public String place() {
    Shown shown = explorer.shownProperty().get();
    Integer now = image.get();
    if (shown == null || now == null || !shown.level().agreement().defined(now)) {
      return "";
    }
    double own = shown.level().agreement().value(now);
    long below = 0;
    for (double value : shown.level().agreement().values()) {
      below += value < own ? 1 : 0;
    }
    return PlaceWords.lowest((int) below + 1, explorer.exploration().images());
  }

  private void turned() {
    focusedFinding.set(-1);
    Integer now = image.get();
    curve.set(now == null ? null : AgreementCurve.of(explorer.exploration(), now));
    refresh();
  }

  private void refresh() {
    Integer now = image.get();
    ExplorerState state = explorer.stateProperty().get();
    if (now == null) {
      reading.set(null);
      return;
    }
    reading.set(ImageReading.of(explorer.exploration(), now, state.sparsity()));
    if (!state.equals(asked)) {
      asked = state;
      background.execute(() -> backgroundWork(state));
    }
  }

  private void backgroundWork(ExplorerState state) {
    Exploration exploration = explorer.exploration();
    Population known = population.get();
    if (known == null || known.percentile() != state.percentile()) {
      Population all = Population.of(exploration, state.percentile());
      ui.execute(() -> population.set(all));
    }
    if (exploration.runs() < 2 || exploration.images() > STABILITY_LIMIT) {
      return;
    }
    Stability before = stability.get();
    if (before == null
        || !before.sparsity().equals(state.sparsity())
        || before.percentile() != state.percentile()) {
      Stability next =
          new Stability(state.sparsity(), state.percentile(), stability(exploration, state));
      ui.execute(() -> stability.set(next));
    }
  }

  private static PieStability stability(Exploration exploration, ExplorerState state) {
    return PieStability.of(
        exploration.runTables(state.sparsity()),
        state.percentile(),
        SEED,
        Progress.NONE,
        new Cancellation());
  }
}
