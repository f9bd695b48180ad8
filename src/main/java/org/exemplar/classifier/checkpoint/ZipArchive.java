package org.exemplar.classifier.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.exemplar.classifier.pickle.PickleGlobals;
import org.exemplar.classifier.pickle.PickleReader;

/**
 * The zip container that {@code torch.save} and {@code torch.jit.save} write: one folder with
 * {@code data.pkl} and the storages under {@code data/}; TorchScript adds {@code constants.pkl} and
 * {@code code/}.
 */
final class ZipArchive implements AutoCloseable {
  private final ZipFile zip;
  private final String root;

  private ZipArchive(ZipFile zip, String root) {
    this.zip = zip;
    this.root = root;
  }

  static ZipArchive open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new BadCheckpointException("the file is cut off or damaged");
    }
    try {
      String data =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith("/data.pkl") || name.equals("data.pkl"))
              .findFirst()
              .orElseThrow(() -> new BadCheckpointException("it holds no data.pkl"));
      return new ZipArchive(zip, data.substring(0, data.length() - "data.pkl".length()));
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  boolean has(String name) {
    return zip.getEntry(root + name) != null;
  }

  /** Whether code travels with the tensors. */
  boolean isTorchScript() {
    return has("constants.pkl");
  }

  Object pickle(String name, PickleGlobals globals) throws IOException {
    return PickleReader.read(new ByteArrayInputStream(bytes(name)), globals);
  }

  Optional<String> text(String name) throws IOException {
    return has(name)
        ? Optional.of(new String(bytes(name), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  byte[] bytes(String name) throws IOException {
    ZipEntry entry = zip.getEntry(root + name);
    if (entry == null) {
      throw new BadCheckpointException("the part " + name + " is missing");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      var crc = new CRC32();
      crc.update(bytes);
      if (crc.getValue() != entry.getCrc() || bytes.length != entry.getSize()) {
        throw new BadCheckpointException("the part " + name + " is damaged");
      }
      return bytes;
    }
  }

  /** The storage {@code folder/key}; its size is checked before a tensor may point into it. */
  TensorStorage storage(String folder, String key, ElementType type, long elements) {
    ZipEntry entry = zip.getEntry(root + folder + key);
    if (entry == null || entry.getSize() < Math.multiplyExact(elements, type.bytes())) {
      throw new BadCheckpointException("the data of a tensor is missing or cut off");
    }
    return new Part(folder + key, type, elements);
  }

  private final class Part implements TensorStorage {
    private final String name;
    private final ElementType type;
    private final long elements;

    Part(String name, ElementType type, long elements) {
      this.name = name;
      this.type = type;
      this.elements = elements;
    }

    @Override
    public long elements() {
      return elements;
    }

    @Override
    public ElementType type() {
      return type;
    }

    @Override
    public ByteBuffer read() throws IOException {
      return ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
