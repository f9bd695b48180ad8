package org.exemplar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.classifier.checkpoint.CheckpointInspection;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.StoredDigest;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code exemplar inspect}: what checkpoints and images are, and what would go wrong. */
@CommandLine.Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Says what a checkpoint or an image is, and what would go wrong with it.")
final class InspectCommand extends Command {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Checkpoints and images.")
  private List<Path> files = new ArrayList<>();

  InspectCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    RadiographFiles radiographs = RadiographFiles.installed();
    List<Map<String, Object>> facts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      cancellation.throwIfRequested();
      try {
        Map<String, Object> fact = inspect(file, radiographs);
        fact.forEach((name, value) -> say(String.format(Locale.ROOT, "%-16s %s", name, value)));
        say("");
        facts.add(fact);
      } catch (Problem e) {
        problems.add(String.valueOf(e.getMessage()));
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("file", file.toString());
        fact.put("error", e.getMessage());
        facts.add(fact);
      }
    }
    summary(facts);
    if (!problems.isEmpty()) {
      throw new Problem(String.join(" ", problems));
    }
  }

  private static Map<String, Object> inspect(Path file, RadiographFiles radiographs) {
    if (!Files.isRegularFile(file)) {
      throw new Problem("There is no file " + file + "; check its name.");
    }
    return CheckpointInspection.looksLikeOne(file) || !radiographs.recognises(file)
        ? checkpoint(CheckpointInspection.of(file))
        : image(file, radiographs.inspect(file, new RunningDigest()));
  }

  private static Map<String, Object> checkpoint(CheckpointInspection inspection) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("file", inspection.file().toString());
    fact.put("kind", inspection.kind());
    fact.put("sha256", inspection.sha256());
    fact.put("architecture", inspection.architecture());
    fact.put("findings", inspection.weights().findings());
    fact.put("parameters", inspection.weights().parameters());
    fact.put("prunable", inspection.weights().prunable());
    fact.put("sparsity", inspection.weights().sparsity());
    fact.put("warnings", inspection.warnings());
    return fact;
  }

  private static Map<String, Object> image(Path file, ImageInspection inspection) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("file", file.toString());
    fact.put("kind", inspection.kind());
    fact.put("sha256", Sha256.ofFile(file).hex());
    fact.put("rows", inspection.shape().rows());
    fact.put("columns", inspection.shape().columns());
    fact.put("frames", inspection.shape().frames());
    fact.put("transfer_syntax", inspection.encoding().transferSyntax());
    fact.put("photometric", inspection.encoding().photometric());
    fact.put("bits_stored", inspection.encoding().bitsStored());
    fact.put("stored_sha256", inspection.stored().sha256());
    fact.put("stored_min", inspection.stored().min());
    fact.put("stored_max", inspection.stored().max());
    fact.put("stored_mean", inspection.stored().mean());
    fact.put("warnings", inspection.warnings());
    return fact;
  }

  /** The program's digest, lent to the room of radiographs. */
  private static final class RunningDigest implements StoredDigest {
    private final Sha256.Running running = Sha256.running();

    @Override
    public void update(byte[] bytes, int offset, int length) {
      running.add(bytes, offset, length);
    }

    @Override
    public String hex() {
      return running.digest().hex();
    }
  }
}
