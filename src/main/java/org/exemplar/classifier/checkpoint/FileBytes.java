package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A stretch of a file. */
final class FileBytes {
  private FileBytes() {}

  /** Reads exactly {@code length} bytes; little-endian order is set. */
  static ByteBuffer read(Path file, long start, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (start < 0
          || length < 0
          || length > Integer.MAX_VALUE
          || start > channel.size() - length) {
        throw new BadCheckpointException("the data of a tensor is missing or cut off");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {}
      return bytes.flip();
    }
  }
}
