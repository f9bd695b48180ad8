package org.exemplar.radiograph.codec;

import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * OpenCV's decoders and its bilinear resize, the very code that the paper's loader runs.
 *
 * <p>Safe from any number of threads; each call works on one thread only, because callers already
 * work on as many pictures at once as there are cores. The natives are unpacked and loaded by the
 * first call (see {@link NativeFolder}). Colour comes back in the order red, green, blue.
 */
public final class OpenCv {
  private static final long MOST_PIXELS = 1L << 28;

  static {
    NativeLibrary.load();
    Core.setNumThreads(1);
  }

  private OpenCv() {}

  /**
   * {@code cv2.imdecode(…, IMREAD_GRAYSCALE)}: 8-bit gray whatever the picture was. Alpha is
   * ignored, colour is weighted to luminance, 16-bit samples keep their upper byte.
   *
   * @param encoded a whole PNG, JPEG or JPEG 2000 file
   * @throws CodecException when OpenCV refuses it
   */
  public static GrayBytes decodeGray8(byte[] encoded) throws CodecException {
    Mat picture = decode(encoded, Imgcodecs.IMREAD_GRAYSCALE);
    try {
      byte[] values = new byte[Math.toIntExact(picture.total())];
      picture.get(0, 0, values);
      return new GrayBytes(picture.rows(), picture.cols(), values);
    } finally {
      picture.release();
    }
  }

  /**
   * The same, then {@link #resizeBilinear}, with nothing copied between.
   *
   * @param newRows at least 1
   * @param newColumns at least 1
   * @return {@code newRows × newColumns} values
   * @throws CodecException when OpenCV refuses it
   */
  public static byte[] decodeGray8(byte[] encoded, int newRows, int newColumns)
      throws CodecException {
    Mat picture = decode(encoded, Imgcodecs.IMREAD_GRAYSCALE);
    try {
      return resized(picture, newRows, newColumns);
    } finally {
      picture.release();
    }
  }

  /**
   * The picture at its own depth: one channel for gray, three (red, green, blue) for colour, alpha
   * dropped.
   *
   * @param encoded a whole PNG, JPEG or JPEG 2000 file, or a bare JPEG 2000 codestream
   * @throws CodecException when OpenCV refuses it
   */
  public static Samples decode(byte[] encoded) throws CodecException {
    Mat picture = decode(encoded, Imgcodecs.IMREAD_ANYDEPTH | Imgcodecs.IMREAD_ANYCOLOR);
    try {
      int channels = picture.channels();
      short[] values = new short[Math.toIntExact(picture.total() * channels)];
      int bits = copy(picture, values);
      if (channels == 3) {
        swapRedAndBlue(values);
      } else if (channels != 1) {
        throw new CodecException("it has " + channels + " channels instead of 1 or 3");
      }
      return new Samples(picture.rows(), picture.cols(), channels, bits, values);
    } finally {
      picture.release();
    }
  }

  /**
   * {@code cv2.resize(…, interpolation=INTER_LINEAR)} on 8-bit gray: fixed-point weights,
   * half-pixel centres, no antialiasing.
   *
   * @param gray {@code rows × columns} values
   * @param newRows at least 1
   * @param newColumns at least 1
   * @return {@code newRows × newColumns} values
   */
  public static byte[] resizeBilinear(
      byte[] gray, int rows, int columns, int newRows, int newColumns) {
    Mat source = new Mat(rows, columns, CvType.CV_8UC1);
    try {
      source.put(0, 0, gray);
      return resized(source, newRows, newColumns);
    } finally {
      source.release();
    }
  }

  private static byte[] resized(Mat source, int newRows, int newColumns) {
    Mat target = new Mat();
    try {
      Imgproc.resize(source, target, new Size(newColumns, newRows), 0, 0, Imgproc.INTER_LINEAR);
      byte[] resized = new byte[Math.multiplyExact(newRows, newColumns)];
      target.get(0, 0, resized);
      return resized;
    } finally {
      target.release();
    }
  }

  private static Mat decode(byte[] encoded, int flags) throws CodecException {
    if (encoded.length == 0) {
      throw new CodecException("it is empty");
    }
    Mat buffer = new Mat(1, encoded.length, CvType.CV_8UC1);
    try {
      buffer.put(0, 0, encoded);
      Mat picture = Imgcodecs.imdecode(buffer, flags);
      if (picture.empty()) {
        throw new CodecException("its pixels are damaged or of a kind that is not supported");
      }
      if (picture.total() > MOST_PIXELS) {
        picture.release();
        throw new CodecException("it has more pixels than any radiograph");
      }
      return picture;
    } catch (CvException refused) {
      throw new CodecException(
          "its pixels are damaged or of a kind that is not supported", refused);
    } finally {
      buffer.release();
    }
  }

  private static int copy(Mat picture, short[] values) throws CodecException {
    if (picture.depth() == CvType.CV_16U) {
      picture.get(0, 0, values);
      return 16;
    }
    if (picture.depth() != CvType.CV_8U) {
      throw new CodecException("its samples are neither 8 nor 16 bits");
    }
    byte[] bytes = new byte[values.length];
    picture.get(0, 0, bytes);
    for (int i = 0; i < bytes.length; i++) {
      values[i] = (short) (bytes[i] & 0xFF);
    }
    return 8;
  }

  private static void swapRedAndBlue(short[] values) {
    for (int i = 0; i < values.length; i += 3) {
      short blue = values[i];
      values[i] = values[i + 2];
      values[i + 2] = blue;
    }
  }
}
