package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.PlainWords;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.blinding.StudyRehearsal;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.store.ReadingLock;
import org.exemplar.task.Cancellation;

/** The work of a draft off the JavaFX thread. */
final class DesignWork {
  private DesignWork() {}

  /**
   * What sources and draw are.
   *
   * @param facts of the sources
   * @param preview of the draw; nothing without a protocol that can be read
   */
  record Outlook(Found<SourceFacts> facts, Found<StudyPreview> preview) {}

  /** Looks at the sources unless that was done, then draws in memory. */
  static FxTask<Outlook> look(
      BuildOptions.Sources sources, Found<SourceFacts> known, Optional<Inputs> inputs) {
    return new FxTask<>(
        "Looking at what there is to draw from",
        (progress, cancellation) -> outlook(sources, known, inputs, cancellation));
  }

  /** The same, at once. */
  static Outlook outlook(
      BuildOptions.Sources sources,
      Found<SourceFacts> known,
      Optional<Inputs> inputs,
      Cancellation cancellation) {
    Found<SourceFacts> facts =
        known.value().isPresent()
            ? known
            : found(() -> SourceFacts.of(sources.comparison(), sources.images()));
    if (facts.value().isEmpty() || inputs.isEmpty()) {
      return new Outlook(facts, Found.nothing());
    }
    Inputs given = inputs.get();
    return new Outlook(
        facts,
        found(
            () -> StudyPreview.of(given.sources(), given.readers(), given.chance(), cancellation)));
  }

  private static <T> Found<T> found(Supplier<T> work) {
    try {
      return Found.of(work.get());
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException e) {
      return Found.problem(PlainWords.of(e).sentence());
    }
  }

  /** Looks at every picture of the draw and runs the leak test. */
  static FxTask<Found<StudyRehearsal>> rehearse(Inputs inputs) {
    return new FxTask<>(
        "Looking at the pictures",
        (progress, cancellation) ->
            found(() ->
                StudyRehearsal.of(
                    inputs.sources(), inputs.readers(), inputs.chance(), progress, cancellation)));
  }

  /**
   * Builds and seals under a passphrase that it owns and wipes.
   *
   * @param sealed told on the worker's thread, also when someone wished to stop too late
   */
  static FxTask<BuiltStudy> seal(
      DesignServices services,
      BuildOptions options,
      Passphrase passphrase,
      Consumer<BuiltStudy> sealed) {
    return new FxTask<>(
        "Sealing the study",
        (progress, cancellation) -> {
          try (passphrase) {
            BuiltStudy built = services.build().build(options, passphrase, progress, cancellation);
            sealed.accept(built);
            return built;
          }
        });
  }

  /** Writes all reading files; the passphrase is wiped. */
  static FxTask<List<Packaging.Packed>> pack(
      DesignServices services, StudyLocation study, char[] passphrase) {
    return new FxTask<>(
        "Writing reading files",
        (progress, cancellation) -> {
          try (Passphrase secret = Passphrase.taking(passphrase)) {
            return new Packaging(services.office())
                .pack(
                    study,
                    Packaging.Order.ALL,
                    ReadingLock.standard(secret),
                    progress,
                    cancellation);
          }
        });
  }
}
