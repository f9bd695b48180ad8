package org.exemplar.classifier.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.problem.Problem;

/**
 * libtorch, started once per process and never over the network. Every setting that DJL reads
 * before it loads is made here.
 */
public final class TorchRuntime {
  private final ai.djl.Device device;
  private final Precision precision;
  private final String note;

  private TorchRuntime(ai.djl.Device device, Precision precision, String note) {
    this.device = device;
    this.precision = precision;
    this.note = note;
  }

  /** Starts the engine in float32. */
  public static TorchRuntime start(Path cache, Device wanted) {
    return start(cache, wanted, Precision.FLOAT32);
  }

  /**
   * Starts the engine, or joins the running one.
   *
   * @param cache folder where native libraries are unpacked on first use; what the system property
   *     {@code DJL_CACHE_DIR} says goes before
   * @param wanted where networks shall run
   * @param precision in which numbers; on a GPU the first start of a process decides whether TF32
   *     is used
   * @throws Problem if the engine cannot be loaded, or a GPU is demanded and none is usable
   */
  public static TorchRuntime start(Path cache, Device wanted, Precision precision) {
    if (wanted != Device.CPU) {
      Tf32Switch.set(precision);
    }
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    setIfAbsent("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
    setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
    LargePages.ask();
    Engine engine;
    try {
      Files.createDirectories(Path.of(System.getProperty("DJL_CACHE_DIR")));
      engine = Engine.getEngine("PyTorch");
    } catch (EngineException | UnsatisfiedLinkError | IOException e) {
      throw new Problem(
          "The PyTorch engine could not be started from "
              + System.getProperty("DJL_CACHE_DIR")
              + " ("
              + e.getMessage()
              + "); check that the folder can be written.",
          e);
    }
    boolean cpuBuild =
        System.getProperty("PYTORCH_LIBRARY_PATH") == null
            && System.getenv("PYTORCH_LIBRARY_PATH") == null;
    int gpus = wanted == Device.CPU ? 0 : engine.getGpuCount();
    DeviceChoice choice = DeviceChoice.of(wanted, gpus, cpuBuild, precision);
    return new TorchRuntime(
        choice.gpu() ? ai.djl.Device.gpu() : ai.djl.Device.cpu(), precision, choice.note());
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** {@code cpu} or {@code gpu}, as the manifest writes it. */
  public String device() {
    return device.isGpu() ? "gpu" : "cpu";
  }

  /** In which numbers networks calculate. */
  Precision precision() {
    return precision;
  }

  /** Which device was taken and why, for people. */
  public String note() {
    return note;
  }

  /**
   * Shares the work inside one operation over so many threads; for the whole process.
   *
   * @param threads at least 1
   */
  public void threads(int threads) {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  /**
   * Puts a checkpoint into the engine.
   *
   * @throws Problem if the engine refuses it
   */
  public Network load(Checkpoint checkpoint) {
    return switch (checkpoint) {
      case Checkpoint.Weights weights -> GraphNetwork.load(this, weights);
      case Checkpoint.Script script -> load(script);
    };
  }

  /** On a CPU the program's own form of a script's network is tried: it is faster. */
  private Network load(Checkpoint.Script script) {
    ScriptNetwork given = ScriptNetwork.load(this, script);
    if (device.isGpu() || precision == Precision.BF16) {
      return given;
    }
    return RebuiltScript.weights(script)
        .<Network>map(weights ->
            new RebuiltScript(weights.architecture(), given, GraphNetwork.load(this, weights)))
        .orElse(given);
  }

  PtNDManager newManager() {
    return (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
  }

  PtSymbolBlock compile(PtNDManager manager, String source) {
    try {
      return JniUtils.loadModule(
          manager, new ByteArrayInputStream(ScriptArchive.of(source)), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
