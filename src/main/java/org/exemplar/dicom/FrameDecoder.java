package org.exemplar.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.exemplar.dicom.codec.FrameShape;
import org.exemplar.dicom.codec.Jpeg;
import org.exemplar.dicom.codec.Jpeg2000;
import org.exemplar.dicom.codec.JpegLs;
import org.exemplar.dicom.codec.RunLength;
import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.OpenCv;
import org.exemplar.radiograph.codec.Samples;

/** Stored values of a file's frames, one frame at a time. */
final class FrameDecoder {
  private final TransferSyntax syntax;
  private final PixelDescription description;
  private final PixelData pixels;
  private final List<String> warnings;

  /**
   * @param warnings what decoding has to say is added here
   */
  FrameDecoder(DicomFile file, PixelDescription description, List<String> warnings)
      throws DicomFault {
    PixelData there = file.pixels();
    if (there == null) {
      throw new DicomFault("it holds no pixel data");
    }
    this.syntax = file.syntax();
    this.description = description;
    this.pixels = there;
    this.warnings = warnings;
  }

  /**
   * @param frame from 0
   * @return {@code rows × columns × samples} stored values, interleaved, sign-extended when signed
   */
  short[] decode(int frame) throws DicomFault {
    if (syntax.coding() == TransferSyntax.Coding.NATIVE) {
      return nativeFrame(frame);
    }
    try {
      return stored(decompressed(compressed(frame)));
    } catch (CodecException refused) {
      throw new DicomFault(refused.getMessage() + "", refused);
    }
  }

  /** Stored values of decoded samples, in place; says how many are beyond the stored bits. */
  private short[] stored(Samples samples) {
    PixelDescription.Bits bits = description.bits();
    boolean kept = syntax.overshoots();
    int width =
        kept
            ? Math.clamp(samples.bits(), bits.stored(), 8 * description.shape().bytesPerSample())
            : bits.stored();
    short[] values = samples.values();
    int beyond = 0;
    for (int i = 0; i < values.length; i++) {
      short value = bits.ofDecoded(values[i], width);
      if (kept ? bits.exceeds(value) : value != values[i]) {
        beyond++;
      }
      values[i] = value;
    }
    if (beyond > 0 && (kept || (lossyJpeg() && !bits.signed()))) {
      warnings.add(
          kept
              ? "Lossy compression left "
                  + beyond
                  + " of its pixels a little beyond what its bits can say; they are kept."
              : "Lossy compression left "
                  + beyond
                  + " of its pixels brighter than its bits can say; they wrap around to dark.");
    }
    return values;
  }

  private Samples decompressed(byte[] coded) throws CodecException {
    FrameShape shape = description.shape();
    return switch (syntax.coding()) {
      case RUN_LENGTH -> RunLength.decode(coded, shape);
      case JPEG_LS -> JpegLs.decode(coded, shape);
      case JPEG_2000 -> Jpeg2000.decode(coded, shape);
      case JPEG -> lossyColour() ? colourJpeg(coded, shape) : Jpeg.decode(coded, shape);
      case NATIVE -> throw new IllegalStateException("native pixels are not compressed");
    };
  }

  private boolean lossyColour() {
    return description.shape().samples() == 3 && lossyJpeg();
  }

  private boolean lossyJpeg() {
    return syntax == TransferSyntax.JPEG_BASELINE || syntax == TransferSyntax.JPEG_EXTENDED;
  }

  private static Samples colourJpeg(byte[] coded, FrameShape shape) throws CodecException {
    Samples samples = OpenCv.decode(coded);
    if (samples.rows() != shape.rows()
        || samples.columns() != shape.columns()
        || samples.channels() != shape.samples()) {
      throw new CodecException("its compressed picture is not of the size its header announces");
    }
    return samples;
  }

