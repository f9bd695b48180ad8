package org.exemplar.classifier.images;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.jspecify.annotations.Nullable;

/**
 * Decoded and resized pictures of one size, kept over runs of the program: a pack of equally long
 * slots, and an index that names the content of each slot by the SHA-256 of its source file. The
 * whole folder may be deleted at any time.
 *
 * <p>An index record (digest, then checksum of the slot) is written after its slot, so a slot that
 * was cut short is never named; a slot whose checksum does not fit is made again. While one process
 * holds the pack, another gets an empty one of its own, which goes when it is closed.
 */
public final class GrayCache implements PictureStore, AutoCloseable {
  /** Changes when decoding or resizing gives other pixels for the same file. */
  private static final String RULES = "1";

  private static final int RECORD = 32 + Integer.BYTES;

  private final int slotBytes;
  private final Path folder;
  private final boolean shared;
  private final FileChannel pack;
  private final FileChannel index;
  private final Map<Sha256, Integer> slots = new HashMap<>();
  private final Map<Sha256, Integer> checksums = new HashMap<>();
  private int used;

  private GrayCache(Path folder, boolean shared, int size, Channels channels) throws IOException {
    this.folder = folder;
    this.shared = shared;
    this.slotBytes = size * size;
    this.pack = channels.pack;
    this.index = channels.index;
    readIndex();
  }

  private record Channels(FileChannel pack, FileChannel index) {}

  /**
   * Opens the cache for one size.
   *
   * @param root folder of all image caches
   * @param size side of a picture in pixels
   * @param limitBytes a pack that is larger than this when opened is begun anew
   * @throws Problem if the folder cannot be written
   */
  public static GrayCache open(Path root, int size, long limitBytes) {
    Path folder = root.resolve("gray-" + RULES + "-" + size);
    try {
      Files.createDirectories(folder);
      GrayCache shared = tryOpen(folder, size, limitBytes);
      if (shared != null) {
        return shared;
      }
      Path own = Files.createTempDirectory(root, "gray-own-");
      return new GrayCache(own, false, size, channels(own));
    } catch (IOException e) {
      throw new Problem(
          "The image cache "
              + folder
              + " cannot be used ("
              + e.getMessage()
              + "); make room or set EXEMPLAR_HOME to another folder.",
          e);
    }
  }

  private static @Nullable GrayCache tryOpen(Path folder, int size, long limitBytes)
      throws IOException {
    Channels channels = channels(folder);
    if (!locked(channels.index)) {
      channels.pack.close();
      channels.index.close();
      return null;
    }
    if (channels.pack.size() > limitBytes) {
      channels.index.truncate(0);
      channels.pack.truncate(0);
    }
    return new GrayCache(folder, true, size, channels);
  }

  private static boolean locked(FileChannel index) throws IOException {
    try {
      FileLock lock = index.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static Channels channels(Path folder) throws IOException {
    var options =
        new StandardOpenOption[] {
          StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE
        };
    FileChannel pack = FileChannel.open(folder.resolve("pictures.pack"), options);
    return new Channels(pack, FileChannel.open(folder.resolve("pictures.index"), options));
  }

  private void readIndex() throws IOException {
    int records = (int) Math.min(index.size() / RECORD, pack.size() / slotBytes);
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    for (int slot = 0; slot < records; slot++) {
      bytes.clear();
      while (bytes.hasRemaining()
          && index.read(bytes, (long) slot * RECORD + bytes.position()) >= 0) {}
      var digest = new byte[32];
      bytes.flip().get(digest);
      var key = new Sha256(HexFormat.of().formatHex(digest));
      slots.put(key, slot);
      checksums.put(key, bytes.getInt());
    }
    used = records;
    index.truncate((long) used * RECORD);
  }

  /**
   * The slot of a source file's picture, if it is there and whole.
   *
   * @return null when it has to be made
   */
  @Override
  public synchronized @Nullable Integer find(Sha256 source) {
    Integer slot = slots.get(source);
    if (slot == null) {
      return null;
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate(slotBytes);
      long at = (long) slot * slotBytes;
      while (bytes.hasRemaining() && pack.read(bytes, at + bytes.position()) >= 0) {}
      Integer expected = checksums.get(source);
      return expected != null && expected == checksum(bytes.array()) ? slot : null;
    } catch (IOException unreadable) {
      return null;
    }
  }

  /**
   * Keeps a picture.
   *
   * @param picture of this cache's size
   * @return its slot
   * @throws Problem if the disk is full
   */
  @Override
  public synchronized int add(Sha256 source, Gray8 picture) {
    byte[] values = picture.toBytes();
    if (values.length != slotBytes) {
      throw new IllegalArgumentException(picture.rows() + " x " + picture.columns());
    }
    try {
      int slot = used;
      write(pack, ByteBuffer.wrap(values), (long) slot * slotBytes);
      ByteBuffer bytes = ByteBuffer.allocate(RECORD).put(source.bytes());
      bytes.putInt(checksum(values)).flip();
      write(index, bytes, (long) slot * RECORD);
      used++;
      slots.put(source, slot);
      checksums.put(source, checksum(values));
      return slot;
    } catch (IOException e) {
      throw new Problem(
          "The image cache " + folder + " cannot be written (" + e.getMessage() + "); make room.",
          e);
    }
  }

  /**
   * Reads a picture that was found or added, as long as the cache is open.
   *
   * @param into one byte per pixel
   */
  void read(int slot, byte[] into) {
    ByteBuffer bytes = ByteBuffer.wrap(into);
    long at = (long) slot * slotBytes;
    try {
      while (bytes.hasRemaining() && pack.read(bytes, at + bytes.position()) >= 0) {}
    } catch (IOException e) {
      throw new Problem("The image cache " + folder + " cannot be read; try again.", e);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  private static int checksum(byte[] values) {
    var crc = new CRC32();
    crc.update(values);
    return (int) crc.getValue();
  }

  /**
   * Pictures mapped into memory: costs address space, not heap. Valid after the cache is closed.
   *
   * @param slotOfRow the slot of each row
   */
  public synchronized Pictures map(int[] slotOfRow) {
    try {
      MemorySegment mapped =
          pack.map(FileChannel.MapMode.READ_ONLY, 0, (long) used * slotBytes, Arena.ofAuto());
      return new Mapped(mapped, slotBytes, slotOfRow.clone());
    } catch (IOException e) {
      throw new Problem("The image cache " + folder + " cannot be mapped into memory.", e);
    }
  }

  /** Pictures by row. Thread-safe. */
  public static final class Mapped implements Pictures {
    private final MemorySegment mapped;
    private final int pictureBytes;
    private final int[] slotOfRow;

    private Mapped(MemorySegment mapped, int pictureBytes, int[] slotOfRow) {
      this.mapped = mapped;
      this.pictureBytes = pictureBytes;
      this.slotOfRow = slotOfRow;
    }

    @Override
    public int count() {
      return slotOfRow.length;
    }

    @Override
    public void copy(int row, byte[] into) {
      MemorySegment.copy(
          mapped,
          ValueLayout.JAVA_BYTE,
          (long) slotOfRow[row] * pictureBytes,
          into,
          0,
          pictureBytes);
    }
  }

  @Override
  public void close() {
    try {
      pack.close();
      index.close();
      if (!shared) {
        Files.deleteIfExists(folder.resolve("pictures.pack"));
        Files.deleteIfExists(folder.resolve("pictures.index"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new Problem("The image cache " + folder + " cannot be closed.", e);
    }
  }
}
