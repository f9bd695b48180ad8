package org.exemplar.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prepares one workload, then does it once for each line on standard input and answers each with a
 * line of JSON behind {@code @}: the seconds it took by the clock and on processors, and what the workload says of itself. The
 * driver in {@code src/bench/python} so lets two programs take turns.
 */
public final class Bench {
  private Bench() {}

  /**
   * @param args the workload's name, then its own arguments
   */
  public static void main(String[] args) throws Exception {
    Workload workload = workload(args[0], List.of(args).subList(1, args.length));
    JsonMapper json = JsonMapper.builder().build();
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println("@ready");
    while (orders.readLine() != null) {
      long start = System.nanoTime();
      long busy = system.getProcessCpuTime();
      Map<String, Object> said = workload.once();
      double seconds = (System.nanoTime() - start) / 1e9;
      double processor = (system.getProcessCpuTime() - busy) / 1e9;
      var answer =
          new LinkedHashMap<String, Object>(Map.of("seconds", seconds, "processor", processor));
      answer.putAll(said);
      System.out.println("@" + json.writeValueAsString(answer));
    }
  }

  private static Workload workload(String name, List<String> args) {
    return switch (name) {
      case "inference" -> new Inference(Path.of(args.get(0)), Path.of(args.get(1)), args.subList(2, 6));
      case "decode" -> new Decode(Path.of(args.get(0)), Integer.parseInt(args.get(1)), Path.of(args.get(2)));
      case "spearman" -> new Spearmans(Path.of(args.get(0)));
      case "precision" -> new Precisions(Path.of(args.get(0)));
      case "explore" -> new Explore(Path.of(args.get(0)));
      case "exports" -> new Exports(Path.of(args.get(0)));
      case "frames" -> new Frames(args.get(0), Integer.parseInt(args.get(1)));
      default -> throw new IllegalArgumentException("no workload " + name);
    };
  }
}
