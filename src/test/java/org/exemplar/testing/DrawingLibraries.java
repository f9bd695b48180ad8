package org.exemplar.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests of the window, saying so, on a bare Linux that lacks what JavaFX draws text with;
 * the launcher names the same libraries to a user. Registered for all tests.
 */
public final class DrawingLibraries implements ExecutionCondition {
  private static final List<String> NEEDED =
      List.of(
          "libfreetype.so.6", "libfontconfig.so.1", "libpango-1.0.so.0", "libpangoft2-1.0.so.0");
  private static final List<String> FOLDERS =
      List.of(
          "/lib",
          "/lib64",
          "/usr/lib",
          "/usr/lib64",
          "/usr/local/lib",
          "/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/aarch64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String test = context.getTestClass().map(Class::getName).orElse("");
    if (!test.startsWith("org.exemplar.app.") || !linux()) {
      return ConditionEvaluationResult.enabled("draws nothing, or not on Linux");
    }
    List<String> missing = NEEDED.stream().filter(library -> !present(library)).toList();
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("all drawing libraries are here")
        : ConditionEvaluationResult.disabled(
            "skipped: this system lacks " + String.join(", ", missing) + ", which draw text");
  }

  private static boolean linux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
  }

  private static boolean present(String library) {
    return FOLDERS.stream().anyMatch(folder -> Files.exists(Path.of(folder, library)));
  }
}
