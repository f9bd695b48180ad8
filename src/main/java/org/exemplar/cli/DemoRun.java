package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.audit.Stamp;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonResult;
import org.exemplar.classifier.sweep.ComparisonRun;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.Shifts;
import org.exemplar.conduct.Simulation;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.demo.DemoAssets;
import org.exemplar.demo.FilmFormat;
import org.exemplar.demo.FilmSet;
import org.exemplar.export.ComparisonFigures;
import org.exemplar.export.StudyResults;
import org.exemplar.folders.AppFolders;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSummary;
import org.exemplar.store.ReadingLock;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * The main job, once, for real, on films made for it: compare, build and seal, hand out, let
 * simulated readers rate. What a person does in the window happens here by the same classes.
 */
final class DemoRun {
  /** How many readers the demonstration's study has. */
  static final int READERS = 6;

  /** What films there are: enough that 5 % of them fill the PIE arm of the protocol. */
  private static final FilmSet.Order FILMS =
      new FilmSet.Order(450, 1024, 2023, true, FilmFormat.DICOM);

  /** By how many standard deviations simulated readers find a PIE worse. */
  private static final double EFFECT = 0.8;

  private static final long SIMULATION_SEED = 2023;

  private final DemoFolder folder;
  private final Surroundings surroundings;
  private final Consumer<String> say;
  private final Progress progress;
  private final Cancellation cancellation;

  DemoRun(
      DemoFolder folder,
      Surroundings surroundings,
      Consumer<String> say,
      Progress progress,
      Cancellation cancellation) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.say = say;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** The folder of the films. */
  Path images() {
    return films().images();
  }

  private FilmSet films() {
    return new FilmSet(FILMS, folder.films());
  }

  /** Makes the films, as many at a time as there are processors. */
  void takeFilms() {
    films().make(Runtime.getRuntime().availableProcessors(), progress, cancellation);
    say.accept(
        "Took: "
            + FILMS.count()
            + " synthetic chest films of "
            + FILMS.side()
            + " x "
            + FILMS.side()
            + " pixels, 12 bits");
  }

  /**
   * Prunes the shipped classifiers at 19 sparsities and finds the PIEs.
   *
   * @return the image with the lowest agreement
   */
  String compare() {
    DemoAssets assets = DemoAssets.in(surroundings.programFolder());
    ComparisonOptions.Place place =
        new ComparisonOptions.Place(
            folder.comparison(), AppFolders.ofThisSystem().cache(), Version.number());
    ComparisonOptions options =
        ComparisonOptions.of(images(), assets.checkpoints(), place)
            .with(new ComparisonOptions.Images(images(), films().labels(), false))
            .with(
                new ComparisonOptions.Models(
                    assets.checkpoints(), List.of(), assets.findings(), null))
            .with(
                new ComparisonOptions.Pruned(
                    PruningMethod.L1, 0, Sparsity.parseList("0.05:0.95:0.05"), null))
            .with(
                new ComparisonOptions.Prediction(
                    Preprocessing.PAPER.withSize(assets.side()),
                    false,
                    null,
                    ComparisonOptions.Machine.AUTO));
    ComparisonResult result = ComparisonRun.run(options, progress, cancellation);
    PieResults results = PieAnalysis.run(result.folder(), PieOptions.PAPER, progress, cancellation);
    var _ = ComparisonFigures.write(results, result.folder().path().resolve("figures"));
    PieSummary pies = results.summary();
    say.accept(
        "Compared: "
            + assets.checkpoints().size()
            + " networks, dense and pruned at 19 sparsities, on "
            + result.folder().manifest().images().used()
            + " radiographs; "
            + pies.pies().size()
            + " PIEs at sparsity "
            + pies.criterion().text());
    return pies.pies().getFirst();
  }

  /** Draws, blinds, seals and packages the study of the protocol at the program's root. */
  List<Path> study(String keyPassphrase, String readingPassphrase) {
    Path protocol = surroundings.programFolder().resolve("reader-study-protocol.md");
    List<ReaderId> readers =
        IntStream.rangeClosed(1, READERS).mapToObj(i -> new ReaderId("R0" + i)).toList();
    BuildOptions options =
        BuildOptions.of(
            new BuildOptions.Sources(folder.comparison(), images(), protocol),
            readers,
            OptionalLong.empty(),
            folder.study());
    StudyLocation location;
    try (Passphrase passphrase = Passphrase.of(keyPassphrase)) {
      BuiltStudy built =
          StudyBuild.standard(surroundings.clock(), Version.number())
              .build(options, passphrase, progress, cancellation);
      folder.writeShifts(built.arms(), EFFECT);
      location = StudyLocation.of(built.folder());
      say.accept("Sealed: a blinded study of " + built.arms().size() + " cases");
    }
    try (Passphrase passphrase = Passphrase.of(readingPassphrase)) {
      List<Path> files =
          new Packaging(office())
                  .pack(
                      location,
                      Packaging.Order.ALL,
                      ReadingLock.standard(passphrase),
                      progress,
                      cancellation)
                  .stream()
                  .map(Packaging.Packed::file)
                  .toList();
      say.accept("Handed out: " + files.size() + " reading files");
      return files;
    }
  }

  /** Lets simulated readers rate these files and takes the files back. */
  void simulate(List<Path> files, String readingPassphrase) {
    try (Passphrase passphrase = Passphrase.of(readingPassphrase)) {
      new Simulation(surroundings.clock(), Version.number())
          .rate(
              files,
              new Simulation.Behaviour(
                  SIMULATION_SEED, Shifts.read(folder.shifts()), Integer.MAX_VALUE),
              passphrase,
              progress,
              cancellation);
    }
    MergeReport report =
        new Merge(office())
            .merge(
                StudyLocation.of(folder.study()), new ArrayList<>(files), progress, cancellation);
    say.accept(
        "Read by "
            + files.size()
            + " simulated readers (marked as such) and taken back: "
            + report.newAnswers()
            + " answers");
  }

  /** Opens the key, analyses, and writes the results into the study. */
  void unblindAndAnalyse(String keyPassphrase) {
    StudyLocation location = StudyLocation.of(folder.study());
    try (Passphrase passphrase = Passphrase.of(keyPassphrase)) {
      new Unblinding("coordinator", surroundings.clock())
          .unblind(location, location.key(), passphrase, "demonstration: all readings returned");
      StudyResults.open(
              location,
              new StudyResults.Opening(
                  location.key(),
                  passphrase,
                  "analyze",
                  new Stamp("statistician", surroundings.clock().instant()),
                  Version.number()),
              progress,
              cancellation)
          .write(location.results());
      say.accept("Unblinded and analysed; every page says that the ratings are simulated");
    }
  }

  private Office office() {
    return Office.coordinator(surroundings.clock(), Version.number());
  }
}
