package org.exemplar.app.coordination.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Unsaved;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.study.ProtocolTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The desk's place for protocols: that of the open study, to be amended, or a document that is not
 * sealed yet.
 */
public final class ProtocolPlace {
  /** The subject of the location that shows a document although a study is open. */
  public static final String DOCUMENT = "A document";

  private static final String NEW = "new: ";
  private static final String NEW_NAME = "reader-study-protocol.md";

  private final DeskHost host;
  private final Location at;
  private final UnsavedProtocols unsaved;
  private final PauseTransition settling = new PauseTransition(Duration.millis(400));
  private final StackPane documents = new StackPane();
  private @Nullable Runnable back;
  private @Nullable Document document;
  private final StudyProtocol ofStudy;

  /**
   * A document that is worked on.
   *
   * @param key what its changes are kept aside under
   * @param file where it lies, null when it lies nowhere yet
   * @param ofDraft whether it is the protocol of a study that is being designed: every change is
   *     written at once, and there is a way back
   */
  private record Document(
      String key, String name, @Nullable Path file, ProtocolDraft draft, boolean ofDraft) {
    /** Whether a person's change would be lost. */
    boolean dirty(UnsavedProtocols unsaved) {
      return draft.changed() && (draft.canUndo() || unsaved.find(key).isPresent());
    }
  }

  /**
   * Where protocols are shown and kept.
   *
   * @param location the place itself
   * @param unsaved a folder of the application's data for changes that were not saved yet
   */
  public record At(Location location, Path unsaved) {}

  /**
   * @param at the place itself
   * @param amended told when a study has a new version of its protocol
   */
  public ProtocolPlace(DeskHost host, Office office, At at, Consumer<StudyLocation> amended) {
    this(host, OfficeDoor.open(office), at, amended);
  }

  /**
   * @param door who amends, after signing in where that is asked for
   * @param at the place itself
   * @param amended told when a study has a new version of its protocol
   */
  public ProtocolPlace(DeskHost host, OfficeDoor door, At at, Consumer<StudyLocation> amended) {
    this.host = host;
    this.at = at.location();
    this.unsaved = new UnsavedProtocols(at.unsaved());
    ofStudy =
        new StudyProtocol(
            host, new StudyProtocol.Way(door, amended), this.at, unsaved, settling::playFromStart);
    settling.setOnFinished(e -> setAside());
    start();
  }

  /** The page of a location, with the study that is open. */
  public Node page(Location location, Optional<StudyLocation> study) {
    return study.isEmpty() || location.subject().equals(DOCUMENT)
        ? documents
        : ofStudy.page(study.get());
  }

  /** Reads the open study again next time, unless it is being amended. */
  public void studyChanged() {
    ofStudy.studyChanged();
  }

  private void start() {
    documents
        .getChildren()
        .setAll(
            new ProtocolStart(
                unsaved.all().stream().filter(ProtocolPlace::opens).toList(),
                new ProtocolStart.Acts(this::begin, this::choose, this::goOn, this::forget)));
  }

  /** Amendments are offered with their study. */
  private static boolean opens(UnsavedProtocols.Work work) {
    return work.key().startsWith(NEW) || Files.isRegularFile(Path.of(work.key()));
  }

  private void begin(ProtocolTemplate template) {
    String name = template.title() + ", a new document";
    int number = 1;
    while (unsaved.find(NEW + name + number).isPresent()) {
      number++;
    }
    edit(
        new Document(
            NEW + name + number, name, null, ProtocolDraft.unsaved(template.text()), false));
  }

  /** Goes on with what was kept aside. */
  private void goOn(UnsavedProtocols.Work work) {
    if (work.key().startsWith(NEW)) {
      ProtocolDraft draft = ProtocolDraft.unsaved(work.text());
      edit(new Document(work.key(), work.name(), null, draft, false));
    } else {
      open(Path.of(work.key()));
    }
  }

  private void forget(UnsavedProtocols.Work work) {
    unsaved.forget(work.key());
    start();
  }

  private void choose() {
    FileDialogs.open(host.window(), "Open a protocol", "Protocol", "*.md").ifPresent(this::open);
  }

  /**
   * Opens a document; one that is no protocol is shown with what is wrong with it. Changes that
   * were kept aside are in it again.
   */
  public void open(Path file) {
    open(file, String.valueOf(file.getFileName()), false);
  }

  /** Opens the protocol of a study that is being designed. */
  public void openDraft(Path file) {
    Document now = document;
    if (now != null && file.equals(now.file()) && !now.draft().state().wrong().isEmpty()) {
      host.go(new Location(at.desk(), at.place(), DOCUMENT));
      return;
    }
    open(file, "of the new study", true);
  }

