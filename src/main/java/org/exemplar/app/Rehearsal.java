package org.exemplar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Window;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.store.CaseContent;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingLock;
import org.exemplar.store.ReadingPlan;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;

/**
 * Opens the dark room at its first page without a display, with a reading file of its own, and
 * ends: run once after building, so that the Java machine can keep what a reader's start loads
 * ({@code -XX:AOTCacheOutput}, JEP 514). Argument: an empty folder for the reading file. Takes the
 * protocol beside the program.
 */
public final class Rehearsal {
  private static final int CASES = 3;
  private static final int LOOKS = 600;
  private static final int LOOK_MS = 100;

  private Rehearsal() {}

  /** Entry point of the launcher's rehearsal. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path file = folder.resolve("rehearsal.reading");
    Files.deleteIfExists(file);
    write(
        file,
        Protocol.read(
            Path.of(System.getProperty("exemplar.root", "."), "reader-study-protocol.md")));
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::endAtTheFirstPage);
    Launcher.reading(file, Optional.empty());
  }

  private static void write(Path file, Protocol protocol) {
    SeededDraw draw = SeededDraw.of(1, "rehearsal");
    List<WorklistItem> items = new ArrayList<>();
    while (items.size() < CASES) {
      CaseCode code = CaseCode.ofDrawn(draw.text(CaseCode.ALPHABET, CaseCode.DRAWN));
      if (items.stream().noneMatch(item -> item.code().equals(code))) {
        items.add(new WorklistItem(items.size() + 1, code, false, 1));
      }
    }
    Instant now = Instant.now();
    byte[] image = new byte[1];
    try (Passphrase passphrase = Passphrase.of("rehearsal")) {
      ReadingFile.create(
          file,
          new ReadingPlan(
              new ReadingPlan.Origin("0".repeat(32), SigningKey.fresh(), now, "rehearsal"),
              protocol.reading().withVocabulary(List.of("Mass", "Nodule")),
              new Worklist(new ReaderId("R01"), items),
              image.length),
          code -> new CaseContent(GivenFindings.of("Nodule"), PracticeReference.NONE, image),
          new ReadingLock(passphrase, Stretching.STANDARD, new SecureDraw()),
          new Stamp("rehearsal", now));
    }
  }

  private static void endAtTheFirstPage() {
    try {
      for (int look = 0; look < LOOKS; look++) {
        Thread.sleep(LOOK_MS);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void look() {
    try {
      Platform.runLater(() -> {
        if (Window.getWindows().stream().anyMatch(Rehearsal::asksForThePassphrase)) {
          Platform.exit();
        }
      });
    } catch (IllegalStateException e) {
      // The toolkit has not started yet; the next look will see.
      Thread.onSpinWait();
    }
  }

  private static boolean asksForThePassphrase(Window window) {
    return window.getScene() != null
        && window.getScene().getRoot().lookup(".passphrase-page") != null;
  }
}
