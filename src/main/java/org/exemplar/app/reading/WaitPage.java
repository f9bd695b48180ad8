package org.exemplar.app.reading;

import java.time.Duration;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.SittingProgress;
import org.exemplar.sitting.Stage;
import org.kordamp.ikonli.feather.Feather;

/** A break, the end of a long sitting, or a washout; only between two cases, never over a film. */
final class WaitPage extends StackPane {
  /** What the page does. */
  record Acts(Runnable goOn, java.util.function.Consumer<String> override, Runnable end) {}

  private final Sitting sitting;
  private final Acts acts;
  private final Label clock = Parts.line("", "page-title");
  private final Button main;
  private final Runnable shed;
  private final Timeline ticking =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), e -> tick()));

  WaitPage(Sitting sitting, Acts acts) {
    this.sitting = sitting;
    this.acts = acts;
    main = RoomParts.plain(mainWords(), this::enter, "primary", "large", "next-button");
    main.setGraphic(new KeyHint("Enter"));
    main.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    RoomParts.ring(main);
    VBox words = new VBox(Parts.line(title(), "title"), Parts.paragraph(about(), "lead"));
    words.getStyleClass().add("gap-4");
    VBox buttons = new VBox(main);
    if (sitting.stage() == Stage.BREAK) {
      buttons.getChildren().add(RoomParts.plain("End this sitting", acts.end(), "large"));
    }
    buttons.getStyleClass().add("gap-8");
    clock.setVisible(false);
    clock.setManaged(false);
    Node icon = Icons.of(icon(), "icon-32");
    VBox facts = facts();
    VBox box = new VBox(icon, words, facts, clock, buttons, Parts.hairline(), override());
    box.getStyleClass().add("cover-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    ticking.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("cover");
    getChildren().add(box);
    shed = RoomParts.shed(this, box, icon, facts);
    if (sitting.onBreak()) {
      count();
    }
  }

  /** Puts the focus on the main button. */
  void focusMain() {
    main.requestFocus();
  }

  /** Stops the clock. */
  void stop() {
    ticking.stop();
  }

  private Feather icon() {
    return switch (sitting.stage()) {
      case BREAK -> Feather.COFFEE;
      case LIMIT -> Feather.MOON;
      default -> Feather.CALENDAR;
    };
  }

  private String title() {
    return switch (sitting.stage()) {
      case BREAK -> "Time for a break";
      case LIMIT -> "Enough for one sitting";
      default -> "Some cases come again later";
    };
  }

  private String about() {
    var limits = sitting.protocol().rules().limits();
    return switch (sitting.stage()) {
      case BREAK ->
          "You have been reading for "
              + minutes(sitting.activeTime())
              + ". The protocol asks for "
              + minutes(limits.breakLength())
              + " away from the screen.";
      case LIMIT ->
          "You have been reading for "
              + minutes(sitting.activeTime())
              + ", the longest sitting that the protocol allows. Close the file and go on"
              + " another day at the same case.";
      default ->
          "The next case was shown before. The protocol asks for "
              + limits.washoutDays()
              + " days between; "
              + days(sitting.waitLeft())
              + " are left. Close the file and open it again then.";
    };
  }

  /** E.g. {@code 1 minute}, {@code 40 minutes}. */
  static String minutes(Duration time) {
    return time.toMinutes() == 1 ? "1 minute" : time.toMinutes() + " minutes";
  }

  private static String days(Duration left) {
    long days = Math.max(1, (left.toHours() + 23) / 24);
    return days == 1 ? "less than a day" : Long.toString(days);
  }

  private String mainWords() {
    return sitting.stage() == Stage.BREAK ? "Take the break" : "End this sitting";
  }

  private VBox facts() {
    SittingProgress progress = sitting.progress();
    int left = progress.of() - progress.done();
    String time = CaseWords.rounded(progress.timeLeft());
    VBox box =
        new VBox(
            fact("Read in this sitting", cases(progress.readInThisSitting())),
            fact("Still to read", left + (time.isEmpty() ? "" : ", about " + time)));
    box.getStyleClass().add("fact-box");
    return box;
  }

  private static String cases(int number) {
    return number == 1 ? "1 case" : number + " cases";
  }

  private static HBox fact(String words, String value) {
    return new HBox(
        Parts.line(words, "muted"), Parts.filler(), Parts.line(value, "bold", "strong"));
  }

  private VBox override() {
    TextField reason = new TextField();
    reason.setPromptText("Reason");
    reason.setAccessibleText("Why you go on");
    HBox.setHgrow(reason, Priority.ALWAYS);
    Button go = RoomParts.plain("Go on", () -> acts.override().accept(reason.getText()));
    go.disableProperty().bind(reason.textProperty().map(String::isBlank));
    reason.setOnAction(e -> {
      if (!reason.getText().isBlank()) {
        acts.override().accept(reason.getText());
      }
    });
    HBox row = new HBox(reason, go);
    row.getStyleClass().add("gap-8");
    String what = sitting.stage() == Stage.BREAK ? "Go on without a break?" : "Go on all the same?";
    VBox box = new VBox(Parts.line(what + " Say why; it is recorded.", "muted"), row);
    box.getStyleClass().add("gap-8");
    return box;
  }

  /** What Enter does: begins the break, ends it when it is over, or ends the sitting. */
  void enter() {
    if (sitting.stage() != Stage.BREAK) {
      acts.end().run();
    } else if (!sitting.onBreak()) {
      sitting.takeBreak();
      count();
    } else if (sitting.waitLeft().isZero()) {
      acts.goOn().run();
    }
  }

  private void count() {
    clock.setVisible(true);
    clock.setManaged(true);
    shed.run();
    tick();
    ticking.play();
  }

  private void tick() {
    long seconds = sitting.waitLeft().toSeconds();
    clock.setText(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
    boolean over = seconds <= 0;
    main.setText(over ? "Go on reading" : "Go on when the break is over");
    main.setDisable(!over);
    main.getGraphic().setVisible(over);
    main.getGraphic().setManaged(over);
    main.pseudoClassStateChanged(PseudoClass.getPseudoClass("ringed"), over);
  }
}
