package org.exemplar.classifier.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.exemplar.classifier.network.Tensor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The safetensors container, written as its description says. */
public final class SafetensorsBytes {
  private SafetensorsBytes() {}

  /**
   * A file's bytes.
   *
   * @param type of every tensor: F32, F16, BF16, F64; any other name is written with one byte each
   */
  public static byte[] of(Map<String, Tensor> tensors, String type) {
    int width =
        switch (type) {
          case "F64" -> 8;
          case "F32" -> 4;
          case "F16", "BF16" -> 2;
          default -> 1;
        };
    ObjectNode head = JsonMapper.shared().createObjectNode();
    int at = 0;
    for (var entry : tensors.entrySet()) {
      ObjectNode one = head.putObject(entry.getKey()).put("dtype", type);
      var shape = one.putArray("shape");
      entry.getValue().shape().forEach(shape::add);
      int bytes = width * entry.getValue().values().length;
      one.putArray("data_offsets").add(at).add(at + bytes);
      at += bytes;
    }
    byte[] json = head.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + at).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        put(file, type, value);
      }
    }
    return file.array();
  }

  private static void put(ByteBuffer file, String type, float value) {
    switch (type) {
      case "F64" -> file.putDouble(value);
      case "F32" -> file.putFloat(value);
      case "F16" -> file.putShort(Float.floatToFloat16(value));
      case "BF16" -> file.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
      default -> file.put((byte) 0);
    }
  }
}
