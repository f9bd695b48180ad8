package org.exemplar.classifier.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.exemplar.classifier.network.NetworkGraph;
import org.exemplar.classifier.network.Step;
import org.exemplar.classifier.network.Step.AveragePool;
import org.exemplar.classifier.network.Step.Concatenation;
import org.exemplar.classifier.network.Step.Convolution;
import org.exemplar.classifier.network.Step.GlobalMean;
import org.exemplar.classifier.network.Step.Linear;
import org.exemplar.classifier.network.Step.MaxPool;
import org.exemplar.classifier.network.Step.Norm;
import org.exemplar.classifier.network.Step.Normalisation;
import org.exemplar.classifier.network.Step.Relu;
import org.exemplar.classifier.network.Step.Sigmoid;
import org.exemplar.classifier.network.Step.Sum;
import org.exemplar.classifier.network.Step.Window;
import org.jspecify.annotations.Nullable;

/**
 * A network's steps as TorchScript code whose weights are an argument: {@code forward(x, w)} with
 * {@code w = pack(values of the slots in order, inputSizes)}. One compiled script so serves any
 * weights.
 *
 * <p>Normalisation behind a convolution is folded into its kernel and bias, so a slot holds folded
 * values.
 */
final class GraphScript {
  private static final int CHANNELS_LAST = 2;
  private static final int FLOAT32 = 6;
  private static final int BFLOAT16 = 15;

  private final NetworkGraph graph;
  private final boolean fused;
  private final boolean half;
  private final int[] uses;
  private final boolean[] swallowed;
  private final List<Slot> slots = new ArrayList<>();
  private final List<String> packed = new ArrayList<>();
  private final List<Convolution> reordered = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();

  /** What one element of the weight list holds. */
  sealed interface Slot {
    /** A kernel, times the norm's gain per output channel where one follows. */
    record Kernel(String weight, @Nullable Norm norm) implements Slot {}

    /** A bias, carried through the norm where one follows; zeros where there is none. */
    record Bias(String weight, @Nullable String bias, @Nullable Norm norm) implements Slot {}

    /** A tensor as it is. */
    record Plain(String name) implements Slot {}
  }

  private GraphScript(NetworkGraph graph, boolean fused, boolean half) {
    this.graph = graph;
    this.fused = fused;
    this.half = half;
    uses = new int[graph.steps().size() + 1];
    swallowed = new boolean[graph.steps().size() + 1];
    graph.steps().forEach(this::countUses);
  }

  /**
   * Writes the code.
   *
   * @param fused whether convolutions take the ReLU and the sum behind them along (oneDNN's fused
   *     operations, on CPUs that have them), on images stored channels last
   */
  static GraphScript of(NetworkGraph graph, boolean fused) {
    var script = new GraphScript(graph, fused, false);
    script.write();
    return script;
  }

  /**
   * Writes the code for bfloat16: images, kernels and what lies between them; norms that stand
   * alone and the linear layers stay in float32, so that outputs do not tie.
   */
  static GraphScript inBfloat16(NetworkGraph graph) {
    var script = new GraphScript(graph, false, true);
    script.write();
    return script;
  }

  /** TorchScript source of the class {@code __torch__.Net}. */
  String source() {
    return code.toString();
  }

  /** What the weight list holds, in order. */
  List<Slot> slots() {
    return slots;
  }

  private void countUses(Step step) {
    inputs(step).forEach(input -> uses[input]++);
  }

  private static List<Integer> inputs(Step step) {
    return switch (step) {
      case Convolution s -> List.of(s.input());
      case Normalisation s -> List.of(s.input());
      case Relu s -> List.of(s.input());
      case MaxPool s -> List.of(s.input());
      case AveragePool s -> List.of(s.input());
      case GlobalMean s -> List.of(s.input());
      case Linear s -> List.of(s.input());
      case Sigmoid s -> List.of(s.input());
      case Sum s -> List.of(s.left(), s.right());
      case Concatenation s -> s.inputs();
    };
  }

