package org.exemplar.classifier.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.exemplar.classifier.comparison.PrunedWeights.GivenCopy;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a manifest. */
final class ManifestJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ManifestJson() {}

  static void write(ComparisonManifest manifest, Path file) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", ComparisonManifest.FORMAT);
    root.put("version", manifest.settings().version());
    manifest.findings().forEach(root.putArray("findings")::add);
    ArrayNode runs = root.putArray("runs");
    manifest.runs().forEach(run -> writeRun(run, runs.addObject()));
    root.put("method", manifest.plan().method().text());
    root.put("seed", manifest.plan().seed());
    ArrayNode sparsities = root.putArray("sparsities");
    manifest.plan().sparsities().forEach(s -> sparsities.add(s.value()));
    writePreprocessing(manifest.settings().preprocessing(), root.putObject("preprocessing"));
    root.put("output", manifest.settings().output().text());
    root.put("device", manifest.settings().device());
    root.put("precision", manifest.settings().precision().text());
    writeImages(manifest.images(), root.putObject("images"));
    WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  private static void writeRun(ComparedRun run, ObjectNode node) {
    node.put("checkpoint", run.checkpoint());
    node.put("sha256", run.sha256());
    node.put("architecture", run.architecture());
    ObjectNode pruned = node.putObject("pruned");
    run.pruned()
        .forEach((sparsity, weights) -> {
          ObjectNode one = pruned.putObject(sparsity.text());
          one.put("count", weights.count());
          one.put("total", weights.total());
          one.put("mask_sha256", weights.maskSha256());
          one.put("ties", weights.ties());
          GivenCopy copy = weights.copy();
          if (copy != null) {
            one.put("checkpoint", copy.checkpoint());
            one.put("sha256", copy.sha256());
          }
        });
  }

  private static void writePreprocessing(Preprocessing preprocessing, ObjectNode node) {
    node.put("size", preprocessing.size());
    node.put("channels", preprocessing.channels());
    preprocessing.mean().forEach(node.putArray("mean")::add);
    preprocessing.deviation().forEach(node.putArray("deviation")::add);
    node.putArray("range").add(0).add(1);
    node.put("resize", preprocessing.resize());
  }

  private static void writeImages(ImageCounts images, ObjectNode node) {
    node.put("listed", images.listed());
    node.put("used", images.used());
    ArrayNode left = node.putArray("left_out");
    for (LeftOut one : images.leftOut()) {
      left.addObject().put("id", one.id()).put("reason", one.reason());
    }
  }

  static ComparisonManifest read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Problem(
          file + " is missing: this folder holds no finished comparison; run exemplar compare.");
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(file);
    } catch (JacksonException e) {
      throw new Problem(file + " is not readable JSON; run the comparison again.", e);
    }
    var fields = new JsonFields(root, file);
    String format = fields.text("format");
    if (!format.equals(ComparisonManifest.FORMAT)) {
      throw new Problem(
          file
              + " has the format "
              + format
              + ", not "
              + ComparisonManifest.FORMAT
              + "; use the version of Exemplar that wrote it.");
    }
    var runs = new ArrayList<ComparedRun>();
    fields.array("runs").forEach(node -> runs.add(readRun(new JsonFields(node, file))));
    var sparsities = new ArrayList<Sparsity>();
    fields.array("sparsities").forEach(node -> sparsities.add(new Sparsity(node.asDouble())));
    return new ComparisonManifest(
        texts(fields.array("findings")),
        runs,
        new PruningPlan(
            PruningMethod.parse(fields.text("method")), fields.number("seed"), sparsities),
        new PredictionSettings(
            fields.text("version"),
            readPreprocessing(fields.object("preprocessing")),
            OutputKind.parse(fields.text("output")),
            fields.text("device"),
            fields.has("precision")
                ? Precision.parse(fields.text("precision"))
                : Precision.FLOAT32),
        readImages(fields.object("images")));
  }

  private static ComparedRun readRun(JsonFields run) {
    var pruned = new TreeMap<Sparsity, PrunedWeights>();
    run.object("pruned")
        .forEachObject((name, one) ->
            pruned.put(
                Sparsity.parse(name),
                new PrunedWeights(
                    one.number("count"),
                    one.number("total"),
                    one.text("mask_sha256"),
                    one.number("ties"),
                    one.has("checkpoint")
                        ? new GivenCopy(one.text("checkpoint"), one.text("sha256"))
                        : null)));
    return new ComparedRun(
        run.text("checkpoint"), run.text("sha256"), run.text("architecture"), pruned);
  }

  private static Preprocessing readPreprocessing(JsonFields node) {
    return new Preprocessing(
        (int) node.number("size"),
        (int) node.number("channels"),
        doubles(node.array("mean")),
        doubles(node.array("deviation")),
        node.text("resize"));
  }

  private static ImageCounts readImages(JsonFields node) {
    var left = new ArrayList<LeftOut>();
    node.array("left_out")
        .forEach(
            one -> left.add(new LeftOut(one.path("id").asString(), one.path("reason").asString())));
    return new ImageCounts((int) node.number("listed"), (int) node.number("used"), left);
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    var all = new ArrayList<String>();
    nodes.forEach(node -> all.add(node.asString()));
    return all;
  }

  private static List<Double> doubles(Iterable<JsonNode> nodes) {
    var all = new ArrayList<Double>();
    nodes.forEach(node -> all.add(node.asDouble()));
    return all;
  }
}
