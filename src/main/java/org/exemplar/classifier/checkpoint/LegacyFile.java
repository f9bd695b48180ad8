package org.exemplar.classifier.checkpoint;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.pickle.PickleReader;
import org.jspecify.annotations.Nullable;

/**
 * The container that {@code torch.save} wrote before PyTorch 1.6: a magic number, a protocol
 * number, facts about the machine, the object, the keys of the storages, each as a pickle; then
 * every storage as a count and its raw values.
 */
final class LegacyFile {
  static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Object PROTOCOL = 1001L;

  private final Path file;
  private final Map<String, Block> blocks = new HashMap<>();

  private LegacyFile(Path file) {
    this.file = file;
  }

  /** The object in the file; its tensors are read when asked for, so the file has to stay. */
  static Object read(Path file, String shownName) throws IOException {
    return new LegacyFile(file).read(shownName);
  }

  private Object read(String shownName) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        var in = new Counting(Channels.newInputStream(channel))) {
      var globals = new TorchGlobals(shownName, this::block);
      Object magic = PickleReader.read(in, globals);
      if (!MAGIC.equals(magic) || !PROTOCOL.equals(PickleReader.read(in, globals))) {
        throw new BadCheckpointException("it is of an unknown format");
      }
      if (!(PickleReader.read(in, globals) instanceof Map<?, ?> machine)
          || !Boolean.TRUE.equals(machine.get("little_endian"))) {
        throw new BadCheckpointException("it was written on a big-endian machine");
      }
      Object root = PickleReader.read(in, globals);
      if (!(PickleReader.read(in, globals) instanceof List<?> keys)) {
        throw new BadCheckpointException("it has no list of storages");
      }
      locate(keys, in.position(), channel);
      return root;
    }
  }

  private void locate(List<?> keys, long start, FileChannel channel) throws IOException {
    long position = start;
    for (Object key : keys) {
      ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (count.hasRemaining() && channel.read(count, position + count.position()) >= 0) {}
      Block block = blocks.get(String.valueOf(key));
      if (block == null || count.hasRemaining() || count.getLong(0) != block.elements) {
        throw new BadCheckpointException("the data of a tensor is missing or cut off");
      }
      block.start = position + Long.BYTES;
      position = block.start + Math.multiplyExact(block.elements, block.type.bytes());
      if (position > channel.size()) {
        throw new BadCheckpointException("the file is cut off");
      }
    }
  }

  private TensorStorage block(String key, ElementType type, long elements) {
    return blocks.computeIfAbsent(key, _ -> new Block(file, type, elements));
  }

  private static final class Block implements TensorStorage {
    private final Path file;
    private final ElementType type;
    private final long elements;
    private long start = -1;

    Block(Path file, ElementType type, long elements) {
      this.file = file;
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
      return FileBytes.read(file, start, Math.multiplyExact(elements, type.bytes()));
    }
  }

  private static final class Counting extends FilterInputStream {
    private long position;

    Counting(InputStream in) {
      super(new BufferedInputStream(in, 1 << 16));
    }

    long position() {
      return position;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      position += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte @Nullable [] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      position += Math.max(0, count);
      return count;
    }
  }
}