  private void write() {
    code.append(
        """
        class Net(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Net,
            x: Tensor,
            w: List[Tensor]) -> Tensor:
        """);
    code.append("    x0 = ").append(start()).append('\n');
    for (int result = 1; result <= graph.steps().size(); result++) {
      if (!swallowed[result]) {
        line(result);
      }
    }
    String end = "x" + graph.steps().size();
    code.append("    return ").append(half ? cast(end, FLOAT32) : end).append('\n');
    code.append(
        """
          def pack(self: __torch__.Net,
            w: List[Tensor],
            s: List[int]) -> List[Tensor]:
        """);
    code.append("    return [").append(String.join(", ", packed)).append("]\n");
  }

  private String start() {
    String image = half ? cast("x", BFLOAT16) : "x";
    return fused || half ? channelsLast(image) : image;
  }

  private static String cast(String value, int type) {
    return "torch.to(" + value + ", " + type + ")";
  }

  /** How a slot's element of a convolution enters the script. */
  private String packedForConvolution() {
    return half ? cast("%s", BFLOAT16) : "%s";
  }

  private void line(int result) {
    Step step = graph.steps().get(result - 1);
    if (fused && step instanceof Convolution convolution) {
      fusedConvolution(result, convolution);
    } else {
      code.append("    x%d = %s\n".formatted(result, expression(step)));
    }
  }

  private String expression(Step step) {
    return switch (step) {
      case Convolution s -> convolution(s);
      case Normalisation s -> normalisation(s);
      case Relu s -> "torch.relu" + inPlace(s.input()) + "(x" + s.input() + ")";
      case MaxPool s ->
          "torch.max_pool2d(x" + s.input() + ", " + poolArguments(s.window()) + ", [1, 1], False)";
      case AveragePool s ->
          "torch.avg_pool2d(x" + s.input() + ", " + poolArguments(s.window()) + ")";
      case GlobalMean s ->
          "torch.flatten(torch.adaptive_avg_pool2d(x" + s.input() + ", [1, 1]), 1)";
      case Sum s -> "torch.add" + inPlace(s.left()) + "(x" + s.left() + ", x" + s.right() + ")";
      case Concatenation s ->
          "torch.cat(["
              + String.join(", ", s.inputs().stream().map(input -> "x" + input).toList())
              + "], 1)";
      case Linear s -> linear(s);
      case Sigmoid s -> "torch.sigmoid(x" + s.input() + ")";
    };
  }

  /** A result that nothing else needs may be overwritten; the input batch never. */
  private String inPlace(int result) {
    return result > 0 && uses[result] == 1 ? "_" : "";
  }

  private String convolution(Convolution s) {
    String kernel = kernel(s);
    return "torch.conv2d(x%d, %s, %s, %s, %s, %s, %d)"
        .formatted(
            s.input(),
            kernel,
            bias(s),
            pair(s.window().stride()),
            pair(s.window().padding()),
            pair(s.window().dilation()),
            s.window().groups());
  }

  private String kernel(Convolution s) {
    if (!fused) {
      return slot(new Slot.Kernel(s.weight(), s.norm()), packedForConvolution());
    }
    int groups = s.window().groups();
    String weight = "w[" + slots.size() + "]";
    String side = "s[" + (reordered.size() + 1) + "]";
    String inputSize =
        "[s[0], torch.mul(torch.size("
            + weight
            + ", 1), "
            + groups
            + "), "
            + side
            + ", "
            + side
            + "]";
    reordered.add(s);
    String order =
        "ops.mkldnn._reorder_convolution_weight(%s, "
            + String.join(
                ", ",
                pair(s.window().padding()),
                pair(s.window().stride()),
                pair(s.window().dilation()),
                String.valueOf(groups),
                inputSize)
            + ")";
    return slot(new Slot.Kernel(s.weight(), s.norm()), order);
  }

  /**
   * What {@code pack} is told of the inputs, so that kernels are laid as the convolutions of such a
   * batch want them; other batches are right too, only slower.
   *
   * @return the number of images, then the side of the input of each reordered kernel
   */
  long[] inputSizes(int images, int size) {
    int[] sides = new int[graph.steps().size() + 1];
    sides[0] = size;
    for (int result = 1; result < sides.length; result++) {
      Step step = graph.steps().get(result - 1);
      sides[result] = side(step, sides[inputs(step).getFirst()]);
    }
    return LongStream.concat(
            LongStream.of(images), reordered.stream().mapToLong(each -> sides[each.input()]))
        .toArray();
  }

