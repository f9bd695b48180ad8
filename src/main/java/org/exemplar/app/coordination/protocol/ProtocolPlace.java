package org.exemplar.app.coordination.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.Amendment;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolTemplate;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The desk's place for protocols: that of the open study, to be amended, or a document that is not
 * sealed yet.
 */
public final class ProtocolPlace {
  /** The subject of the location that shows a document although a study is open. */
  public static final String DOCUMENT = "A document";

  private static final String NEW_NAME = "reader-study-protocol.md";

  private final DeskHost host;
  private final OfficeDoor door;
  private final Location at;
  private final Consumer<StudyLocation> amended;
  private final StackPane documents = new StackPane();
  private @Nullable Document document;
  private @Nullable OfStudy ofStudy;

  /**
   * A document that is worked on.
   *
   * @param file where it lies, null when it lies nowhere yet
   */
  private record Document(@Nullable Path file, ProtocolDraft draft) {}

  private record OfStudy(StudyLocation location, StackPane shell, @Nullable ProtocolDraft draft) {}

  /**
   * @param at the place itself
   * @param amended told when a study has a new version of its protocol
   */
  public ProtocolPlace(DeskHost host, Office office, Location at, Consumer<StudyLocation> amended) {
    this(host, OfficeDoor.open(office), at, amended);
  }

  /**
   * @param door who amends, after signing in where that is asked for
   * @param at the place itself
   * @param amended told when a study has a new version of its protocol
   */
  public ProtocolPlace(
      DeskHost host, OfficeDoor door, Location at, Consumer<StudyLocation> amended) {
    this.host = host;
    this.door = door;
    this.at = at;
    this.amended = amended;
    documents.getChildren().setAll(new ProtocolStart(this::begin, this::choose));
  }

  /** The page of a location, with the study that is open. */
  public Node page(Location location, Optional<StudyLocation> study) {
    return study.isEmpty() || location.subject().equals(DOCUMENT)
        ? documents
        : studyPage(study.get());
  }

  /** Reads the open study again next time, unless it is being amended. */
  public void studyChanged() {
    OfStudy now = ofStudy;
    if (now != null && (now.draft() == null || !now.draft().changed())) {
      ofStudy = null;
    }
  }

  private void begin(ProtocolTemplate template) {
    edit(null, ProtocolDraft.unsaved(template.text()), template.title() + ", a new document");
  }

  private void choose() {
    FileDialogs.open(host.window(), "Open a protocol", "Protocol", "*.md").ifPresent(this::open);
  }

  /** Opens a document; one that is no protocol is shown with what is wrong with it. */
  public void open(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
      edit(file, ProtocolDraft.of(text), String.valueOf(file.getFileName()));
    } catch (IOException e) {
      host.fail(
          "The protocol could not be opened",
          new Problem(
              "Cannot read the protocol %s: check that it exists and is UTF-8 text."
                  .formatted(file),
              e));
    }
  }

  private void edit(@Nullable Path file, ProtocolDraft draft, String name) {
    document = new Document(file, draft);
    documents
        .getChildren()
        .setAll(
            new ProtocolPage(draft, name, null, new ProtocolPage.Acts(this::save, this::other)));
    host.go(new Location(at.desk(), at.place(), DOCUMENT));
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
    document = null;
    documents.getChildren().setAll(new ProtocolStart(this::begin, this::choose));
  }

  private void save() {
    Document now = document;
    if (now == null || now.draft().blocker().isPresent()) {
      return;
    }
    Path file = now.file();
    if (file == null) {
      FileDialogs.save(host.window(), "Save the protocol", NEW_NAME, "Protocol", "*.md")
          .ifPresent(place -> save(now.draft(), place));
    } else {
      save(now.draft(), file);
    }
  }

  private void save(ProtocolDraft draft, Path file) {
    try {
      String text = draft.state().text();
      WholeFile.write(file, text);
      draft.saved(text);
      document = new Document(file, draft);
    } catch (Problem problem) {
      host.fail("The protocol could not be saved", problem);
    }
  }

  private Node studyPage(StudyLocation location) {
    OfStudy now = ofStudy;
    if (now != null && now.location().equals(location)) {
      return now.shell();
    }
    StackPane shell =
        new StackPane(
            new EmptyState(Feather.FILE_TEXT, "Opening …", "Reading the study’s protocol."));
    ofStudy = new OfStudy(location, shell, null);
    FxTask<StudyRecord> task =
        new FxTask<>("Reading the protocol", (progress, cancellation) -> StudyRecord.of(location));
    task.setOnSucceeded(e -> show(shell, task.getValue(), ProtocolPage.Tab.READ));
    var _ = host.run(at, task);
    return shell;
  }

  private void show(StackPane shell, StudyRecord study, ProtocolPage.Tab tab) {
    ProtocolDraft draft =
        ProtocolDraft.amending(Protocol.parse("The study's protocol", study.present().text()));
    ProtocolPage page =
        new ProtocolPage(
            draft,
            study.versions().size() == 1
                ? "sealed"
                : "amended, version " + study.present().version(),
            study,
            new ProtocolPage.Acts(
                () -> amend(study, draft),
                () -> host.go(new Location(at.desk(), at.place(), DOCUMENT))));
    ofStudy = new OfStudy(study.location(), shell, draft);
    shell.getChildren().setAll(page);
    page.show(tab);
  }

  private void amend(StudyRecord study, ProtocolDraft draft) {
    String text = draft.state().text();
    door.enter(
        Deed.AMEND,
        person ->
            new AmendSheet(
                    study.present().text(),
                    text,
                    person,
                    new Sheet(host.window(), host.theme(), "Amend"),
                    (author, reason) -> amend(study, text, author, reason))
                .show());
  }

  private void amend(StudyRecord study, String text, Office named, String reason) {
    FxTask<StudyRecord> task =
        new FxTask<>(
            "Amending the protocol",
            (progress, cancellation) -> {
              new Amendment(named)
                  .amend(study.location(), Protocol.parse("The amended protocol", text), reason);
              return StudyRecord.of(study.location());
            });
    task.setOnSucceeded(e -> {
      OfStudy now = ofStudy;
      if (now != null) {
        show(now.shell(), task.getValue(), ProtocolPage.Tab.VERSIONS);
      }
      amended.accept(study.location());
    });
    var _ = host.run(at, task);
  }
}
