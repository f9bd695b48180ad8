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
import org.exemplar.problem.Problem;

/**
 * libtorch, started once per process and never over the network. Every setting that DJL reads
 * before it loads is made here.
 */
public final class TorchRuntime {
  private final ai.djl.Device device;
  private final String note;

  private TorchRuntime(ai.djl.Device device, String note) {
    this.device = device;
    this.note = note;
  }

  /**
   * Starts the engine, or joins the running one.
   *
   * @param cache folder where native libraries are unpacked on first use; what the system property
   *     {@code DJL_CACHE_DIR} says goes before
   * @param wanted where networks shall run
   * @throws Problem if the engine cannot be loaded, or a GPU is demanded and none is usable
   */
  public static TorchRuntime start(Path cache, Device wanted) {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    setIfAbsent("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
    setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
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
    return choose(engine, wanted);
  }

  private static TorchRuntime choose(Engine engine, Device wanted) {
    if (wanted == Device.CPU) {
      return new TorchRuntime(ai.djl.Device.cpu(), "CPU, as asked");
    }
    if (engine.getGpuCount() > 0) {
      return new TorchRuntime(ai.djl.Device.gpu(), "GPU");
    }
    String why =
        System.getProperty("PYTORCH_LIBRARY_PATH") == null
                && System.getenv("PYTORCH_LIBRARY_PATH") == null
            ? "this is the CPU build of libtorch; PYTORCH_LIBRARY_PATH names no other"
            : "libtorch found no usable CUDA device or driver";
    if (wanted == Device.GPU) {
      throw new Problem("No GPU can be used: " + why + "; run with --device cpu.");
    }
    return new TorchRuntime(ai.djl.Device.cpu(), "CPU: " + why);
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
      case Checkpoint.Script script -> ScriptNetwork.load(this, script);
    };
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
