package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.coordination.design.Draft;
import org.exemplar.app.coordination.design.QuestionsElsewhere;
import org.exemplar.app.coordination.design.StudyDesign;
import org.exemplar.app.coordination.protocol.ProtocolPlace;
import org.exemplar.app.desk.Attendance;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Place;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.desk.Unsaved;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.StudyLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The coordinator's desk: studies, a new one, progress, returns, audit, unblinding. Nothing on it
 * depends on an arm before a study is unblinded.
 */
public final class CoordinationDesk implements Desk {
  /** The desk's id. */
  public static final String ID = "coordinate";

  private static final Location STUDIES = Location.of(ID, "studies");
  private static final Location PROTOCOL = Location.of(ID, "protocol");
  private static final Location PROGRESS = Location.of(ID, "progress");
  private static final Location RETURNS = Location.of(ID, "returns");
  private static final Location AUDIT = Location.of(ID, "audit");
  private static final Location UNBLIND = Location.of(ID, "unblind");

  private final DeskHost host;
  private final StudyActs acts;
  private final BackupActs backups;
  private final UnblindActs unblinding;
  private final Attendance attendance;
  private final CoordinationServices.Beyond beyond;
  private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper missing =
      new ReadOnlyStringWrapper("Open a study, or build a new one, first");
  private final ReadOnlyObjectWrapper<@Nullable Node> bar = new ReadOnlyObjectWrapper<>();
  private final StudiesPage studies;
  private final ProtocolPlace protocol;
  private final StudyDesign design;
  private @Nullable Open open;
  private boolean opening;

  /** The pages of an open study. */
  private record Open(
      StudyOverview study,
      StageBar bar,
      ProgressPage progress,
      ReturnsPage returns,
      AuditPage audit) {}

  /** A desk without an open study. */
  public CoordinationDesk(DeskHost host, CoordinationServices services) {
    this.host = host;
    this.acts = new StudyActs(host, services);
    this.attendance = services.doors().attendance();
    this.backups = new BackupActs(host, services.office().clock(), AUDIT);
    this.unblinding = new UnblindActs(host, services.door(), UNBLIND);
    this.beyond = services.beyond();
    this.protocol =
        new ProtocolPlace(
            host,
            services.door(),
            new ProtocolPlace.At(PROTOCOL, services.beyond().unsaved()),
            study -> acts.open(PROTOCOL, study.folder(), this::show, () -> {}));
    this.design = new StudyDesign(host, services.design(), STUDIES, this::sealed);
    design.editingQuestionsWith(
        new QuestionsElsewhere(protocol::openDraft, protocol::unfinished), protocol::wayBack);
    design.findingFilmsWith(services.beyond().films());
    this.studies =
        new StudiesPage(
            design,
            new StudiesPage.Acts(
                new Ways(), this::choose, design::begin, this::find, this::forget));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Coordinate";
  }

  @Override
  public List<Place> places() {
    var needs = missing.getReadOnlyProperty();
    return List.of(
        Place.of("studies", "Studies", Feather.GRID),
        new Place(
            "protocol",
            "Protocol",
            Feather.FILE_TEXT,
            1,
            new ReadOnlyStringWrapper("").getReadOnlyProperty()),
        new Place("selection", "Selection", Feather.LAYERS, 1, design.missingProperty()),
        new Place("readiness", "Readiness", Feather.CHECK, 1, design.missingProperty()),
        new Place("progress", "Progress", Feather.USERS, 1, needs),
        new Place("returns", "Returns", Feather.INBOX, 1, needs),
        new Place("audit", "Audit", Feather.SHIELD, 1, needs),
        new Place("unblind", "Unblind", Feather.KEY, 1, needs));
  }