  private static int side(Step step, int side) {
    return switch (step) {
      case Convolution s -> s.window().sideAfter(side);
      case MaxPool s -> s.window().sideAfter(side);
      case AveragePool s -> s.window().sideAfter(side);
      case GlobalMean _, Linear _ -> 1;
      case Normalisation _, Relu _, Sigmoid _, Sum _, Concatenation _ -> side;
    };
  }

  private String bias(Convolution s) {
    return s.norm() == null && s.bias() == null
        ? "None"
        : slot(new Slot.Bias(s.weight(), s.bias(), s.norm()), packedForConvolution());
  }

  /** A convolution and, where nothing else needs the results between, the sum and ReLU behind. */
  private void fusedConvolution(int result, Convolution s) {
    String kernel = kernel(s);
    String bias = bias(s);
    int last = result;
    String other = null;
    Step next = next(last);
    if (next instanceof Sum(int left, int right) && Math.max(left, right) == last) {
      other = "x" + Math.min(left, right);
      last = swallow(last);
      next = next(last);
    }
    boolean relu = next instanceof Relu;
    if (relu) {
      last = swallow(last);
    }
    code.append("    x%d = ".formatted(last)).append(fusedCall(s, kernel, bias, other, relu));
  }

  private String fusedCall(
      Convolution s, String kernel, String bias, @Nullable String other, boolean relu) {
    String window =
        String.join(
            ", ",
            pair(s.window().padding()),
            pair(s.window().stride()),
            pair(s.window().dilation()),
            String.valueOf(s.window().groups()));
    String none = "annotate(List[Optional[number]], [])";
    if (other == null) {
      return String.format(
          Locale.ROOT,
          "ops.mkldnn._convolution_pointwise(x%d, %s, %s, %s, \"%s\", %s, \"\")\n",
          s.input(),
          kernel,
          bias,
          window,
          relu ? "relu" : "none",
          none);
    }
    return String.format(
        Locale.ROOT,
        "ops.mkldnn._convolution_pointwise(x%d, %s, %s, %s, %s, \"add\", 1., %s, %s, \"\")\n",
        s.input(),
        other,
        kernel,
        bias,
        window,
        relu ? "\"relu\"" : "None",
        none);
  }

  private int swallow(int result) {
    int user = user(result);
    swallowed[user] = true;
    return user;
  }

  /** The only step that uses a result; null where there are none or several. */
  private @Nullable Step next(int result) {
    int user = user(result);
    return user == 0 ? null : graph.steps().get(user - 1);
  }

  /** The number of the only step that uses a result; 0 where there are none or several. */
  private int user(int result) {
    if (uses[result] != 1) {
      return 0;
    }
    for (int i = result; i < graph.steps().size(); i++) {
      if (inputs(graph.steps().get(i)).contains(result)) {
        return i + 1;
      }
    }
    return 0;
  }

  private String normalisation(Normalisation s) {
    Norm norm = s.norm();
    return "torch.batch_norm(x%d, %s, %s, %s, %s, False, 0.1, %s, True)"
        .formatted(
            s.input(),
            plain(norm.weight()),
            plain(norm.bias()),
            plain(norm.mean()),
            plain(norm.variance()),
            Double.toString(norm.epsilon()).replace("E", "e"));
  }

  private String linear(Linear s) {
    String weight = slot(new Slot.Kernel(s.weight(), null), "%s");
    String bias = s.bias() == null ? "None" : plain(s.bias());
    String input = "x" + s.input();
    return "torch.linear("
        + (half ? cast(input, FLOAT32) : input)
        + ", "
        + weight
        + ", "
        + bias
        + ")";
  }

  private String plain(String name) {
    return slot(new Slot.Plain(name), "%s");
  }

  private String slot(Slot slot, String packing) {
    String element = "w[" + slots.size() + "]";
    slots.add(slot);
    packed.add(packing.formatted(element));
    return element;
  }

  private static String channelsLast(String value) {
    return "torch.contiguous(" + value + ", memory_format=" + CHANNELS_LAST + ")";
  }

  private static String poolArguments(Window window) {
    return pair(window.kernel()) + ", " + pair(window.stride()) + ", " + pair(window.padding());
  }

  private static String pair(int value) {
    return "[" + value + ", " + value + "]";
  }
}
