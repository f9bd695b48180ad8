package org.exemplar.validation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Facts about the machine that a result may depend on; nothing that names anyone or anything. */
final class Environment {
  /** Jar name without its version, and what people call it. */
  private static final Map<String, String> LIBRARIES = libraries();

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

  private Environment() {}

  private static Map<String, String> libraries() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("pytorch-engine", "DJL PyTorch engine");
    names.put("pytorch-native-cpu", "libtorch (CPU)");
    names.put("opencv", "OpenCV");
    names.put("sqlite-jdbc", "SQLite JDBC");
    names.put("javafx-graphics", "JavaFX");
    names.put("commons-statistics-distribution", "Commons Statistics");
    names.put("jackson-databind", "Jackson");
    return names;
  }

  /**
   * @param device what networks ran on
   */
  static Map<String, String> ofThisMachine(String device) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Operating system", property("os.name") + " " + property("os.version"));
    facts.put("Architecture", property("os.arch"));
    facts.put("Processor", processor().orElse("unknown"));
    facts.put("Processors used", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put(
        "Largest heap",
        String.format(Locale.ROOT, "%d MiB", Runtime.getRuntime().maxMemory() >> 20));
    facts.put("Java", property("java.vendor") + " " + property("java.runtime.version"));
    facts.put("Device of networks", device);
    String paths = property("java.class.path") + File.pathSeparator + property("jdk.module.path");
    versions(paths).forEach(facts::put);
    return facts;
  }

  /** Versions of the libraries that matter, from the names of their jars. */
  static Map<String, String> versions(String paths) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String entry : paths.split(Pattern.quote(File.pathSeparator))) {
      Path path = Path.of(entry);
      try (Stream<Path> inside = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
        inside
            .filter(p -> p.getFileName() != null)
            .map(p -> JAR.matcher(p.getFileName().toString()))
            .filter(Matcher::matches)
            .filter(m -> LIBRARIES.containsKey(m.group(1)))
            .forEach(m -> found.putIfAbsent(name(m), m.group(2)));
      } catch (IOException unreadable) {
        found.putIfAbsent("A folder of libraries", "could not be listed");
      }
    }
    return found;
  }

  private static String name(Matcher jar) {
    return LIBRARIES.getOrDefault(jar.group(1), jar.group(1));
  }

  private static Optional<String> processor() {
    Path linux = Path.of("/proc/cpuinfo");
    if (Files.isReadable(linux)) {
      try (Stream<String> lines = Files.lines(linux, StandardCharsets.UTF_8)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst();
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
