package org.exemplar.classifier.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exemplar.classifier.Fixtures;
import org.jspecify.annotations.Nullable;

/** {@link SweepChild} in another Java machine. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private ChildProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ChildProcess start(String heap, Path images, Path to, List<String> more)
      throws IOException {
    return start(new Setting(heap, Fixtures.cache(), Map.of()), images, to, more);
  }

  /** What a process finds around it. */
  record Setting(String heap, Path cache, Map<String, String> environment) {}

  static ChildProcess start(Setting setting, Path images, Path to, List<String> more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + setting.heap,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SweepChild.class.getName(),
                images.toString(),
                to.toString(),
                setting.cache.toString()));
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(setting.environment);
    return new ChildProcess(builder.start());
  }

  /** The next line that it printed; null at its end. */
  @Nullable String line() throws IOException {
    return out.readLine();
  }

  /** Everything from here to its end. */
  List<String> rest() throws IOException, InterruptedException {
    List<String> lines = out.readAllLines();
    process.waitFor();
    return lines;
  }

  /** The system's kill: nothing of the process runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends a signal by name. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
