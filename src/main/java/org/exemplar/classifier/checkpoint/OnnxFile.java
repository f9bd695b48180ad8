package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX model as nodes and weights (field numbers as in {@code onnx.proto3}).
 *
 * @param nodes in order
 * @param weights the initializers
 * @param inputs names of the graph's inputs that are no weights
 * @param outputs names of the graph's outputs
 */
record OnnxFile(
    List<Node> nodes,
    SequencedMap<String, Tensor> weights,
    List<String> inputs,
    List<String> outputs) {
  private static final int MODEL_GRAPH = 7;
  private static final Map<Long, ElementType> TYPES =
      Map.of(
          1L, ElementType.FLOAT32,
          2L, ElementType.UINT8,
          3L, ElementType.INT8,
          6L, ElementType.INT32,
          7L, ElementType.INT64,
          10L, ElementType.FLOAT16,
          11L, ElementType.FLOAT64,
          16L, ElementType.BFLOAT16);

  /** One operation. */
  record Node(
      String type, List<String> inputs, List<String> outputs, Map<String, Protobuf> attributes) {
    long number(String name, long otherwise) {
      Protobuf attribute = attributes.get(name);
      return attribute == null ? otherwise : attribute.number(3, otherwise);
    }

    float decimal(String name, float otherwise) {
      Protobuf attribute = attributes.get(name);
      return attribute == null
          ? otherwise
          : Float.intBitsToFloat((int) attribute.number(2, Float.floatToRawIntBits(otherwise)));
    }

    @Nullable List<Long> numbers(String name) {
      Protobuf attribute = attributes.get(name);
      return attribute == null ? null : attribute.numbers(8);
    }

    String text(String name) {
      Protobuf attribute = attributes.get(name);
      return attribute == null ? "" : attribute.text(4);
    }
  }

  static OnnxFile read(Path file) throws IOException {
    Protobuf model = Protobuf.parse(FileBytes.read(file, 0, Files.size(file)));
    List<Protobuf> graphs = model.messages(MODEL_GRAPH);
    if (graphs.size() != 1) {
      throw new BadCheckpointException("it holds no ONNX graph");
    }
    Protobuf graph = graphs.getFirst();
    var weights = new LinkedHashMap<String, Tensor>();
    for (Protobuf tensor : graph.messages(5)) {
      weights.put(tensor.text(8), tensor(tensor));
    }
    List<String> inputs =
        graph.messages(11).stream()
            .map(input -> input.text(1))
            .filter(name -> !weights.containsKey(name))
            .toList();
    return new OnnxFile(
        graph.messages(1).stream().map(OnnxFile::node).toList(),
        weights,
        inputs,
        graph.messages(12).stream().map(output -> output.text(1)).toList());
  }

  private static Node node(Protobuf node) {
    var attributes = new LinkedHashMap<String, Protobuf>();
    node.messages(5).forEach(attribute -> attributes.put(attribute.text(1), attribute));
    return new Node(node.text(4), node.texts(1), node.texts(2), attributes);
  }

  private static Tensor tensor(Protobuf tensor) {
    ElementType type = TYPES.get(tensor.number(2, 0));
    if (type == null || !tensor.all(13).isEmpty()) {
      throw new BadCheckpointException(
          "the weight " + tensor.text(8) + " has an unknown type or lies in another file");
    }
    List<Integer> shape = tensor.numbers(1).stream().map(Math::toIntExact).toList();
    int count = shape.stream().reduce(1, Math::multiplyExact);
    ByteBuffer data = data(tensor, type);
    if (data.remaining() < (long) count * type.bytes()) {
      throw new BadCheckpointException("the weight " + tensor.text(8) + " is cut off");
    }
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = type.value(data, i);
    }
    return new Tensor(shape, values);
  }

  /** Raw bytes, or the typed float field. */
  private static ByteBuffer data(Protobuf tensor, ElementType type) {
    List<Protobuf.Field> raw = tensor.all(9);
    if (!raw.isEmpty()) {
      return raw.getFirst().bytes().slice().order(ByteOrder.LITTLE_ENDIAN);
    }
    List<Protobuf.Field> floats = tensor.all(4);
    if (type == ElementType.FLOAT32 && floats.size() == 1) {
      return floats.getFirst().bytes().slice().order(ByteOrder.LITTLE_ENDIAN);
    }
    return ByteBuffer.allocate(0);
  }
}
