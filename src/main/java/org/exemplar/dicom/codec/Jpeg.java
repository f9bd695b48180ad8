package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.Samples;
import org.jspecify.annotations.Nullable;

/**
 * JPEG frames of one component: sequential DCT with 8 or 12 bits (processes 1, 2 and 4) and
 * lossless (process 14, every predictor), Huffman-coded (ITU-T T.81). Lossless frames may have
 * three.
 */
public final class Jpeg {
  private static final int DQT = 0xDB;
  private static final int DHT = 0xC4;
  private static final int DRI = 0xDD;
  private static final int LOSSLESS = 0xC3;

  private final byte[] data;
  private final FrameShape shape;
  private final JpegSegments segments;
  private final int[] @Nullable [] quantisation = new int[4][];
  private final @Nullable HuffmanTable[] tables = new HuffmanTable[8];
  private int restartInterval;
  private int process = -1;
  private int bits;
  private int[] componentIds = new int[0];
  private int quantiser;

  private Jpeg(byte[] data, FrameShape shape) throws CodecException {
    this.data = data;
    this.shape = shape;
    this.segments = new JpegSegments(data);
  }

  /**
   * @param frame one compressed frame
   * @param shape what the header says
   * @return unsigned samples of the codestream's own precision
   */
  public static Samples decode(byte[] frame, FrameShape shape) throws CodecException {
    return new Jpeg(frame, shape).decode();
  }

  private Samples decode() throws CodecException {
    while (true) {
      int marker = segments.next();
      switch (marker) {
        case DQT -> readQuantisation();
        case DHT -> readHuffman();
        case DRI -> restartInterval = segments.take2();
        case 0xC0, 0xC1, LOSSLESS -> readFrame(marker);
        case 0xC2, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
            throw new CodecException("its JPEG process is not one that DICOM allows");
        case JpegSegments.SOS -> {
          return readScan();
        }
        default -> {}
      }
    }
  }

  private void readQuantisation() throws CodecException {
    while (segments.remaining() > 0) {
      int head = segments.take();
      int[] table = new int[64];
      for (int i = 0; i < 64; i++) {
        table[i] = head >> 4 == 0 ? segments.take() : segments.take2();
      }
      quantisation[head & 3] = table;
    }
  }

  private void readHuffman() throws CodecException {
    while (segments.remaining() > 0) {
      int head = segments.take();
      tables[((head >> 4) & 1) * 4 + (head & 3)] = HuffmanTable.read(segments);
    }
  }

  private void readFrame(int marker) throws CodecException {
    process = marker;
    bits = segments.take();
    int rows = segments.take2();
    int columns = segments.take2();
    componentIds = new int[segments.take()];
    shape.requireSize(rows, columns, componentIds.length);
    boolean lossless = marker == LOSSLESS;
    shape.requirePlausible(data.length, lossless ? 8 : 256);
    if (lossless ? (bits < 2 || bits > 16) : (bits != 8 && bits != 12)) {
      throw new CodecException("its compressed samples have " + bits + " bits");
    }
    if (!lossless && componentIds.length != 1) {
      throw new CodecException("it is a colour JPEG of a kind that is not supported");
    }
    for (int i = 0; i < componentIds.length; i++) {
      componentIds[i] = segments.take();
      int sampling = segments.take();
      quantiser = segments.take() & 3;
      if (componentIds.length > 1 && sampling != 0x11) {
        throw new CodecException("its colours are subsampled");
      }
    }
  }

  private Samples readScan() throws CodecException {
    int count = segments.take();
    if (process < 0 || count != componentIds.length) {
      throw new CodecException("its compressed data begin before they are described");
    }
    int[] selectors = new int[count];
    for (int i = 0; i < count; i++) {
      if (segments.take() != componentIds[i]) {
        throw new CodecException("its compressed colours are out of order");
      }
      selectors[i] = segments.take();
    }
    int start = segments.take();
    segments.take();
    int shift = segments.take() & 0xF;
    JpegBits stream = new JpegBits(data, segments.end());
    if (process == LOSSLESS) {
      HuffmanTable[] differences = new HuffmanTable[count];
      for (int i = 0; i < count; i++) {
        differences[i] = table((selectors[i] >> 4) & 3);
      }
      JpegLossless scan = new JpegLossless(shape, stream, differences, restartInterval);
      return new Samples(
          shape.rows(), shape.columns(), count, bits, scan.decode(bits, start, shift));
    }
    int[] quantisers = quantisation[quantiser];
    if (quantisers == null) {
      throw new CodecException("its quantisation table is missing");
    }
    JpegSequential scan =
        new JpegSequential(
            shape,
            stream,
            table((selectors[0] >> 4) & 3),
            table(4 + (selectors[0] & 3)),
            quantisers);
    return new Samples(shape.rows(), shape.columns(), 1, bits, scan.decode(bits, restartInterval));
  }

  private HuffmanTable table(int index) throws CodecException {
    HuffmanTable table = tables[index];
    if (table == null) {
      throw new CodecException("a code table of its compressed data is missing");
    }
    return table;
  }
}
