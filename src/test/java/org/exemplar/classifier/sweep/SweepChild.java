package org.exemplar.classifier.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.torch.Device;
import org.exemplar.task.Cancellation;

/**
 * A comparison in a process of its own, so that a test can kill it. Prints a line for every report
 * of progress, and at the end how many tables it made.
 */
final class SweepChild {
  private SweepChild() {}

  /** Arguments: images, out, cache, size, sparsities, findings, models… */
  public static void main(String[] args) {
    List<Path> models = Stream.of(args).skip(6).map(Path::of).toList();
    ComparisonOptions options =
        ComparisonOptions.of(
                Path.of(args[0]),
                models,
                new ComparisonOptions.Place(Path.of(args[1]), Path.of(args[2]), "test"))
            .with(new ComparisonOptions.Models(models, List.of(), Path.of(args[5]), null))
            .with(
                new ComparisonOptions.Pruned(
                    PruningMethod.L1, 0, Sparsity.parseList(args[4]), null))
            .with(
                new ComparisonOptions.Prediction(
                    Preprocessing.PAPER.withSize(Integer.parseInt(args[3])),
                    false,
                    null,
                    ComparisonOptions.Machine.of(Device.CPU).with(8, 2)));
    ComparisonResult result =
        ComparisonRun.run(
            options,
            (stage, done, total) -> System.out.println(stage + " " + done),
            new Cancellation());
    System.out.println("made " + result.tablesMade());
    System.out.println("largest heap " + Runtime.getRuntime().totalMemory());
  }
}
