package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors container: eight bytes of length, a JSON head that names type, shape and place of
 * every tensor, then the values.
 */
final class SafetensorsFile {
  private static final Map<String, ElementType> TYPES =
      Map.of(
          "F64", ElementType.FLOAT64,
          "F32", ElementType.FLOAT32,
          "F16", ElementType.FLOAT16,
          "BF16", ElementType.BFLOAT16,
          "I64", ElementType.INT64,
          "I32", ElementType.INT32,
          "I16", ElementType.INT16,
          "I8", ElementType.INT8,
          "U8", ElementType.UINT8,
          "BOOL", ElementType.BOOL);
  private static final long MAX_HEAD = 100_000_000;

  private SafetensorsFile() {}

  /** Whether the first bytes can be a safetensors head. */
  static boolean looksLikeOne(Path file) throws IOException {
    long size = Files.size(file);
    if (size < 10) {
      return false;
    }
    ByteBuffer start = FileBytes.read(file, 0, 9);
    long head = start.getLong(0);
    return head > 1 && head <= Math.min(MAX_HEAD, size - 8) && start.get(8) == '{';
  }

  static SequencedMap<String, StoredTensor> read(Path file) throws IOException {
    long head = FileBytes.read(file, 0, 8).getLong(0);
    String json = StandardCharsets.UTF_8.decode(FileBytes.read(file, 8, head)).toString();
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new BadCheckpointException("its head is not readable");
    }
    var tensors = new LinkedHashMap<String, StoredTensor>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        tensors.put(entry.getKey(), tensor(file, 8 + head, entry.getValue()));
      }
    }
    return tensors;
  }

  private static StoredTensor tensor(Path file, long dataStart, JsonNode node) throws IOException {
    ElementType type = TYPES.get(node.path("dtype").asString(""));
    long from = node.path("data_offsets").path(0).asLong(-1);
    long to = node.path("data_offsets").path(1).asLong(-1);
    if (type == null || from < 0 || to < from || dataStart + to > Files.size(file)) {
      throw new BadCheckpointException("a tensor has an unknown type or lies outside the file");
    }
    var shape = new ArrayList<Long>();
    node.path("shape").forEach(size -> shape.add(size.asLong(-1)));
    return StoredTensor.contiguous(new Slice(file, dataStart + from, type, to - from), shape);
  }

  private record Slice(Path file, long start, ElementType type, long bytes)
      implements TensorStorage {
    @Override
    public long elements() {
      return bytes / type.bytes();
    }

    @Override
    public ByteBuffer read() throws IOException {
      return FileBytes.read(file, start, bytes);
    }
  }
}
