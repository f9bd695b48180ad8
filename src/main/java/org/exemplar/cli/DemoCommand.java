package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code exemplar demo}. */
@CommandLine.Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the main job once, for real, on the embedded radiographs. With a display it ends in the",
      "application, where you read as the last reader; without one, simulated readers do it all."
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

  DemoCommand(Surroundings surroundings, DemoEnding ending) {
    super(surroundings);
    this.ending = ending;
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    DemoFolder folder = DemoFolder.choose(out, Path.of("").toAbsolutePath());
    DemoRun demo = new DemoRun(folder, surroundings(), this::say, progress, cancellation);
    SecureDraw draw = new SecureDraw();
    String key = DemoFolder.drawPassphrase(draw);
    String reading = DemoFolder.drawPassphrase(draw);
    folder.writePassphrases(key, reading);
    demo.compare();
    List<Path> files = demo.study(key, reading);
    boolean window = !headless && ending.hasDisplay();
    demo.simulate(window ? files.subList(0, files.size() - 1) : files, reading);
    StudyLocation location = StudyLocation.of(folder.study());
    Path report = location.results().resolve("report.html");
    DemoResult result =
        new DemoResult(
            folder.path(),
            folder.comparison(),
            folder.study(),
            files,
            report,
            folder.passphrases());
    if (window) {
      say(
          "Opening the application: read as "
              + lastReader(files)
              + ", then take the file back and unblind.");
      say("Passphrases: " + folder.passphrases());
      ending.openWindow(result);
      summary(facts(result, List.of()));
    } else {
      demo.unblindAndAnalyse(key);
      List<Path> pictures = ending.takePictures(result, folder.pictures(), reading.toCharArray());
      say("Report:      " + report);
      pictures.forEach(picture -> say("Screenshot:  " + picture));
      summary(facts(result, pictures));
    }
  }

  private static String lastReader(List<Path> files) {
    return files.getLast().getFileName().toString().replace(".reading", "");
  }

  private static Map<String, Object> facts(DemoResult demo, List<Path> pictures) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("folder", demo.folder().toString());
    facts.put("comparison", demo.comparison().toString());
    facts.put("study", demo.study().toString());
    facts.put("report", demo.report().toString());
    facts.put("screenshots", pictures.stream().map(Path::toString).toList());
    facts.put("simulated", true);
    return facts;
  }
}
