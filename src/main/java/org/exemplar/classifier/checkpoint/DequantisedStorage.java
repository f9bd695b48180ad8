package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The values of a quantised tensor as float32: {@code (q − zero point) · scale}, one scale for the
 * whole tensor or one for each of its first indices.
 */
final class DequantisedStorage implements TensorStorage {
  private final StoredTensor stored;
  private final Scales scales;

  private DequantisedStorage(StoredTensor stored, Scales scales) {
    this.stored = stored;
    this.scales = scales;
  }

  /** Scale and zero point of each first index, read when the tensor is. */
  @FunctionalInterface
  private interface Scales {
    float[][] read(int channels) throws IOException;
  }

  static DequantisedStorage perTensor(StoredTensor stored, double scale, long zeroPoint) {
    return new DequantisedStorage(
        stored,
        channels -> {
          float[] scales = new float[channels];
          float[] zeros = new float[channels];
          Arrays.fill(scales, (float) scale);
          Arrays.fill(zeros, (float) zeroPoint);
          return new float[][] {scales, zeros};
        });
  }

  static DequantisedStorage perChannel(
      StoredTensor stored, StoredTensor scales, StoredTensor zeroPoints) {
    long channels = stored.shape().isEmpty() ? 1 : stored.shape().getFirst();
    if (scales.elements() != channels || zeroPoints.elements() != channels) {
      throw new BadCheckpointException("a quantised tensor has not one scale per channel");
    }
    return new DequantisedStorage(
        stored, _ -> new float[][] {scales.read().values(), zeroPoints.read().values()});
  }

  @Override
  public long elements() {
    return stored.storage().elements();
  }

  @Override
  public ElementType type() {
    return ElementType.FLOAT32;
  }

  /** Whether its values came from whole numbers. */
  ElementType quantisedFrom() {
    return stored.storage().type();
  }

  @Override
  public ByteBuffer read() throws IOException {
    ByteBuffer quantised = stored.storage().read();
    int count = Math.toIntExact(elements());
    int channels = stored.shape().isEmpty() ? 1 : Math.toIntExact(stored.shape().getFirst());
    long step = stored.shape().isEmpty() ? count : Math.max(1, stored.stride().getFirst());
    float[][] of = scales.read(channels);
    ByteBuffer values =
        ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      long channel = Math.clamp((i - stored.offset()) / step, 0, channels - 1L);
      float q = stored.storage().type().value(quantised, i);
      values.putFloat((q - of[1][(int) channel]) * of[0][(int) channel]);
    }
    return values.flip();
  }
}
