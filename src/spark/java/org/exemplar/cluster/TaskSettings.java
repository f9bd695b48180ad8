package org.exemplar.cluster;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.TorchRuntime;

/**
 * What every task of a comparison must know, in a form that travels.
 *
 * @param input from image to input
 * @param findings outputs per image
 * @param engine where and how networks run
 * @param place where things lie, on every machine
 */
record TaskSettings(Input input, int findings, Engine engine, Places place)
    implements Serializable {

  /** {@link Preprocessing}. */
  record Input(int size, int channels, List<Double> mean, List<Double> deviation, String resize)
      implements Serializable {}

  /**
   * Where and how networks run.
   *
   * @param batch images in one call; 0: choose
   * @param threads of one task, at least 1
   */
  record Engine(Device device, Precision precision, int batch, int threads)
      implements Serializable {}

  /**
   * Where things lie.
   *
   * @param images the folder of images, or the list of their paths
   * @param cache for what can be made again
   */
  record Places(String images, String cache) implements Serializable {}

  static TaskSettings of(
      ComparisonOptions options, Preprocessing preprocessing, int findings, int threads) {
    ComparisonOptions.Machine machine = options.prediction().machine();
    return new TaskSettings(
        new Input(
            preprocessing.size(),
            preprocessing.channels(),
            preprocessing.mean(),
            preprocessing.deviation(),
            preprocessing.resize()),
        findings,
        new Engine(
            machine.device(),
            machine.precision(),
            machine.batch(),
            machine.threads() == 0 ? threads : machine.threads()),
        new Places(
            options.images().images().toAbsolutePath().toString(),
            options.place().cache().toAbsolutePath().toString()));
  }

  Preprocessing preprocessing() {
    return new Preprocessing(input.size, input.channels, input.mean, input.deviation, input.resize);
  }

  int size() {
    return input.size;
  }

  ComparisonOptions.Machine machine() {
    return new ComparisonOptions.Machine(
        engine.device, engine.precision, engine.batch, engine.threads);
  }

  /** The engine of this process, started or joined. */
  TorchRuntime runtime() {
    TorchRuntime runtime =
        TorchRuntime.start(cache().resolve("libtorch"), engine.device, engine.precision);
    runtime.threads(1);
    return runtime;
  }

  Path cache() {
    return Path.of(place.cache);
  }
}
