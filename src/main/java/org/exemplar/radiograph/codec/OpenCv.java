package org.exemplar.radiograph.codec;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

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
    NativeFolder.applyDefaults();
    Loader.load(opencv_imgcodecs.class);
    Loader.load(opencv_imgproc.class);
    opencv_core.setNumThreads(1);
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
    try (Mat picture = decode(encoded, opencv_imgcodecs.IMREAD_GRAYSCALE)) {
      byte[] values = new byte[Math.toIntExact(picture.total())];
      picture.data().get(values);
      return new GrayBytes(picture.rows(), picture.cols(), values);
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
    int flags = opencv_imgcodecs.IMREAD_ANYDEPTH | opencv_imgcodecs.IMREAD_ANYCOLOR;
    try (Mat picture = decode(encoded, flags)) {
      int channels = picture.channels();
      short[] values = new short[Math.toIntExact(picture.total() * channels)];
      int bits = copy(picture, values);
      if (channels == 3) {
        swapRedAndBlue(values);
      } else if (channels != 1) {
        throw new CodecException("it has " + channels + " channels instead of 1 or 3");
      }
      return new Samples(picture.rows(), picture.cols(), channels, bits, values);
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
    try (BytePointer bytes = new BytePointer(gray);
        Mat source = new Mat(rows, columns, opencv_core.CV_8UC1, bytes);
        Mat target = new Mat();
        Size size = new Size(newColumns, newRows)) {
      opencv_imgproc.resize(source, target, size, 0, 0, opencv_imgproc.INTER_LINEAR);
      byte[] resized = new byte[Math.multiplyExact(newRows, newColumns)];
      target.data().get(resized);
      return resized;
    }
  }

  private static Mat decode(byte[] encoded, int flags) throws CodecException {
    if (encoded.length == 0) {
      throw new CodecException("it is empty");
    }
    try (BytePointer bytes = new BytePointer(encoded);
        Mat buffer = new Mat(1, encoded.length, opencv_core.CV_8UC1, bytes)) {
      Mat picture = opencv_imgcodecs.imdecode(buffer, flags);
      if (picture == null || picture.isNull() || picture.empty()) {
        throw new CodecException("its pixels are damaged or of a kind that is not supported");
      }
      if (picture.total() > MOST_PIXELS || !picture.isContinuous()) {
        picture.close();
        throw new CodecException("it has more pixels than any radiograph");
      }
      return picture;
    } catch (RuntimeException refused) {
      throw new CodecException(
          "its pixels are damaged or of a kind that is not supported", refused);
    }
  }

  private static int copy(Mat picture, short[] values) throws CodecException {
    if (picture.depth() == opencv_core.CV_16U) {
      try (BytePointer data = picture.data();
          ShortPointer shorts = new ShortPointer(data)) {
        shorts.get(values);
      }
      return 16;
    }
    if (picture.depth() != opencv_core.CV_8U) {
      throw new CodecException("its samples are neither 8 nor 16 bits");
    }
    byte[] bytes = new byte[values.length];
    picture.data().get(bytes);
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