  private short[] nativeFrame(int frame) throws DicomFault {
    FrameShape shape = description.shape();
    boolean halved = description.photometric().equals("YBR_FULL_422");
    if (halved && (shape.bytesPerSample() != 1 || shape.columns() % 2 != 0)) {
      throw new DicomFault("its colours are subsampled in a way that no standard knows");
    }
    long count = halved ? shape.count() / 3 * 2 : shape.count();
    long frameBytes = count * shape.bytesPerSample();
    long wanted = frameBytes * description.frames();
    PixelData.Fragment all = pixels.fragments().getFirst();
    if (all.length() < wanted) {
      throw new DicomFault(
          "its pixel data are too short (" + all.length() + " of " + wanted + " bytes)");
    }
    short[] values = new short[Math.toIntExact(count)];
    int offset = Math.toIntExact(all.offset() + frame * frameBytes);
    if (shape.bytesPerSample() == 1) {
      bytes(offset, values);
    } else {
      words(offset, values);
    }
    if (halved) {
      return withBothColours(values);
    }
    return description.planar() ? interleaved(values, shape.samples()) : values;
  }

  private void bytes(int offset, short[] values) {
    byte[] source = pixels.source();
    int swap = pixels.swappedPairs() ? 1 : 0;
    PixelDescription.Bits bits = description.bits();
    for (int i = 0; i < values.length; i++) {
      int at = Math.min(offset + (i ^ swap), source.length - 1);
      values[i] = bits.ofRaw(source[at] & 0xFF);
    }
  }

  private void words(int offset, short[] values) {
    byte[] source = pixels.source();
    boolean big = syntax == TransferSyntax.EXPLICIT_BIG;
    int low = offset + (big ? 1 : 0);
    int high = offset + (big ? 0 : 1);
    PixelDescription.Bits bits = description.bits();
    for (int i = 0; i < values.length; i++) {
      values[i] = bits.ofRaw(((source[high + 2 * i] & 0xFF) << 8) | (source[low + 2 * i] & 0xFF));
    }
  }

  /** Pairs of pixels that share their colour, Y Y Cb Cr, as pixels (DICOM PS3.3 C.7.6.3.1.2). */
  private static short[] withBothColours(short[] pairs) {
    short[] values = new short[pairs.length / 2 * 3];
    for (int from = 0, to = 0; from < pairs.length; from += 4, to += 6) {
      for (int pixel = 0; pixel < 2; pixel++) {
        values[to + 3 * pixel] = pairs[from + pixel];
        values[to + 3 * pixel + 1] = pairs[from + 2];
        values[to + 3 * pixel + 2] = pairs[from + 3];
      }
    }
    return values;
  }

  private static short[] interleaved(short[] planes, int samples) {
    short[] values = new short[planes.length];
    int plane = planes.length / samples;
    for (int i = 0; i < plane; i++) {
      for (int sample = 0; sample < samples; sample++) {
        values[i * samples + sample] = planes[sample * plane + i];
      }
    }
    return values;
  }

  private byte[] compressed(int frame) throws DicomFault {
    List<PixelData.Fragment> fragments = pixels.fragments();
    if (description.frames() == 1) {
      return joined(fragments);
    }
    if (fragments.size() == description.frames()) {
      return joined(List.of(fragments.get(frame)));
    }
    List<Long> offsets = pixels.offsetTable();
    if (offsets.size() != description.frames()) {
      throw new DicomFault(
          "it has "
              + description.frames()
              + " frames in "
              + fragments.size()
              + " fragments and does not say which belong together");
    }
    long from = offsets.get(frame);
    long to = frame + 1 < offsets.size() ? offsets.get(frame + 1) : Long.MAX_VALUE;
    int base = fragments.getFirst().offset() - 8;
    List<PixelData.Fragment> own =
        fragments.stream()
            .filter(one -> one.offset() - 8 - base >= from && one.offset() - 8 - base < to)
            .toList();
    if (own.isEmpty()) {
      throw new DicomFault("its frames overlap");
    }
    return joined(own);
  }

  private byte[] joined(List<PixelData.Fragment> fragments) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (PixelData.Fragment fragment : fragments) {
      joined.write(pixels.source(), fragment.offset(), fragment.length());
    }
    return joined.toByteArray();
  }
}
