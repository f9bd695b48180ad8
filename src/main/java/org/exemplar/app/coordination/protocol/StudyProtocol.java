package org.exemplar.app.coordination.protocol;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Unsaved;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.Amendment;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.study.Protocol;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The protocol of the open study, which only an amendment changes. */
final class StudyProtocol {
  private final DeskHost host;
  private final Way way;
  private final Location at;
  private final UnsavedProtocols unsaved;
  private final Runnable touched;
  private @Nullable OfStudy ofStudy;

  /**
   * How studies are amended.
   *
   * @param door who amends, after signing in where that is asked for
   * @param amended told when a study has a new version of its protocol
   */
  record Way(OfficeDoor door, Consumer<StudyLocation> amended) {}

  private record OfStudy(StudyLocation location, StackPane shell, @Nullable ProtocolDraft draft) {
    boolean dirty() {
      return draft != null && draft.changed();
    }

    String key() {
      return location.folder().toAbsolutePath().normalize().toString();
    }
  }

  /**
   * @param at the place itself
   * @param unsaved keeps changes aside that are no amendment yet
   * @param touched told with every change
   */
  StudyProtocol(DeskHost host, Way way, Location at, UnsavedProtocols unsaved, Runnable touched) {
    this.host = host;
    this.way = way;
    this.at = at;
    this.unsaved = unsaved;
    this.touched = touched;
  }

  /** Reads the open study again next time, unless it is being amended. */
  void studyChanged() {
    OfStudy now = ofStudy;
    if (now != null && !now.dirty()) {
      ofStudy = null;
    }
  }

  /** Keeps changes aside that are no amendment yet. */
  void setAside() {
    OfStudy now = ofStudy;
    if (now != null && now.draft() != null) {
      String name = "The protocol of the study " + now.location().folder().getFileName();
      if (now.dirty()) {
        unsaved.keep(new UnsavedProtocols.Work(now.key(), name, now.draft().state().text()));
      } else {
        unsaved.forget(now.key());
      }
    }
  }

  /** What would be lost with the window, and what becomes of it. */
  Optional<Unsaved> unsaved() {
    OfStudy now = ofStudy;
    return now == null || !now.dirty()
        ? Optional.empty()
        : Optional.of(
            new Unsaved(
                "The protocol of the open study has changes that were not made an amendment.",
                "Keep puts them aside; they are there again when the study’s protocol is opened.",
                () -> true,
                () -> unsaved.forget(now.key())));
  }

  /** The page of the open study's protocol. */
  Node page(StudyLocation location) {
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
            ProtocolPage.Acts.of(
                () -> amend(study, draft),
                () -> host.go(new Location(at.desk(), at.place(), ProtocolPlace.DOCUMENT))));
    OfStudy shown = new OfStudy(study.location(), shell, draft);
    ofStudy = shown;
    draft.stateProperty().addListener(o -> touched.run());
    unsaved.find(shown.key()).ifPresent(work -> draft.typeSource(work.text()));
    shell.getChildren().setAll(page);
    page.show(tab);
  }

  private void amend(StudyRecord study, ProtocolDraft draft) {
    String text = draft.state().text();
    way.door()
        .enter(
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
        unsaved.forget(now.key());
        show(now.shell(), task.getValue(), ProtocolPage.Tab.VERSIONS);
      }
      way.amended().accept(study.location());
    });
    var _ = host.run(at, task);
  }
}
