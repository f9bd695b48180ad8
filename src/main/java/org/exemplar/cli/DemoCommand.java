package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
