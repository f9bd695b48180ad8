package org.exemplar.app.coordination.design;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.blinding.StudyRehearsal;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.problem.Problem;
import org.exemplar.study.ProtocolEdit;
import org.exemplar.study.ReaderId;
import org.jspecify.annotations.Nullable;

/**
 * A draft without its screen: what was typed, what it means, and what still blocks the seal. The
 * protocol is the only place that says numbers; changing one changes the document. The seed lives
 * here only, in memory.
 */
final class DesignViewModel {
  private final SecureDraw draws = new SecureDraw();
  private final String id;
  private final Path protocolFile;
  private final StringProperty comparison = new SimpleStringProperty("");
  private final StringProperty images = new SimpleStringProperty("");
  private final StringProperty answers = new SimpleStringProperty("");
  private final StringProperty readers = new SimpleStringProperty("");
  private final StringProperty out = new SimpleStringProperty("");
  private final StringProperty filePassphrase = new SimpleStringProperty("");
  private final StringProperty fileAgain = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ProtocolText> protocol =
      new ReadOnlyObjectWrapper<>(ProtocolText.NONE);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final TextDecisions text = new TextDecisions();
  private BuildOptions.Chance chance = BuildOptions.Chance.fresh(draws);
  private String unfinished = "";
  private final SimpleBooleanProperty looking = new SimpleBooleanProperty();
  private Found<SourceFacts> facts = Found.nothing();
  private Found<StudyPreview> preview = Found.nothing();
  private Found<StudyRehearsal> rehearsal = Found.nothing();
  private @Nullable Inputs accepted;

  /**
   * @param protocolFile where the draft's own copy of the protocol is kept
   */
  DesignViewModel(Draft draft, Path protocolFile) {
    this.id = draft.id();
    this.protocolFile = protocolFile;
    comparison.set(draft.form().comparison());
    images.set(draft.form().images());
    answers.set(draft.form().answers());
    readers.set(draft.form().readers());
    out.set(draft.form().out());
    protocol.set(ProtocolText.of(draft.protocol()));
    for (StringProperty each : List.of(comparison, images)) {
      each.addListener(o -> changed(true));
    }
    for (StringProperty each : List.of(answers, readers)) {
      each.addListener(o -> changed(false));
    }
    for (StringProperty each : List.of(out, filePassphrase, fileAgain)) {
      each.addListener(o -> bump());
    }
    looking.addListener(o -> bump());
  }

  /** The draft as it is now, to keep. */
  Draft draft(Draft before) {
    Draft.Form form =
        new Draft.Form(comparison.get(), images.get(), answers.get(), readers.get(), out.get());
    return new Draft(id, form, protocol.get().text(), before.changed());
  }

  /** Counts changes of anything that a screen shows. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  private void bump() {
    revision.set(revision.get() + 1);
  }

  private void changed(boolean sources) {
    if (sources) {
      facts = Found.nothing();
    }
    preview = Found.nothing();
    rehearsal = Found.nothing();
    looking.set(false);
    bump();
  }

  StringProperty comparisonProperty() {
    return comparison;
  }

  StringProperty imagesProperty() {
    return images;
  }

  /** The study team's answers to practice images; may be empty. */
  StringProperty answersProperty() {
    return answers;
  }

  StringProperty readersProperty() {
    return readers;
  }

  StringProperty outProperty() {
    return out;
  }

  /** Passphrase of reading files; in memory only. */
  StringProperty filePassphraseProperty() {
    return filePassphrase;
  }

  StringProperty fileAgainProperty() {
    return fileAgain;
  }

  ProtocolText protocol() {
    return protocol.get();
  }

  /** Takes a document as it is. */
  void protocol(String document) {
    if (!document.equals(protocol.get().text())) {
      protocol.set(ProtocolText.of(document));
      changed(false);
    }
  }

  /**
   * What another page has not finished in the document yet.
   *
   * @param sentence empty when nothing is open
   */
  void unfinished(String sentence) {
    if (!sentence.equals(unfinished)) {
      unfinished = sentence;
      bump();
    }
  }

