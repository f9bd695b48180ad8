package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a checkpoint before hours of work begin.
 *
 * @param file as given
 * @param channels planes of the input; 0 when the file does not tell
 * @param findings width of the output; 0 when the file does not tell
 */
public record RunFacts(Path file, Sha256 sha256, String architecture, int channels, int findings) {

  /**
   * Reads every checkpoint once, so that a bad one is refused at once.
   *
   * @param architecture what they must be, or null
   */
  static List<RunFacts> readAll(
      List<Path> files,
      @Nullable String architecture,
      Progress progress,
      Cancellation cancellation) {
    var all = new ArrayList<RunFacts>();
    for (Path file : files) {
      cancellation.throwIfRequested();
      progress.report("Checking models", all.size(), files.size());
      RunFacts facts = read(file);
      facts.requireArchitecture(architecture);
      if (!all.isEmpty()) {
        facts.requireLike(all.getFirst());
      }
      all.add(facts);
    }
    progress.report("Checking models", all.size(), files.size());
    return all;
  }

  private static RunFacts read(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    return new RunFacts(
        file,
        Sha256.ofFile(file),
        checkpoint.architecture(),
        checkpoint.channels(),
        checkpoint.findings());
  }

  /**
   * Reads the checkpoint for its work.
   *
   * @throws Problem if it is no longer the file it was
   */
  public Checkpoint readAgain() {
    Checkpoint checkpoint = CheckpointReader.read(file);
    if (!Sha256.ofFile(file).equals(sha256)) {
      throw new Problem(file + " changed while the comparison ran; start it again.");
    }
    return checkpoint;
  }

  /** Whether it is TorchScript, whose file does not tell the width of its output for certain. */
  boolean isScript() {
    return architecture.equals(Checkpoint.Script.ARCHITECTURE);
  }

  private void requireArchitecture(@Nullable String wanted) {
    if (wanted != null && !plain(architecture).startsWith(plain(wanted))) {
      throw new Problem(
          file
              + " is "
              + architecture
              + ", not "
              + wanted
              + "; leave --architecture out or give"
              + " the right file.");
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private void requireLike(RunFacts first) {
    boolean told = findings > 0 && first.findings > 0 && !isScript() && !first.isScript();
    if (told && findings != first.findings) {
      throw new Problem(
          file
              + " gives "
              + findings
              + " outputs, but "
              + first.file
              + " gives "
              + first.findings
              + "; compare networks with the same findings.");
    }
    if (channels > 0 && first.channels > 0 && channels != first.channels) {
      throw new Problem(
          file
              + " takes "
              + channels
              + " channels, but "
              + first.file
              + " takes "
              + first.channels
              + "; compare networks with the same input.");
    }
  }
}
