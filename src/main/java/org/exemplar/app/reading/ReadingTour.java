package org.exemplar.app.reading;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.exemplar.app.fx.FxThread;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a reading as a reader would and stops where a picture is worth taking. Really
 * reads: give it a copy. Runs on a thread of its own, not on the JavaFX thread.
 */
public final class ReadingTour {
  private static final long PATIENCE_MS = 30_000;
  private static final long STEP_MS = 25;

  private final ReadingRoom room;
  private final char[] passphrase;
  private final Consumer<String> picture;

  /**
   * A tour of a room.
   *
   * @param room not yet shown
   * @param passphrase wiped at the end
   * @param picture told the name of each picture while the room shows it
   */
  public ReadingTour(ReadingRoom room, char[] passphrase, Consumer<String> picture) {
    this.room = room;
    this.passphrase = passphrase;
    this.picture = picture;
  }

  /**
   * Goes through the pages; a finished reading shows only its first and last page.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void walk() throws InterruptedException {
    fx(room::show);
    until(() -> room.page() instanceof OpenPage && room.stage().isFocused());
    take("02-passphrase");
    fx(() -> room.open(passphrase.clone()));
    until(() -> room.page() != null && !(room.page() instanceof OpenPage));
    before();
    if (room.page() instanceof CasePage) {
      cases();
    } else {
      take("10-thank-you");
    }
    java.util.Arrays.fill(passphrase, '\0');
  }

  private void before() throws InterruptedException {
    if (room.page() instanceof AboutPage about) {
      fx(() -> about.fill("12", AboutModel.SUBSPECIALTIES.getFirst()));
      take("03-reader-and-instructions");
      fx(about::goOn);
      until(() -> !(room.page() instanceof AboutPage));
    }
    if (room.page() instanceof DisplayCheckPage check) {
      fx(() -> check.act(Act.POINT_2));
      fx(() -> check.act(Act.AGREE));
      take("04-display-check");
      fx(() -> check.act(Act.AGREE));
      fx(() -> check.act(Act.AGREE));
      fx(() -> check.act(Act.NEXT_CASE));
      until(() -> !(room.page() instanceof DisplayCheckPage));
    }
  }

  private void cases() throws InterruptedException {
    practise();
    untilCase();
    act(Act.AGREE);
    take("06-reading");
    act(Act.KEYS);
    take("08-keys");
    fx(room.overlay()::close);
    act(Act.PAUSE);
    take("09-pause");
    act(Act.PAUSE);
    answerScales();
    act(Act.INVERT);
    take("06b-complete-inverted");
    act(Act.RESET);
    act(Act.NEXT_CASE);
    take("09-mask");
    untilCase();
    review();
  }

  private void practise() throws InterruptedException {
    boolean taken = false;
    while (room.page() instanceof CasePage && fxIs(() -> sitting().item().practice())) {
      until(() -> stage() == Stage.CASE || stage() == Stage.FEEDBACK);
      act(Act.AGREE);
      answerScales();
      act(Act.NEXT_CASE);
      if (fxIs(() -> stage() == Stage.FEEDBACK)) {
        if (!taken) {
          take("05-practice");
          taken = true;
        }
        boolean on = fxIs(() -> sitting().mayLeaveFeedback());
        if (!on) {
          return;
        }
        act(Act.NEXT_CASE);
      }
    }
  }

  private void review() throws InterruptedException {
    act(Act.DISAGREE);
    if (!fxIs(() -> sitting().onScreen().reviewOpen())) {
      return;
    }
    act(Act.AGREE);
    take("07-finding-review");
    int given = FxThread.call(() -> sitting().onScreen().findings().names().size());
    for (int i = 1; i < given; i++) {
      act(i == 1 ? Act.CANNOT_JUDGE : Act.DISAGREE);
    }
    fx(this::type);
    take("07b-finding-search");
  }

  private void type() {
    Node owner = room.stage().getScene().getFocusOwner();
    if (owner instanceof TextInputControl field) {
      String first = sitting().protocol().text().vocabulary().stream().findFirst().orElse("e");
      field.setText(first.substring(0, Math.min(3, first.length())));
    }
  }

  private void answerScales() {
    for (Question question : FxThread.call(() -> sitting().protocol().questions())) {
      if (question instanceof Question.Scale scale) {
        act(
            Act.valueOf(
                "POINT_" + Math.min(2 + question.id().length() % 3, scale.points().size())));
      }
    }
  }

  private void untilCase() throws InterruptedException {
    until(() -> stage() == Stage.CASE);
  }

  private void act(Act act) {
    fx(() -> {
      if (act == Act.KEYS) {
        room.overlay().open();
      } else if (room.page() instanceof CasePage page) {
        page.act(act);
      }
    });
  }

  private void take(String name) throws InterruptedException {
    Thread.sleep(4 * STEP_MS);
    picture.accept(name);
  }

  private Sitting sitting() {
    Sitting sitting = room.sitting();
    if (sitting == null) {
      throw new IllegalStateException("the room is not open");
    }
    return sitting;
  }

  private @Nullable Stage stage() {
    Sitting sitting = room.sitting();
    return sitting == null ? null : sitting.stage();
  }

  private static void fx(Runnable work) {
    FxThread.call(() -> {
      work.run();
      return true;
    });
  }

  private static boolean fxIs(BooleanSupplier condition) {
    return FxThread.call(condition::getAsBoolean);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (long waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
      if (fxIs(condition)) {
        return;
      }
      Thread.sleep(STEP_MS);
    }
    throw new IllegalStateException("the reading room did not get further");
  }
}
