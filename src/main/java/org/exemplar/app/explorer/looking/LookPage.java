package org.exemplar.app.explorer.looking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.ProgressLine;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ImageReading;
import org.exemplar.app.explorer.ImageViewModel;
import org.exemplar.app.explorer.Thumbnails;
import org.exemplar.app.explorer.looking.LookModel.Maps;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.Theme;
import org.exemplar.classifier.sweep.Occlusion;
import org.exemplar.classifier.sweep.Occlusion.RunMaps;
import org.exemplar.radiograph.Gray8;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Where the networks look on one image: dense, pruned and the difference on one scale, the runs
 * below. Holding Z shows the film alone.
 */
public final class LookPage extends ScrollPane {
  private static final int LONGEST = 1024;
  private static final int FIRST = 4;

  private final DeskHost host;
  private final LookModel model;
  private final Source source;
  private final List<MapCard> cards = MapCard.all();
  private final HBox choice = new HBox();
  private final GridPane films = new GridPane();
  private final Segmented<Integer> one =
      new Segmented<>(List.of(0, 1, 2), i -> List.of(MapCard.Which.values()).get(i).word(), 0);
  private final Label about = Parts.paragraph("", "small");
  private final HBox working = new HBox();
  private @Nullable FxTask<List<RunMaps>> running;
  private @Nullable ImageReading asked;
  private boolean wanted;
  private boolean narrow;

  /**
   * Where films and networks come from.
   *
   * @param films decodes an image, off the JavaFX thread
   * @param maps computes the maps
   * @param at where one comes back to from the running work
   */
  public record Source(IntFunction<Gray8> films, Maker maps, Location at) {}

  /** Computes maps, off the JavaFX thread. */
  @FunctionalInterface
  public interface Maker {
    /** As {@link Occlusion#of}. */
    List<RunMaps> of(
        Gray8 film, ImageReading reading, java.util.function.Consumer<RunMaps> each, Task task);
  }

  /** Who hears of it. */
  public record Task(
      org.exemplar.task.Progress progress, org.exemplar.task.Cancellation cancellation) {}

  /** A page for the explorer's image in view. */
  public LookPage(DeskHost host, ImageViewModel image, Source source) {
    this.host = host;
    this.source = source;
    this.model = new LookModel(image);
    getStyleClass().add("look-page");
    films.getStyleClass().add("grid-16");
    choice.getStyleClass().addAll("gap-12", "middle-line");
    working.getStyleClass().addAll("gap-12", "middle-line");
    VBox.setVgrow(films, Priority.ALWAYS);
    VBox page = new VBox(choice, tools(), films, about);
    page.getStyleClass().addAll("gap-12", "desk-page", "image-page");
    setContent(page);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Narrow.watch(
        this,
        about,
        900 * 12 / Theme.ROOT_FONT,
        now -> {
          narrow = now;
          arrange();
        });
    one.valueProperty().addListener(o -> arrange());
    addEventFilter(KeyEvent.KEY_PRESSED, e -> filmOnly(e, true));
    addEventFilter(KeyEvent.KEY_RELEASED, e -> filmOnly(e, false));
    image.readingProperty().addListener(o -> turned());
    image.focusedFindingProperty().addListener(o -> show());
    model.mapsProperty().addListener(o -> show());
    model.strengthProperty().addListener(o -> show());
    model.filmOnlyProperty().addListener(o -> show());
    sceneProperty()
        .addListener((o, was, now) -> {
          if (now == null) {
            leave();
          }
        });
    arrange();
  }

  private void filmOnly(KeyEvent e, boolean held) {
    if (e.getCode() == KeyCode.Z && !e.isShortcutDown()) {
      model.filmOnlyProperty().set(held);
      e.consume();
    }
  }

  private HBox tools() {
    Slider strength = new Slider(0, LookModel.STRONGEST, model.strengthProperty().get());
    strength.setAccessibleText("Strength of the colours");
    strength.setBlockIncrement(0.06);
    model.strengthProperty().bind(strength.valueProperty());
    HBox tools =
        new HBox(
            Parts.line("Strength", "muted"),
            strength,
            one,
            working,
            Parts.filler(),
            Parts.line("hold", "small"),
            new KeyHint("Z"),
            Parts.line("film only", "small"));
    tools.getStyleClass().addAll("gap-12", "middle-line");
    return tools;
  }

