package org.exemplar.classifier.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.exemplar.classifier.network.NetworkGraph;
import org.exemplar.classifier.network.Recognition;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.network.UnknownNetworkException;
import org.exemplar.classifier.pickle.PickleFormatException;
import org.exemplar.problem.Problem;

/** Reads checkpoint files of every kind; refuses what cannot be used with one sentence. */
public final class CheckpointReader {
  private CheckpointReader() {}

  /**
   * Reads a checkpoint.
   *
   * @throws Problem if the file is missing, empty, damaged, hostile, of an unknown kind or network,
   *     or holds values that are not finite
   */
  public static Checkpoint read(Path file) {
    try {
      Checkpoint checkpoint = dispatch(file);
      requireFinite(checkpoint);
      requireVariances(checkpoint);
      return checkpoint;
    } catch (BadCheckpointException e) {
      throw new Problem(
          file + " cannot be used: " + e.getMessage() + "; save or copy the checkpoint again.", e);
    } catch (UnknownNetworkException e) {
      throw new Problem(
          file
              + " holds weights of a network that is not built in ("
              + e.getMessage()
              + "); save it as TorchScript with torch.jit.script(model).save(...).",
          e);
    } catch (PickleFormatException | EOFException e) {
      throw new Problem(
          file + " is damaged or no checkpoint (" + e.getMessage() + "); copy or save it again.",
          e);
    } catch (NoSuchFileException e) {
      throw new Problem("The checkpoint " + file + " is missing; check the path.", e);
    } catch (IOException e) {
      throw new Problem(file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (ArithmeticException | ClassCastException | IndexOutOfBoundsException e) {
      throw new Problem(file + " is damaged; copy or save the checkpoint again.", e);
    }
  }

  private static Checkpoint dispatch(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Problem(file + " is a folder; give the checkpoint file in it.");
    }
    if (Files.size(file) == 0) {
      throw new Problem(file + " is empty (0 bytes); copy or save the checkpoint again.");
    }
    return switch (Container.of(file)) {
      case ZIP -> zip(file);
      case LEGACY ->
          weights(
              file,
              "state dict (legacy)",
              StateDictReader.read(LegacyFile.read(file, file.toString())));
      case SAFETENSORS ->
          weights(
              file, "state dict (safetensors)", StateDictReader.read(SafetensorsFile.read(file)));
      case ONNX -> onnx(file);
      case TAR ->
          throw new Problem(
              file
                  + " is a tar archive, as PyTorch wrote before version 0.2; open it there with"
                  + " torch.load and save its state_dict again.");
      case SHARD_INDEX ->
          throw new Problem(
              file
                  + " lists the files that a checkpoint was split into; save the state dict as one"
                  + " file.");
      case UNKNOWN ->
          throw new Problem(
              file
                  + " is not a model file; give a TorchScript file, a PyTorch state dict or"
                  + " safetensors.");
    };
  }

  private static Checkpoint zip(Path file) throws IOException {
    try (ZipArchive zip = ZipArchive.open(file)) {
      if (zip.text("byteorder").filter(order -> order.strip().equals("big")).isPresent()) {
        throw new BadCheckpointException("it was written on a big-endian machine");
      }
      if (zip.isTorchScript()) {
        return new Checkpoint.Script(file, ScriptReader.read(zip, file.toString()));
      }
      var globals =
          new TorchGlobals(
              file.toString(), (key, type, count) -> zip.storage("data/", key, type, count));
      return weights(
          file, "state dict (zip)", StateDictReader.read(zip.pickle("data.pkl", globals)));
    }
  }

  private static Checkpoint weights(Path file, String kind, StateDictReader.Read read) {
    NetworkGraph graph = Recognition.recognise(read.tensors());
    String widened = read.widened().isEmpty() ? "" : ", widened from " + read.widened();
    return new Checkpoint.Weights(file, kind + widened, read.tensors(), graph);
  }

  private static Checkpoint onnx(Path file) throws IOException {
    OnnxGraph.Translated translated = OnnxGraph.of(OnnxFile.read(file));
    return new Checkpoint.Weights(file, "ONNX", translated.tensors(), translated.graph());
  }

  private static void requireFinite(Checkpoint checkpoint) {
    for (Map.Entry<String, Tensor> entry : checkpoint.tensors().entrySet()) {
      if (!entry.getValue().isFinite()) {
        throw new Problem(
            checkpoint.file()
                + " has values that are not numbers (NaN or infinite) in "
                + entry.getKey()
                + "; give a checkpoint from before the training diverged.");
      }
    }
  }

  /** A variance below zero gives NaN behind its root, which pooling may hide. */
  private static void requireVariances(Checkpoint checkpoint) {
    for (Map.Entry<String, Tensor> entry : checkpoint.tensors().entrySet()) {
      if (entry.getKey().endsWith("running_var")) {
        for (float variance : entry.getValue().values()) {
          if (variance < 0) {
            throw new Problem(
                checkpoint.file()
                    + " has a variance below zero in "
                    + entry.getKey()
                    + "; it is damaged: copy or save the checkpoint again.");
          }
        }
      }
    }
  }
}
