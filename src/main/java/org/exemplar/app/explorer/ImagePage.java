package org.exemplar.app.explorer;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.radiograph.Gray8;
import org.kordamp.ikonli.feather.Feather;

/**
 * One image: the film, how the ranks of its findings cross, what each adds to the disagreement, and
 * its agreement along sparsity. Page up and down move through the shown images.
 */
public final class ImagePage extends ScrollPane {
  private static final String[] NUMBERS = {"no", "one", "two", "three", "four"};

  private final ImageViewModel model;
  private final FilmPane film;
  private final ContributionList list;
  private final Label chance = Parts.line("", "chance");
  private final Label draws = Parts.paragraph("", "small");
  private final Card why;

  /**
   * @param films decodes an image, off the JavaFX thread
   * @param workers decode it
   */
  public ImagePage(ImageViewModel model, IntFunction<Gray8> films, Executor workers) {
    this.model = model;
    VBox page = new VBox();
    page.getStyleClass().addAll("gap-16", "desk-page", "image-page");
    film = new FilmPane(films, workers);
    list = new ContributionList(model);
    Card filmCard = new Card("Film", "", film, new RatingsPanel(model)).flush();
    VBox.setVgrow(film, Priority.ALWAYS);
    SlopeChart slopes = new SlopeChart(model);
    HBox crossing = new HBox(slopes, list);
    HBox.setHgrow(slopes, Priority.ALWAYS);
    HBox.setHgrow(list, Priority.ALWAYS);
    VBox.setVgrow(crossing, Priority.ALWAYS);
    why = new Card("", "", crossing).flush();
    GridPane upper = halves(filmCard, why, 34, 66);
    VBox.setVgrow(upper, Priority.ALWAYS);
    GridPane lower = halves(along(), seeds(), 76, 24);
    lower.getStyleClass().add("image-lower");
    lower.setMinHeight(VBox.USE_PREF_SIZE);
    page.getChildren().addAll(upper, lower);
    setContent(page);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    Label probe = why.sentenceLabel();
    Narrow.watch(
        this,
        probe,
        880,
        narrow -> {
          stack(upper, filmCard, why, narrow, 34);
          Card[] below = lower.getChildren().toArray(Card[]::new);
          stack(lower, below[0], below[1], narrow, 76);
        });
    model.readingProperty().addListener(o -> changed());
    model.explorer().shownProperty().addListener(o -> changed());
    model.stabilityProperty().addListener(o -> chance());
    model.imageProperty().addListener((o, was, now) -> film.show(now));
    film.show(model.imageProperty().get());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    changed();
  }

  /** Whether everything that is wanted is there. */
  public boolean settled() {
    return film.settled()
        && !model.explorer().workingProperty().get()
        && model.populationProperty().get() != null;
  }

  private static GridPane halves(Card left, Card right, double leftShare, double rightShare) {
    GridPane pane = new GridPane();
    pane.getStyleClass().add("grid-16");
    for (double share : new double[] {leftShare, rightShare}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      pane.getColumnConstraints().add(column);
    }
    pane.add(left, 0, 0);
    pane.add(right, 1, 0);
    GridPane.setVgrow(left, Priority.ALWAYS);
    GridPane.setVgrow(right, Priority.ALWAYS);
    left.setMinWidth(0);
    right.setMinWidth(0);
    return pane;
  }

  /** Lets two cards stand side by side, or below each other. */
  private static void stack(GridPane pane, Card first, Card second, boolean narrow, double share) {
    pane.getColumnConstraints().get(0).setPercentWidth(narrow ? 100 : share);
    pane.getColumnConstraints().get(1).setPercentWidth(narrow ? 0 : 100 - share);
    GridPane.setConstraints(second, narrow ? 0 : 1, narrow ? 1 : 0);
    GridPane.setConstraints(first, 0, 0);
  }

  private Card along() {
    SparsitySlider slider = new SparsitySlider(model);
    FirstFocus.on(this, slider::requestFocus);
    VBox.setVgrow(slider, Priority.ALWAYS);
    int runs = model.explorer().exploration().runs();
    Card card =
        new Card(
            "Agreement along sparsity",
            runs > 1 ? "band: lowest to highest of " + runs + " runs" : "one run",
            slider);
    card.getStyleClass().add("along-card");
    return card.actions(
        step(Feather.CHEVRON_LEFT, "Less sparse (←)", () -> model.sparser(-1)),
        step(Feather.CHEVRON_RIGHT, "Sparser (→)", () -> model.sparser(1)));
  }

  private static Button step(Feather icon, String words, Runnable act) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("compact");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    button.setOnAction(e -> act.run());
    return button;
  }

  private Card seeds() {
    SeedDots dots = new SeedDots(model);
    HBox line = new HBox(chance, Parts.line("chance of being a PIE", "muted"));
    line.getStyleClass().addAll("gap-8", "base-line");
    line.visibleProperty().bind(chance.textProperty().isNotEmpty());
    return new Card("Would other seeds agree?", "", dots, line, draws);
  }

  private void key(KeyEvent e) {
    int by = e.getCode() == KeyCode.PAGE_DOWN ? 1 : e.getCode() == KeyCode.PAGE_UP ? -1 : 0;
    if (by != 0) {
      model.step(by);
      e.consume();
    }
  }

  private void changed() {
    ImageReading reading = model.readingProperty().get();
    Shown shown = model.explorer().shownProperty().get();
    if (reading == null) {
      return;
    }
    boolean pie = shown != null && shown.level().pie(reading.image());
    why.titleLabel().setText(pie ? "Why it is a PIE" : "How dense and pruned differ");
    why.sentenceLabel().setText(carried(reading));
    chance();
  }

  /** {@code "three findings carry 67 % of the disagreement"}. */
  static String carried(ImageReading reading) {
    if (Double.isNaN(reading.agreement())) {
      return "agreement is undefined: one of the networks gives all findings the same probability";
    }
    int findings = reading.leading().size();
    if (findings == 0) {
      return "the ranks of all findings are the same";
    }
    double share =
        reading.leading().stream().mapToDouble(ImageReading.Finding::part).sum()
            / reading.disagreement();
    return String.format(
        Locale.ROOT,
        "%s %s %.0f %% of the disagreement",
        NUMBERS[findings],
        findings == 1 ? "finding carries" : "findings carry",
        100 * share);
  }

  private void chance() {
    ImageReading reading = model.readingProperty().get();
    ImageViewModel.Stability stability = model.stabilityProperty().get();
    ExplorerState state = model.explorer().stateProperty().get();
    boolean fits =
        reading != null
            && stability != null
            && stability.sparsity().equals(state.sparsity())
            && stability.percentile() == state.percentile();
    if (reading != null && stability != null && fits) {
      double p = stability.result().probabilities().get(reading.image());
      chance.setText(String.format(Locale.ROOT, "%.0f %%", 100 * p));
      int runs = model.explorer().exploration().runs();
      draws.setText(
          stability.result().exact()
              ? "bootstrap over the " + runs + " runs, all draws"
              : "bootstrap over the " + runs + " runs, " + stability.result().draws() + " draws");
    } else {
      chance.setText("");
      draws.setText(
          model.explorer().exploration().runs() < 2
              ? "Compare several training runs to see how surely this image is a PIE."
              : "");
    }
  }
}
