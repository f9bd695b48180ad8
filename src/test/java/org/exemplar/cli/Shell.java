package org.exemplar.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types command lines into the program, in this process, and keeps what it prints. */
final class Shell {
  private final Map<String, String> environment = new HashMap<>();
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");

  /** Nothing of this computer's own people, settings and caches is seen. */
  Shell() {
    home(Path.of("target", "test-home"));
  }

  /** Keeps people, settings and caches in another folder. */
  Shell home(Path folder) {
    environment.put("EXEMPLAR_HOME", folder.toAbsolutePath().toString());
    return this;
  }

  Shell set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  record Said(int exit, String out, String err) {
    JsonNode json() {
      String last = out.lines().reduce((first, second) -> second).orElse("");
      return JsonMapper.shared().readTree(last);
    }
  }

  Shell passphrase(String text) {
    environment.put(PassphraseOptions.VARIABLE, text);
    return this;
  }

  Shell withoutPassphrase() {
    environment.remove(PassphraseOptions.VARIABLE);
    return this;
  }

  Said type(Object... words) {
    List<String> args = new ArrayList<>();
    for (Object word : words) {
      args.add(word.toString());
    }
    now = now.plus(Duration.ofMinutes(30));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            prompt -> null,
            false,
            () -> now,
            () -> 0L);
    int exit = new Cli(surroundings, new NoWindow()).run(args.toArray(String[]::new));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static final class NoWindow implements DemoEnding {
    @Override
    public List<Path> takePictures(DemoResult demo, Path folder, char[] readingPassphrase) {
      return List.of();
    }

    @Override
    public void openWindow(DemoResult demo) {
      throw new IllegalStateException("no window in this test");
    }

    @Override
    public boolean hasDisplay() {
      return false;
    }
  }
}
