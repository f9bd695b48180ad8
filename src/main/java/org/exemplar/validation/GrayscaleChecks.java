package org.exemplar.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.crypto.Sha256;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.StoredDigest;
import tools.jackson.databind.JsonNode;

/** Small DICOM phantoms in every coding, and the pipeline from stored value to screen gray. */
final class GrayscaleChecks {
  private static final String DECODED = "pydicom 2.3.1 with GDCM 3.0";
  private static final String FORMULAS = "DICOM PS3.3 C.7.6.3, C.11, written out in Python";

  private final References references;
  private final Path scratch;
  private final RadiographFiles files = RadiographFiles.installed();
  private final JsonNode films;

  /**
   * @param scratch a folder for copies of the films
   */
  GrayscaleChecks(References references, Path scratch) {
    this.references = references;
    this.scratch = scratch;
    this.films = references.json("grayscale/films.json");
  }

  void run(Bench bench) {
    for (String name : films.propertyNames()) {
      String syntax = films.get(name).get("transfer_syntax").stringValue();
      bench.check("%s (%s)".formatted(name, syntax), DECODED, () -> stored(name));
    }
    bench.check("Values after the modality step", DECODED, this::modality);
    bench.check("Films in 8 bits, full range", DECODED, this::eightBits);
    Map<String, List<Pipeline>> groups = new TreeMap<>();
    for (JsonNode each : references.json("grayscale/pipelines.json.gz")) {
      Pipeline pipeline = Pipeline.of(each);
      groups.computeIfAbsent(pipeline.group(), g -> new ArrayList<>()).add(pipeline);
    }
    groups.forEach((group, pipelines) ->
        bench.check("Pipeline: " + group, FORMULAS, () -> display(pipelines)));
  }

  private Comparison stored(String name) throws IOException {
    ImageInspection inspection =
        files.inspect(
            references.copy("grayscale/" + name + ".dcm.gz", scratch), new RunningDigest());
    return Comparison.same(
        "SHA-256 of all stored values",
        films.get(name).get("stored_sha256").stringValue(),
        inspection.stored().sha256());
  }

  private Radiograph film(String name) {
    return files.read(Path.of(name), references.bytes("grayscale/" + name + ".dcm.gz"));
  }

  private Comparison modality() {
    Worst worst = Worst.within(1e-6);
    for (String name : films.propertyNames()) {
      Radiograph film = film(name);
      GrayscaleRendering rendering = GrayscaleRendering.of(film);
      double sum = 0;
      for (int i = 0; i < film.pixels().count(); i++) {
        sum += rendering.modality(film.pixels().value(i));
      }
      worst.add(
          name, films.get(name).get("modality_mean").doubleValue(), sum / film.pixels().count());
    }
    return worst.comparison("means of a film");
  }

  private Comparison eightBits() {
    int right = 0;
    int all = 0;
    for (String name : films.propertyNames()) {
      JsonNode expected = films.get(name).get("minmax_sha256");
      if (expected.isString()) {
        all++;
        Radiograph film = film(name);
        byte[] gray =
            GrayscaleRendering.with(film, GrayscaleRendering.fullRange(film)).gray8().toBytes();
        right += Sha256.of(gray).hex().equals(expected.stringValue()) ? 1 : 0;
      }
    }
    return Comparison.all("SHA-256 of all screen values, MONOCHROME1 inverted", right, all);
  }

  private static Comparison display(List<Pipeline> pipelines) {
    Worst worst = Worst.within(1e-12);
    for (Pipeline pipeline : pipelines) {
      pipeline.compare(worst);
    }
    return worst.comparison("shares of full luminance");
  }

  /** SHA-256 for the radiograph room. */
  private static final class RunningDigest implements StoredDigest {
    private final Sha256.Running running = Sha256.running();

    @Override
    public void update(byte[] bytes, int offset, int length) {
      running.add(bytes, offset, length);
    }

    @Override
    public String hex() {
      return running.digest().hex();
    }
  }
}
