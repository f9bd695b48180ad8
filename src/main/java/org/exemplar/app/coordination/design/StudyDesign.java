package org.exemplar.app.coordination.design;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.StudyRehearsal;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Designs studies in the main window: one draft at a time, from its sources to the seal. */
public final class StudyDesign {
  private static final String NEW = "New study";
  private static final String NO_DRAFT = "Part of a draft: begin a new study, or go on with one";
  private static final Duration SETTLING = Duration.millis(350);

  private final DeskHost host;
  private final DesignServices services;
  private final Location studies;
  private final BiConsumer<Path, List<Packaging.Packed>> sealed;
  private final PauseTransition settling = new PauseTransition(SETTLING);
  private @Nullable QuestionsElsewhere questions;
  private Function<Path, Optional<Path>> films = comparison -> Optional.empty();
  private @Nullable Open open;
  private @Nullable FxTask<?> looking;
  private @Nullable FxTask<?> rehearsing;
  private Step here = Step.SOURCES;
  private int seen = -1;
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(NO_DRAFT);

  /** The draft that is open. */
  private record Open(Draft draft, DesignViewModel model, DesignPage page) {}

  /**
   * @param studies where the list of studies is
   * @param sealed told the folder of a study that was sealed, and the reading files written with it
   */
  public StudyDesign(
      DeskHost host,
      DesignServices services,
      Location studies,
      BiConsumer<Path, List<Packaging.Packed>> sealed) {
    this.host = host;
    this.services = services;
    this.studies = studies;
    this.sealed = sealed;
    settling.setOnFinished(e -> settle());
  }

  /**
   * Lets questions be edited in a page of their own.
   *
   * @param wayBack told how to come back from it
   */
  public void editingQuestionsWith(QuestionsElsewhere page, Consumer<Runnable> wayBack) {
    questions = page;
    wayBack.accept(() -> host.go(at(Step.PROTOCOL)));
  }

  /**
   * Lets the films of a comparison be found.
   *
   * @param known where they lie, by the comparison's folder, where that is known
   */
  public void findingFilmsWith(Function<Path, Optional<Path>> known) {
    films = known;
  }

  private void edit(QuestionsElsewhere page) {
    Open now = open;
    if (now != null && now.model().protocol().chosen()) {
      keep();
      page.edit().accept(services.drafts().protocol(now.draft().id()));
    }
  }

  /** Takes over what another page has written into the draft's protocol. */
  private void reread(Open now) {
    services.drafts().saved(now.draft().id()).ifPresent(now.model()::protocol);
    QuestionsElsewhere page = questions;
    if (page != null) {
      Path file = services.drafts().protocol(now.draft().id());
      now.model().unfinished(page.unfinished().apply(file).orElse(""));
    }
  }

  /** Writes at once what was typed last. */
  public void keepNow() {
    settling.stop();
    keep();
  }

  /** All drafts, the one kept last first. */
  public List<Draft> drafts() {
    return services.drafts().all();
  }

  /** Removes a draft for good. */
  public void discard(Draft draft) {
    if (open != null && open.draft().id().equals(draft.id())) {
      leave();
    }
    services.drafts().remove(draft.id());
  }

  private void leave() {
    open = null;
    missing.set(NO_DRAFT);
  }

  /** Begins a new draft. */
  public void begin() {
    open(services.drafts().fresh());
  }

  /** Begins a new draft with what is known of its sources. */
  public void begin(Path comparison, Optional<Path> images) {
    Draft fresh = services.drafts().fresh();
    Draft.Form form =
        new Draft.Form(
            comparison.toString(),
            images.map(Path::toString).orElse(""),
            "",
            fresh.form().readers(),
            "");
    open(new Draft(fresh.id(), form, "", fresh.changed()));
  }

  /** Goes on with a draft. */
  public void open(Draft draft) {
    start(draft);
    host.go(at(Step.SOURCES));
  }

  private Open start(Draft draft) {
    DesignViewModel model = new DesignViewModel(draft, services.drafts().protocol(draft.id()));
    Open now = new Open(draft, model, new DesignPage(model, acts()));
    open = now;
    missing.set("");
    seen = -1;
    model.revisionProperty().addListener(o -> settling.playFromStart());
    settle();
    return now;
  }

  /** Why no draft's steps can be shown, as a tooltip says it; empty when they can. */
  public ObservableStringValue missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** The page of a step by its name in small letters, e.g. {@code "readiness"}. */
  public Node page(String step) {
    return page(
        at(
            Arrays.stream(Step.values())
                .filter(each -> each.words().toLowerCase(Locale.ROOT).equals(step))
                .findFirst()
                .orElse(Step.SOURCES)));
  }

  /** The page of a step. */
  public Node page(Location location) {
    Open now = open == null ? start(services.drafts().fresh()) : open;
    String subject = location.subject();
    Step step =
        subject.length() > NEW.length() + 2
            ? Step.of(subject.substring(NEW.length() + 2)).orElse(Step.SOURCES)
            : Step.SOURCES;
    settle();
    reread(now);
    now.page().show(step);
    here = step;
    lookWhereShown();
    return now.page();
  }

  private Location at(Step step) {
    return new Location(
        studies.desk(), studies.place(), step == Step.SOURCES ? NEW : NEW + ": " + step.words());
  }

  private DesignActs acts() {
    return new DesignActs(
        new DesignActs.Ask(
            title -> FileDialogs.folder(host.window(), title),
            (title, pattern) -> FileDialogs.open(host.window(), title, "File", pattern),
            () ->
                FileDialogs.save(host.window(), "Where the study is kept", "study", "Folder", "*")),
        step -> host.go(at(step)),
        this::look,
        new DesignActs.Leave(
            this::seal, this::close, Optional.ofNullable(questions).map(edit -> () -> edit(edit))));
  }

