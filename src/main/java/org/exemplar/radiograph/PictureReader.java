package org.exemplar.radiograph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.GrayBytes;
import org.exemplar.radiograph.codec.GrayPng;
import org.exemplar.radiograph.codec.JpegEnding;
import org.exemplar.radiograph.codec.OpenCv;
import org.exemplar.radiograph.codec.PngSamples;
import org.exemplar.radiograph.codec.Samples;

/**
 * PNG and JPEG. Eight bits are ready to show as they are; sixteen are shown over the range of their
 * values. Colour is taken for gray where its channels are equal and turned to luminance, with a
 * warning, where they are not.
 */
public final class PictureReader implements RadiographReader {
  /** For {@link java.util.ServiceLoader}. */
  public PictureReader() {}

  @Override
  public boolean canRead(Path file, byte[] head) {
    return PngSamples.recognises(head) || isJpeg(head);
  }

  @Override
  public Gray8 gray8(Path file, byte[] content) {
    requireOwnName(file, content);
    try {
      requireWhole(content);
      Optional<GrayBytes> plain = GrayPng.decode(content);
      GrayBytes gray = plain.isPresent() ? plain.get() : OpenCv.decodeGray8(content);
      return Gray8.of(gray.rows(), gray.columns(), gray.values());
    } catch (CodecException refused) {
      throw unreadable(file, content, refused);
    }
  }

  @Override
  public Gray8 gray8(Path file, byte[] content, int rows, int columns) {
    requireOwnName(file, content);
    try {
      requireWhole(content);
      Optional<GrayBytes> plain = GrayPng.decode(content);
      if (plain.isPresent()) {
        GrayBytes gray = plain.get();
        return BilinearResize.to(
            Gray8.of(gray.rows(), gray.columns(), gray.values()), rows, columns);
      }
      return Gray8.of(rows, columns, OpenCv.decodeGray8(content, rows, columns));
    } catch (CodecException refused) {
      throw unreadable(file, content, refused);
    }
  }

  @Override
  public Radiograph read(Path file, byte[] content) {
    requireOwnName(file, content);
    try {
      requireWhole(content);
      return radiograph(OpenCv.decode(content));
    } catch (CodecException refused) {
      throw unreadable(file, content, refused);
    }
  }

  @Override
  public ImageInspection inspect(Path file, byte[] content, StoredDigest digest) {
    requireOwnName(file, content);
    try {
      requireWhole(content);
      boolean png = PngSamples.recognises(content);
      Samples stored = png ? PngSamples.decode(content) : OpenCv.decode(content);
      StoredStatistics.Summing summing = new StoredStatistics.Summing(digest);
      summing.add(stored.values(), false, stored.bits() <= 8);
      StoredStatistics statistics = summing.result();
      List<String> warnings = new ArrayList<>(radiograph(OpenCv.decode(content)).warnings());
      if (stored.bits() == 16 && statistics.max() < 1 << 14) {
        warnings.add(
            "Its values reach only "
                + statistics.max()
                + " of 65535: networks, which get the upper 8 of 16 bits, will see it nearly"
                + " black.");
      }
      return new ImageInspection(
          png ? "png" : "jpeg",
          new ImageInspection.Shape(stored.rows(), stored.columns(), 1),
          new ImageInspection.Encoding(null, photometric(content, stored), stored.bits()),
          statistics,
          warnings);
    } catch (CodecException refused) {
      throw unreadable(file, content, refused);
    }
  }

  private static Radiograph radiograph(Samples samples) {
    List<String> warnings = new ArrayList<>();
    short[] gray = samples.channels() == 1 ? samples.values() : luminance(samples, warnings);
    List<VoiTransform> voi =
        samples.bits() == 8 ? List.of(new VoiTransform.FullRange(0, 255)) : List.of();
    return new Radiograph(
        StoredPixels.unsigned(samples.rows(), samples.columns(), samples.bits(), gray),
        GrayscaleAttributes.plain(voi),
        null,
        1,
        warnings);
  }

  /** Rec. 601 luminance, rounded; exact where the channels are equal. */
  private static short[] luminance(Samples samples, List<String> warnings) {
    short[] rgb = samples.values();
    short[] gray = new short[rgb.length / 3];
    boolean coloured = false;
    for (int i = 0; i < gray.length; i++) {
      int red = rgb[3 * i] & 0xFFFF;
      int green = rgb[3 * i + 1] & 0xFFFF;
      int blue = rgb[3 * i + 2] & 0xFFFF;
      coloured |= red != green || green != blue;
      gray[i] = (short) Math.round((299L * red + 587L * green + 114L * blue) / 1000.0);
    }
    if (coloured) {
      warnings.add("It is in colour; only its luminance is used.");
    }
    return gray;
  }

  private static String photometric(byte[] content, Samples stored) throws CodecException {
    if (PngSamples.recognises(content) && PngSamples.colourType(content) == 3) {
      return "PALETTE COLOR";
    }
    return stored.channels() < 3 ? "MONOCHROME2" : "RGB";
  }

  private static void requireWhole(byte[] content) throws CodecException {
    if (PngSamples.recognises(content)) {
      PngSamples.requireWhole(content);
    } else {
      JpegEnding.require(content);
    }
  }

  private static void requireOwnName(Path file, byte[] content) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".dcm") || name.endsWith(".dicom")) {
      throw new Problem(
          file
              + " is named as DICOM but is a "
              + format(content)
              + " picture: rename it, or give the DICOM file it was made from.");
    }
  }

  private static Problem unreadable(Path file, byte[] content, CodecException refused) {
    return new Problem(
        file + " is a " + format(content) + " that cannot be read: " + refused.getMessage() + ".",
        refused);
  }

  private static String format(byte[] content) {
    return PngSamples.recognises(content) ? "PNG" : "JPEG";
  }

  private static boolean isJpeg(byte[] head) {
    return head.length > 2
        && head[0] == (byte) 0xFF
        && head[1] == (byte) 0xD8
        && head[2] == (byte) 0xFF;
  }
}