  String unfinished() {
    return unfinished;
  }

  /** Changes settings in the document; nothing happens while there is none. */
  void edit(UnaryOperator<ProtocolEdit> how) {
    if (protocol.get().chosen()) {
      try {
        protocol(how.apply(ProtocolEdit.of(protocol.get().text())).text());
      } catch (Problem unreadable) {
        // The document is not YAML: its own error is shown with its line, and nothing is changed.
        bump();
      }
    }
  }

  TextDecisions text() {
    return text;
  }

  /** Decides about a region of a picture. */
  void decide(int place, TextDecisions.Verdict verdict) {
    text.decide(place, verdict);
    bump();
  }

  Found<SourceFacts> facts() {
    return facts;
  }

  /** Whether the pictures are being looked at. */
  BooleanProperty lookingProperty() {
    return looking;
  }

  Found<StudyPreview> preview() {
    return preview;
  }

  Found<StudyRehearsal> rehearsal() {
    return rehearsal;
  }

  /** Draws other images, codes and orders. */
  void drawAgain() {
    chance = BuildOptions.Chance.fresh(draws);
    changed(false);
  }

  /** The coordinator takes the balance as it is, for this draw. */
  void acceptBalance() {
    accepted = inputs().orElse(null);
    bump();
  }

  boolean balanceAccepted() {
    return accepted != null && inputs().filter(accepted::equals).isPresent();
  }

  /** The comparison's folder, once it is named. */
  Optional<Path> comparison() {
    return path(comparison);
  }

  /** Comparison and images, once both are named. */
  Optional<BuildOptions.Sources> sources() {
    return path(comparison)
        .flatMap(c ->
            path(images).map(i -> new BuildOptions.Sources(c, i, protocolFile, path(answers))));
  }

  /** What a draw depends on, once sources are named and the protocol can be read. */
  Optional<Inputs> inputs() {
    return protocol.get().read().isEmpty()
        ? Optional.empty()
        : sources().map(s -> new Inputs(s, protocol.get().text(), readerIds(), chance));
  }

  /** Takes what the sources are; forgotten when they have changed since. */
  void inspected(BuildOptions.Sources of, Found<SourceFacts> found) {
    if (sources().filter(of::equals).isPresent()) {
      facts = found;
      bump();
    }
  }

  /** Takes a preview; forgotten when something has changed since. */
  void previewed(Inputs of, Found<StudyPreview> found) {
    if (inputs().filter(of::equals).isPresent()) {
      preview = found;
      bump();
    }
  }

  /** Takes a rehearsal; forgotten when something has changed since. */
  void rehearsed(Inputs of, Found<StudyRehearsal> found) {
    if (inputs().filter(of::equals).isPresent()) {
      rehearsal = found;
      found.value().ifPresent(each -> text.found(each.found()));
      bump();
    }
  }

  /** The readers as typed; empty while one is no name or named twice. */
  List<ReaderId> readerIds() {
    try {
      List<ReaderId> ids =
          Arrays.stream(readers.get().split("[,;\\s]+"))
              .filter(word -> !word.isBlank())
              .map(ReaderId::new)
              .toList();
      return ids.stream().distinct().count() == ids.size() ? ids : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** The study's folder; empty while none is named that does not exist yet. */
  Optional<Path> place() {
    return path(out).filter(folder -> !Files.exists(folder));
  }

  /**
   * What to build.
   *
   * @throws IllegalStateException while something blocks the seal
   */
  BuildOptions options() {
    Readiness readiness = Readiness.of(this);
    if (!readiness.ready()) {
      throw new IllegalStateException(readiness.blockers().getFirst().title());
    }
    Inputs inputs = inputs().orElseThrow();
    return new BuildOptions(
        inputs.sources(),
        inputs.readers(),
        inputs.chance(),
        text.handling(),
        place().orElseThrow());
  }

  private static Optional<Path> path(StringProperty words) {
    try {
      return words.get().isBlank() ? Optional.empty() : Optional.of(Path.of(words.get().strip()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