  /** What is not finished in the questions of a study that is being designed; empty when all is. */
  public Optional<String> unfinished(Path file) {
    return Optional.ofNullable(document)
        .filter(now -> file.equals(now.file()) && !now.draft().state().wrong().isEmpty())
        .flatMap(now -> now.draft().blocker());
  }

  private void open(Path file, String name, boolean ofDraft) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
      ProtocolDraft draft = ProtocolDraft.of(text);
      String key = file.toAbsolutePath().normalize().toString();
      unsaved.find(key).ifPresent(work -> draft.typeSource(work.text()));
      edit(new Document(key, name, file, draft, ofDraft));
    } catch (IOException e) {
      host.fail(
          "The protocol could not be opened",
          new Problem(
              "Cannot read the protocol %s: check that it exists and is UTF-8 text."
                  .formatted(file),
              e));
    }
  }

  private void edit(Document next) {
    settle();
    document = next;
    next.draft().stateProperty().addListener(o -> settling.playFromStart());
    ProtocolPage page =
        new ProtocolPage(
            next.draft(),
            next.name(),
            null,
            next.ofDraft()
                ? ProtocolPage.Acts.ofDraft(this::back)
                : ProtocolPage.Acts.of(this::save, this::other));
    documents.getChildren().setAll(page);
    if (next.ofDraft()) {
      page.show(ProtocolPage.Tab.QUESTIONS);
    }
    host.go(new Location(at.desk(), at.place(), DOCUMENT));
  }

  private void back() {
    settle();
    Runnable way = back;
    if (way != null) {
      way.run();
    }
  }

  /**
   * Says where the way back leads from the protocol of a study that is being designed.
   *
   * @param way goes there
   */
  public void wayBack(Runnable way) {
    back = way;
  }

  /** Writes at once what is waiting to be written. */
  public void settle() {
    settling.stop();
    setAside();
  }

  private void setAside() {
    try {
      Document now = document;
      if (now != null && now.ofDraft() && now.file() != null) {
        writeThrough(now.file(), now.draft());
      } else if (now != null) {
        aside(now.key(), now.name(), now.dirty(unsaved), now.draft());
      }
      ofStudy.setAside();
    } catch (Problem e) {
      host.fail("Changes of the protocol could not be kept", e);
    }
  }

  private static void writeThrough(Path file, ProtocolDraft draft) {
    String text = draft.state().text();
    if (draft.changed() && draft.state().wrong().isEmpty()) {
      WholeFile.write(file, text);
      draft.saved(text);
    }
  }

  private void aside(String key, String name, boolean dirty, ProtocolDraft draft) {
    if (dirty) {
      unsaved.keep(new UnsavedProtocols.Work(key, name, draft.state().text()));
    } else {
      unsaved.forget(key);
    }
  }

  /** What would be lost with the window, and what becomes of it. */
  public Optional<Unsaved> unsaved() {
    settle();
    Document now = document;
    if (now != null && !now.ofDraft() && now.dirty(unsaved)) {
      Path file = now.file();
      boolean whole = file != null && now.draft().blocker().isEmpty();
      return Optional.of(
          new Unsaved(
              "The protocol “" + now.name() + "” has changes that are not saved.",
              whole
                  ? "Keep writes them into " + file + "."
                  : "Keep puts it aside; it is offered again under Protocol.",
              () -> file == null || !whole || saved(now, file),
              () -> unsaved.forget(now.key())));
    }
    return ofStudy.unsaved();
  }

  /** Leaves the document for another; one with changes stays. */
  private void other() {
    Document now = document;
    if (now != null && now.draft().changed()) {
      host.fail(
          "The document has changes",
          new Problem("Save the protocol first, or take the changes back with Ctrl+Z."));
      return;
    }
    settle();
    document = null;
    start();
  }

  private void save() {
    Document now = document;
    if (now == null || now.draft().blocker().isPresent()) {
      return;
    }
    Path file = now.file();
    Optional<Path> place =
        file != null
            ? Optional.of(file)
            : FileDialogs.save(host.window(), "Save the protocol", NEW_NAME, "Protocol", "*.md");
    place.ifPresent(to -> {
      var _ = saved(now, to);
    });
  }

  private boolean saved(Document now, Path file) {
    try {
      String text = now.draft().state().text();
      WholeFile.write(file, text);
      now.draft().saved(text);
      unsaved.forget(now.key());
      document =
          new Document(
              file.toAbsolutePath().normalize().toString(),
              String.valueOf(file.getFileName()),
              file,
              now.draft(),
              false);
      return true;
    } catch (Problem problem) {
      host.fail("The protocol could not be saved", problem);
      return false;
    }
  }
}