  private void arrange() {
    films.getChildren().clear();
    films.getColumnConstraints().clear();
    one.setVisible(narrow);
    one.setManaged(narrow);
    List<MapCard> shown = narrow ? List.of(cards.get(one.valueProperty().get())) : cards;
    for (int i = 0; i < shown.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / shown.size());
      films.getColumnConstraints().add(column);
      films.add(shown.get(i).card(), i, 0);
      GridPane.setVgrow(shown.get(i).card(), Priority.ALWAYS);
    }
  }

  /** Shows the image in view, and works its maps out unless they are known. */
  public void want() {
    wanted = true;
    asked = null;
    turned();
  }

  /** Stops what is being worked out: nobody looks. */
  public void leave() {
    wanted = false;
    stop();
  }

  private void stop() {
    FxTask<List<RunMaps>> task = running;
    if (task != null) {
      task.cancel();
    }
    running = null;
    asked = null;
  }

  /** Whether nothing is being worked out. */
  public boolean settled() {
    return running == null;
  }

  private void turned() {
    ImageReading reading = model.image().readingProperty().get();
    if (reading == null || !wanted) {
      return;
    }
    ImageReading before = asked;
    if (before != null
        && before.image() == reading.image()
        && before.sparsity().equals(reading.sparsity())) {
      return;
    }
    stop();
    asked = reading;
    findings(reading);
    if (!model.recall()) {
      model.begin(reading);
    }
    start(reading, !model.recall());
  }

  private void findings(ImageReading reading) {
    List<ImageReading.Finding> all = reading.byContribution();
    ComboBox<ImageReading.Finding> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(ImageReading.Finding finding) {
            return finding == null ? "" : LookModel.words(finding);
          }

          @Override
          public ImageReading.Finding fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    box.setValue(model.finding());
    box.setAccessibleText("Finding");
    box.setOnAction(e -> {
      ImageReading.Finding chosen = box.getValue();
      if (chosen != null) {
        model.image().focusedFindingProperty().set(chosen.index());
      }
    });
    choice.getChildren().setAll(Parts.line("Finding", "muted"), box);
    List<Button> quick = new ArrayList<>();
    for (ImageReading.Finding finding : all.subList(0, Math.min(FIRST, all.size()))) {
      Button button = new Button(LookModel.words(finding));
      button.getStyleClass().add("compact");
      button.setOnAction(e -> box.setValue(finding));
      quick.add(button);
    }
    choice.getChildren().addAll(quick);
    Narrow.hide(this, about, 1100 * 12 / Theme.ROOT_FONT, quick.toArray(Button[]::new));
  }

  /** Fetches the film, and the maps where they are not known. */
  private void start(ImageReading reading, boolean compute) {
    cards.forEach(card -> card.film(null));
    FxTask<List<RunMaps>> task =
        new FxTask<>(
            "Where they look: " + exploration().id(reading.image()),
            (progress, cancellation) -> {
              progress.report("Reading the film", -1, -1);
              Gray8 film = source.films().apply(reading.image());
              Image picture = Thumbnails.picture(film, LONGEST);
              Platform.runLater(() -> film(reading, picture));
              return compute
                  ? source
                      .maps()
                      .of(
                          film,
                          reading,
                          run -> Platform.runLater(() -> model.arrived(reading, run)),
                          new Task(progress, cancellation))
                  : List.of();
            });
    running = task;
    if (compute) {
      progress(task);
    }
    task.setOnSucceeded(e -> over(task, ""));
    task.setOnCancelled(e -> over(task, "Cancelled."));
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      over(
          task,
          why instanceof CancellationException || why == null || why.getMessage() == null
              ? "Cancelled."
              : why.getMessage());
    });
    var _ = host.run(source.at(), task);
  }

  private void progress(FxTask<List<RunMaps>> task) {
    ProgressLine line = new ProgressLine();
    line.getStyleClass().add("look-progress");
    task.progressProperty()
        .addListener((o, was, now) -> line.doneProperty().set(Math.max(0, now.doubleValue())));
    Label stage = Parts.line("", "muted");
    stage.textProperty().bind(task.messageProperty());
    working.getChildren().setAll(line, stage, Buttons.of("Cancel", Feather.X, task::cancel));
  }

  private void over(FxTask<List<RunMaps>> task, String problem) {
    if (!task.equals(running)) {
      return;
    }
    running = null;
    working.getChildren().clear();
    if (!problem.isEmpty()) {
      Label words = Parts.line(problem, "body");
      words.setAccessibleText(problem);
      working.getChildren().setAll(words, Buttons.of("Start again", Feather.ROTATE_CW, this::want));
    }
  }

  private void film(ImageReading reading, Image picture) {
    if (reading.equals(asked)) {
      cards.forEach(card -> card.film(picture));
      show();
    }
  }

  private Exploration exploration() {
    return model.image().explorer().exploration();
  }

  private void show() {
    Maps maps = model.mapsProperty().get();
    ImageReading.Finding finding = model.finding();
    if (maps == null || finding == null) {
      return;
    }
    cards.forEach(card -> card.show(maps, finding, model));
    about.setText(about(maps));
  }

  /** What such a map can and cannot say. */
  private String about(Maps maps) {
    int size = exploration().folder().manifest().settings().preprocessing().size();
    int runs = exploration().runs();
    return String.format(
        Locale.ROOT,
        "%s. Occlusion: a gray square, a sixth of the side, slides over the %d × %d input in %d × %d"
            + " steps; colour is how far the finding’s logit falls while it is covered. It shows"
            + " what moved this output, not what a radiologist would call evidence; parts that"
            + " stand in for each other, and anything finer than the square, do not show.",
        maps.runs().size() == runs
            ? (runs == 1 ? "One run" : "Mean of " + runs + " runs")
            : maps.runs().size() + " of " + runs + " runs so far",
        size,
        size,
        Occlusion.CELLS,
        Occlusion.CELLS);
  }
}