  private void close() {
    keep();
    host.go(studies);
  }

  /** Keeps the draft; an empty one is not worth a place on the list. */
  private void keep() {
    Open now = open;
    if (now == null) {
      return;
    }
    Draft draft = now.model().draft(now.draft());
    if (draft.form().equals(Draft.Form.EMPTY) && draft.protocol().isEmpty()) {
      return;
    }
    try {
      services.drafts().keep(draft);
    } catch (Problem e) {
      host.fail("The draft could not be kept", e);
    }
  }

  /** After the last change: keeps the draft, and works out what it means where that is unknown. */
  private void settle() {
    Open now = open;
    if (now == null || seen == now.model().revisionProperty().get()) {
      return;
    }
    seen = now.model().revisionProperty().get();
    keep();
    DesignViewModel model = now.model();
    model
        .comparison()
        .filter(folder -> model.imagesProperty().get().isBlank())
        .ifPresent(folder -> findFilms(model, folder));
    boolean known =
        !model.facts().waiting() && (model.inputs().isEmpty() || !model.preview().waiting());
    if (!known) {
      model.sources().ifPresent(sources -> look(model, sources));
    }
  }

  /** Fills in where the films of a comparison lie when that is known, unless it is typed. */
  private void findFilms(DesignViewModel model, Path folder) {
    FxTask<Optional<Path>> task =
        new FxTask<>("Looking for the films", (progress, cancellation) -> films.apply(folder));
    task.setOnSucceeded(e -> {
      boolean still = model.comparison().filter(folder::equals).isPresent();
      if (still && model.imagesProperty().get().isBlank()) {
        task.getValue().ifPresent(found -> model.imagesProperty().set(found.toString()));
      }
    });
    services.workers().execute(task);
  }

  private void look(DesignViewModel model, BuildOptions.Sources sources) {
    if (looking != null) {
      looking.cancel();
    }
    Optional<Inputs> inputs = model.inputs();
    FxTask<DesignWork.Outlook> task = DesignWork.look(sources, model.facts(), inputs);
    looking = task;
    task.setOnSucceeded(e -> {
      if (looking == task) {
        DesignWork.Outlook outlook = task.getValue();
        model.inspected(sources, outlook.facts());
        inputs.ifPresent(of -> model.previewed(of, outlook.preview()));
        lookWhereShown();
      }
    });
    services.workers().execute(task);
  }

  /** Steps that show what is in the pictures begin to look as soon as there is a draw. */
  private void lookWhereShown() {
    if (here == Step.TEXT || here == Step.READINESS) {
      lookOnce();
    }
  }

  /** Looks at the pictures unless that was done or cannot be. */
  private void lookOnce() {
    Open now = open;
    boolean drawn =
        now != null && now.model().preview().value().filter(p -> p.blocker().isEmpty()).isPresent();
    if (now != null
        && drawn
        && now.model().rehearsal().waiting()
        && !now.model().lookingProperty().get()) {
      look();
    }
  }

  private void look() {
    Open now = open;
    if (now == null || now.model().readerIds().isEmpty()) {
      return;
    }
    if (rehearsing != null) {
      rehearsing.cancel();
    }
    keep();
    now.model()
        .inputs()
        .ifPresent(inputs -> {
          FxTask<Found<StudyRehearsal>> task = DesignWork.rehearse(inputs);
          rehearsing = task;
          now.model().lookingProperty().set(true);
          task.setOnSucceeded(e -> now.model().rehearsed(inputs, task.getValue()));
          task.runningProperty()
              .addListener((o, was, running) -> {
                if (was && !running && task.equals(rehearsing)) {
                  now.model().lookingProperty().set(false);
                }
              });
          var _ = host.run(at(Step.READINESS), task);
        });
  }

  private void seal() {
    Open now = open;
    if (now == null || !Readiness.of(now.model()).ready()) {
      return;
    }
    keep();
    DesignViewModel model = now.model();
    String about =
        model.protocol().title()
            + ": "
            + model.protocol().read().map(p -> p.design().arms().total()).orElse(0)
            + " cases, "
            + SourceChecks.count(model.readerIds().size(), "reader");
    services
        .door()
        .enter(
            Deed.SEAL,
            office ->
                new SealSheet(
                        about,
                        new SealViewModel(model.filePassphraseProperty().get()),
                        new Sheet(host.window(), host.theme(), "Seal"),
                        passphrase -> seal(now, passphrase, services.by(office)))
                    .show());
  }

  private FxTask<?> seal(Open now, Passphrase passphrase, DesignServices person) {
    char[] reading = now.model().filePassphraseProperty().get().toCharArray();
    FxTask<BuiltStudy> task =
        DesignWork.seal(
            person,
            now.model().options(),
            passphrase,
            built -> Platform.runLater(() -> sealed(now, built, reading, person)));
    return host.run(at(Step.READINESS), task);
  }

  /** The study is there: nothing is left of the draft. */
  private void sealed(Open now, BuiltStudy built, char[] reading, DesignServices person) {
    if (now.equals(open)) {
      leave();
    }
    services.drafts().remove(now.draft().id());
    if (reading.length == 0) {
      sealed.accept(built.folder(), List.of());
      return;
    }
    var task = DesignWork.pack(person, StudyLocation.of(built.folder()), reading);
    task.runningProperty()
        .addListener((o, was, running) -> {
          if (was && !running) {
            sealed.accept(built.folder(), Optional.ofNullable(task.getValue()).orElse(List.of()));
          }
        });
    var _ = host.run(studies, task);
  }
}
