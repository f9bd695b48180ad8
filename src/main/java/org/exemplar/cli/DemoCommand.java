package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.demo.FilmFormat;
import org.exemplar.demo.FilmSet;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code exemplar demo}. */
@CommandLine.Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the main job once, for real, on synthetic chest films that it makes first.",
      "With a display it ends in the application, where you read as the last reader;",
      "without one, simulated readers do it all.",
      "With --films it only makes synthetic chest films with labels, for whatever you like."
    })
final class DemoCommand extends Command {
  private final DemoEnding ending;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: exemplar-demo here).")
  private @Nullable Path out;

  @Option(names = "--headless", description = "No window, even where there is a display.")
  private boolean headless;

  @ArgGroup(exclusive = false, heading = "Only films:%n")
  private @Nullable FilmOptions films;

  /** What kind of films. */
  static final class FilmOptions {
    @Option(names = "--films", required = true, paramLabel = "N", description = "How many.")
    private int count;

    @Option(
        names = "--side",
        paramLabel = "PIXELS",
        defaultValue = "1024",
        description = "Pixels on a side (default: ${DEFAULT-VALUE}).")
    private int side;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed, the same films (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "dicom",
        description = "dicom (12 bits) or png (16 bits); default: ${DEFAULT-VALUE}.")
    private @Nullable FilmFormat format;

    @Option(
        names = "--prevalence",
        paramLabel = "KIND",
        defaultValue = "compared",
        description = "training: a long tail; compared: a flatter one (default: ${DEFAULT-VALUE}).")
    private @Nullable Prevalence prevalence;
  }

  /** How often findings occur. */
  enum Prevalence {
    TRAINING,
    COMPARED
  }

  DemoCommand(Surroundings surroundings, DemoEnding ending) {
    super(surroundings);
    this.ending = ending;
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    if (films != null) {
      onlyFilms(films, progress, cancellation);
      return;
    }
    DemoFolder folder = DemoFolder.choose(out, Path.of("").toAbsolutePath());
    DemoRun demo = new DemoRun(folder, surroundings(), this::say, progress, cancellation);
    SecureDraw draw = new SecureDraw();
    String key = DemoFolder.drawPassphrase(draw);
    String reading = DemoFolder.drawPassphrase(draw);
    folder.writePassphrases(key, reading);
    demo.takeFilms();
    String imageId = demo.compare();
    List<Path> files = demo.study(key, reading);
    boolean window = !headless && ending.hasDisplay();
    Path unread = window ? files.getLast() : folder.keepUnread(files.getFirst());
    demo.simulate(window ? files.subList(0, files.size() - 1) : files, reading);
    DemoResult result =
        new DemoResult(
            folder.path(), folder.comparison(), demo.images(), imageId, folder.study(), unread);
    if (window) {
      readInTheWindow(result, folder);
    } else {
      finishWithoutWindow(demo, result, folder, key, reading);
    }
  }

  private void onlyFilms(FilmOptions wanted, Progress progress, Cancellation cancellation) {
    Path folder = (out == null ? Path.of("exemplar-films") : out).toAbsolutePath().normalize();
    FilmSet set =
        new FilmSet(
            new FilmSet.Order(
                wanted.count,
                wanted.side,
                wanted.seed,
                wanted.prevalence != Prevalence.TRAINING,
                wanted.format == FilmFormat.PNG ? FilmFormat.PNG : FilmFormat.DICOM),
            folder);
    set.make(Runtime.getRuntime().availableProcessors(), progress, cancellation);
    say("Films:  " + set.images());
    say("Labels: " + set.labels());
    summary(
        Map.of(
            "films",
            wanted.count,
            "images",
            set.images().toString(),
            "labels",
            set.labels().toString()));
  }

  private void readInTheWindow(DemoResult result, DemoFolder folder) {
    say("Opening the application. Next, as in a real study:");
    say("  1. Read: open " + result.unread());
    say("  2. Coordinate: open " + result.study() + ", take the file back, unblind");
    say("  3. Research: open the results, write the report");
    say("Passphrases: " + folder.passphrases());
    ending.openWindow(result);
    summary(facts(result, folder, List.of()));
  }

  private void finishWithoutWindow(
      DemoRun demo, DemoResult result, DemoFolder folder, String key, String reading) {
    demo.unblindAndAnalyse(key);
    List<Path> pictures = ending.takePictures(result, folder.pictures(), reading.toCharArray());
    folder.removeUnread();
    say("Report:      " + folder.report());
    pictures.forEach(picture -> say("Screenshot:  " + picture));
    summary(facts(result, folder, pictures));
  }

  private static Map<String, Object> facts(
      DemoResult demo, DemoFolder folder, List<Path> pictures) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("folder", demo.folder().toString());
    facts.put("comparison", demo.comparison().toString());
    facts.put("study", demo.study().toString());
    facts.put("report", folder.report().toString());
    facts.put("screenshots", pictures.stream().map(Path::toString).toList());
    facts.put("simulated", true);
    return facts;
  }
}
