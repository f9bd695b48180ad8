package org.exemplar.classifier.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript file in memory: one module {@code __torch__.Net} without tensors, and its code. The
 * layout is what {@code torch.jit.save} writes: stored zip entries, {@code data.pkl}, {@code
 * constants.pkl}, {@code version}, {@code code/}.
 */
final class ScriptArchive {
  private static final String ROOT = "net/";

  private ScriptArchive() {}

  /**
   * Packs the source of {@code class Net(Module)}.
   *
   * @param source serialised TorchScript, with the attribute {@code training : bool}
   */
  static byte[] of(String source) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "data.pkl", module());
      add(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      add(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      add(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The pickle of {@code Net()} with {@code training = False}. */
  private static byte[] module() {
    String text = "\u0080\u0002c__torch__\nNet\n)\u0081}(X\b\0\0\0training\u0089ub.";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    var crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