  @Override
  public ObservableValue<@Nullable Node> contextBar() {
    return bar.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<String> opened() {
    return opened.getReadOnlyProperty();
  }

  @Override
  public Node page(Location location) {
    Open now = open;
    if (location.place().equals("studies")) {
      bar.set(null);
      if (location.subject().isEmpty()) {
        acts.openAll(STUDIES, studies::show);
        return studies;
      }
      return design.page(location);
    }
    if (location.place().equals("selection") || location.place().equals("readiness")) {
      bar.set(null);
      return design.page(location.place());
    }
    if (location.place().equals(PROTOCOL.place())) {
      bar.set(now == null ? null : now.bar());
      return protocol.page(location, Optional.ofNullable(now).map(o -> o.study().location()));
    }
    if (opening) {
      bar.set(null);
      return new EmptyState(Feather.USERS, "Opening …", "Verifying the seal and the audit trail.");
    }
    if (now == null) {
      bar.set(null);
      return new EmptyState(
          Feather.USERS,
          "No study is open",
          "Open the folder of a study, or build a new one from a comparison.",
          Buttons.primary("Open a study…", Feather.FOLDER, this::choose),
          Buttons.of("New study", Feather.PLUS, design::begin));
    }
    bar.set(now.bar());
    return switch (location.place()) {
      case "returns" -> now.returns();
      case "audit" -> now.audit();
      case "unblind" ->
          UnblindPage.of(
              now.study(),
              () -> unblinding.ask(now.study(), () -> reopen(now.study())),
              beyond.results());
      default -> now.progress();
    };
  }

  /** Opens a study's folder and goes to its progress. */
  public void open(Path folder) {
    opening = true;
    acts.open(PROGRESS, folder, this::show, this::notOpened);
    host.go(PROGRESS);
  }

  private void sealed(Path folder, List<Packaging.Packed> packed) {
    open(folder);
    acts.tellSealed(folder, packed);
  }

  private void notOpened() {
    opening = false;
    host.go(STUDIES);
  }

  private void reopen(StudyOverview study) {
    acts.open(PROGRESS, study.location().folder(), this::show, () -> {});
  }

  private void reopenAt(Location place, StudyOverview study) {
    acts.open(place, study.location().folder(), this::show, () -> {});
  }

  /** Shows a study that was read. */
  void show(StudyOverview study) {
    ReturnsPage returns =
        open != null && open.study().location().equals(study.location())
            ? open.returns()
            : new ReturnsPage(
                new ReturnsPage.Acts(
                    this::take,
                    () -> acts.chooseReturned(this::take),
                    choices -> acts.decide(RETURNS, study, choices, () -> reopenAt(RETURNS, study)),
                    acts::saveConflicts));
    returns.earlier(study);
    returns.disputes(study.disputes());
    Runnable verify = () -> acts.verify(AUDIT, study, this::verified);
    opening = false;
    open =
        new Open(
            study,
            stageBar(study),
            progressPage(study, verify),
            returns,
            new AuditPage(study, verify, backups.of(study, this::reopenAtAudit)));
    host.remember(
        study.location().folder(),
        Thing.STUDY,
        "Study, " + study.about().cases() + " cases, " + study.readers().size() + " readers",
        study.stage().words(),
        study.stage() == StudyStage.RETURNED ? Recent.Tone.SUCCESS : Recent.Tone.INFO);
    protocol.studyChanged();
    missing.set("");
    opened.set("");
    opened.set(study.about().title());
  }

  private ProgressPage progressPage(StudyOverview study, Runnable verify) {
    return new ProgressPage(
        study,
        new ProgressPage.Acts(
            new ProgressPage.Files(this::take, () -> acts.chooseReturned(this::take)),
            verify,
            reader -> acts.look(PROGRESS, study, reader),
            done -> acts.estimate(PROGRESS, study, done),
            new ProgressPage.Ways(
                () -> host.go(RETURNS), () -> host.go(PROTOCOL), () -> host.go(AUDIT))),
        new ChartSaver(host, PROGRESS, study.answers().simulated()));
  }

  private void reopenAtAudit(Path folder) {
    acts.open(AUDIT, folder, this::show, () -> {});
  }

  private void verified(List<org.exemplar.conduct.FileCheck> checks) {
    if (open != null) {
      open.audit().show(checks);
      host.go(AUDIT);
    }
  }

  private StageBar stageBar(StudyOverview study) {
    PersonButton person = new PersonButton(attendance);
    if (study.stage() == StudyStage.UNBLINDED) {
      return new StageBar(study, person);
    }
    Button handOut = Buttons.of("Hand out", Feather.UPLOAD, () -> handOut(study));
    Button take = Buttons.of("Take back", Feather.INBOX, () -> acts.chooseReturned(this::take));
    return new StageBar(study, person, handOut, take);
  }

  private void handOut(StudyOverview study) {
    acts.handOut(PROGRESS, study, () -> reopen(study));
  }

  private void take(List<Path> files) {
    Open now = open;
    if (now != null) {
      acts.merge(
          RETURNS,
          now.study(),
          files,
          report -> {
            now.returns().add(report);
            reopen(now.study());
            host.go(RETURNS);
          });
    }
  }

  @Override
  public Optional<Location> open(Thing thing, List<Path> paths) {
    if (thing != Thing.STUDY) {
      return Optional.empty();
    }
    open(StudyLocation.of(paths.getFirst()).folder());
    return Optional.of(PROGRESS);
  }

  /** Where next steps of studies lead. */
  private final class Ways implements Waiting.Ways {
    @Override
    public void go(StudyOverview study, Waiting.Next next) {
      if (next == Waiting.Next.RESULTS) {
        beyond.results().accept(study.location().folder());
        return;
      }
      show(study);
      switch (next) {
        case RETURNS -> host.go(RETURNS);
        case AUDIT -> host.go(AUDIT);
        case UNBLIND -> host.go(UNBLIND);
        default -> host.go(PROGRESS);
      }
      if (next == Waiting.Next.HAND_OUT) {
        handOut(study);
      }
    }

    @Override
    public void go(Draft draft) {
      design.open(draft);
    }
  }

  private void find(KnownStudies.Known lost) {
    FileDialogs.folder(host.window(), "Where is the study now?")
        .ifPresent(folder -> {
          acts.forget(lost.folder());
          open(folder);
        });
  }

  private void forget(KnownStudies.Known lost) {
    acts.forget(lost.folder());
    acts.openAll(STUDIES, studies::show);
  }

  private void choose() {
    FileDialogs.folder(host.window(), "Open a study").ifPresent(this::open);
  }

  @Override
  public List<Command> doorButtons() {
    return List.of(
        Command.of("Open a study…", "coordinate", Feather.FOLDER, this::choose),
        Command.of("New study", "coordinate", Feather.PLUS, design::begin));
  }

  @Override
  public Optional<Unsaved> unsaved() {
    design.keepNow();
    return protocol.unsaved();
  }

  @Override
  public List<Command> find(String query) {
    List<Command> commands = new ArrayList<>();
    Optional.ofNullable(open)
        .map(Open::study)
        .ifPresent(study ->
            commands.addAll(
                StudyCommands.of(
                    study,
                    new StudyCommands.Acts(
                        () -> acts.chooseReturned(this::take),
                        () -> handOut(study),
                        () -> host.go(PROTOCOL),
                        () -> host.go(AUDIT),
                        backups.of(study, this::reopenAtAudit).make(),
                        () -> acts.verify(AUDIT, study, this::verified)))));
    commands.addAll(
        StudyCommands.always(
            () -> backups.restoreAnywhere(this::open),
            () -> host.go(new Location(ID, PROTOCOL.place(), ProtocolPlace.DOCUMENT))));
    String words = query.toLowerCase(Locale.ROOT).strip();
    commands.removeIf(c -> !c.words().toLowerCase(Locale.ROOT).contains(words));
    return commands;
  }
}
