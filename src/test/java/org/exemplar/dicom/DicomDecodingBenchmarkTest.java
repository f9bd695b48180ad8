package org.exemplar.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long decoding the reference set takes, beside GDCM where Python has it. The least of several
 * rounds for each file, reading from the disk's cache included on both sides. Prints; asserts only
 * that all was decoded.
 */
@Tag("benchmark")
class DicomDecodingBenchmarkTest {
  private static final int ROUNDS = 15;

  @Test
  void prints_the_time_for_each_file_beside_gdcm() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("dicom/real", "dicom/derived")) {
      try (Stream<Path> list = Files.list(SharedData.file(folder))) {
        list.filter(f -> f.toString().endsWith(".dcm")).sorted().forEach(files::add);
      }
    }
    Map<String, Double> ours = ours(files);
    Map<String, Double> gdcm = gdcm(files);

    double mine = 0;
    double theirs = 0;
    for (Map.Entry<String, Double> each : ours.entrySet()) {
      Double other = gdcm.get(each.getKey());
      System.out.printf(Locale.ROOT, "%-45s %9.3f ms  %s%n", each.getKey(), each.getValue(), other);
      if (other != null) {
        mine += each.getValue();
        theirs += other;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "sum %.1f ms, GDCM %.1f ms, %.2f times as fast%n",
        mine,
        theirs,
        theirs / mine);
    assertThat(ours).hasSizeGreaterThan(45);
  }

  private static Map<String, Double> ours(List<Path> files) throws IOException {
    DicomReader reader = new DicomReader();
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Path file : files) {
        long start = System.nanoTime();
        try {
          Radiograph film = reader.read(file, Files.readAllBytes(file));
          double ms = (System.nanoTime() - start) / 1e6;
          assertThat(film.rows()).isPositive();
          best.merge(file.getFileName().toString(), ms, Math::min);
        } catch (org.exemplar.problem.Problem refused) {
          assertThat(refused).hasMessageContaining(file.getFileName().toString());
        }
      }
    }
    return best;
  }

  private static Map<String, Double> gdcm(List<Path> files)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("gdcm", ".py");
    try (InputStream in =
        DicomDecodingBenchmarkTest.class.getResourceAsStream("/dicom/benchmark/gdcm_decode.py")) {
      Files.write(script, in.readAllBytes());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("exemplar.python", "/usr/bin/python3"),
                script.toString(),
                Integer.toString(ROUNDS)));
    files.forEach(f -> command.add(f.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Map<String, Double> best = new LinkedHashMap<>();
    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" "))
        .filter(cells -> !cells[1].equals("refused"))
        .forEach(cells -> best.put(cells[0], Double.valueOf(cells[1])));
    assumeThat(process.waitFor()).as("Python with GDCM").isZero();
    return best;
  }
}
