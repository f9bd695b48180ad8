package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Design;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An unblinding key as JSON: what is inside the encrypted box of a {@link KeyFile}. */
public final class KeyJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private KeyJson() {}

  /** As JSON of format {@value KeyFile#FORMAT}, keys in a fixed order. */
  static String write(UnblindingKey key) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", KeyFile.FORMAT);
    root.put("study_id", key.studyId());
    root.put("seed", key.chance().seed());
    root.put("salt", key.chance().salt());
    ObjectNode comparison = root.putObject("comparison");
    comparison.put("manifest_sha256", key.source().manifest().hex());
    comparison.put("images_sha256", key.source().images().hex());
    comparison.put("agreement_sha256", key.source().agreement().hex());
    key.source().origin().ifPresent(origin -> write(origin, comparison.putObject("images")));
    ObjectNode criterion = root.putObject("criterion");
    criterion.put("sparsity", key.source().criterion().sparsity());
    criterion.put("percentile", key.source().criterion().percentile());
    ArrayNode cases = root.putArray("cases");
    for (UnblindingKey.KeyCase keyCase : key.cases()) {
      ObjectNode node = cases.addObject();
      node.put("case_code", keyCase.code().value());
      node.put("arm", keyCase.arm().name());
      node.put("practice", keyCase.practice());
      node.put("stratum", keyCase.stratum());
      node.put("image_id", keyCase.image().imageId());
      node.put("image_sha256", keyCase.image().sha256().hex());
    }
    return JSON.writeValueAsString(root);
  }

  /**
   * The key that was in an opened box.
   *
   * @param json what the box held
   * @throws Problem when it is of another format or damaged
   */
  public static UnblindingKey read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (!KeyFile.FORMAT.equals(root.required("format").asString())) {
        throw new Problem(
            "The unblinding key is of another format; use the program that wrote it.");
      }
      List<UnblindingKey.KeyCase> cases = new ArrayList<>();
      for (JsonNode node : root.required("cases")) {
        cases.add(keyCase(node));
      }
      return new UnblindingKey(
          root.required("study_id").asString(),
          new UnblindingKey.Chance(
              root.required("seed").asLong(), root.required("salt").asString()),
          source(root),
          cases);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Problem("The unblinding key is damaged; use an intact copy of the file.", e);
    }
  }

  private static UnblindingKey.Source source(JsonNode root) {
    JsonNode comparison = root.required("comparison");
    JsonNode criterion = root.required("criterion");
    return new UnblindingKey.Source(
        new Sha256(comparison.required("manifest_sha256").asString()),
        new Sha256(comparison.required("images_sha256").asString()),
        new Sha256(comparison.required("agreement_sha256").asString()),
        new Design.Criterion(
            criterion.required("sparsity").asDouble(), criterion.required("percentile").asDouble()),
        comparison.has("images")
            ? Optional.of(origin(comparison.required("images")))
            : Optional.empty());
  }

  private static void write(UnblindingKey.Origin origin, ObjectNode node) {
    node.put("listed", origin.listed());
    node.put("used", origin.used());
    node.put("pies", origin.pies());
    ObjectNode leftOut = node.putObject("left_out");
    origin.leftOut().forEach(leftOut::put);
  }

  private static UnblindingKey.Origin origin(JsonNode node) {
    Map<String, Integer> leftOut = new TreeMap<>();
    node.required("left_out").forEachEntry((why, count) -> leftOut.put(why, count.asInt()));
    return new UnblindingKey.Origin(
        node.required("listed").asInt(),
        node.required("used").asInt(),
        node.required("pies").asInt(),
        leftOut);
  }

  private static UnblindingKey.KeyCase keyCase(JsonNode node) {
    return new UnblindingKey.KeyCase(
        new CaseCode(node.required("case_code").asString()),
        Arm.valueOf(node.required("arm").asString()),
        node.required("practice").asBoolean(),
        node.required("stratum").asInt(),
        new UnblindingKey.SourceImage(
            node.required("image_id").asString(),
            new Sha256(node.required("image_sha256").asString())));
  }
}
