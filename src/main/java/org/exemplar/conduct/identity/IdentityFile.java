package org.exemplar.conduct.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code identities.json}, format {@code exemplar-identities/1}. */
record IdentityFile(Path path) {
  private static final String FORMAT = "exemplar-identities/1";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One person as kept.
   *
   * @param box the signing key, sealed by the passphrase
   * @param wrong tries in a row that were wrong
   * @param last when the last of them was
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(Identity identity, byte[] box, int wrong, Instant last) {
    Entry tried(int times, Instant when) {
      return new Entry(identity, box, times, when);
    }

    Entry sealed(byte[] other) {
      return new Entry(identity, other, 0, Instant.EPOCH);
    }
  }

  List<Entry> read() {
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(path));
      if (!root.path("format").asString("").equals(FORMAT)) {
        throw new Problem(
            path + " was written by a newer version of Exemplar, or is damaged; update Exemplar.");
      }
      List<Entry> entries = new ArrayList<>();
      for (JsonNode each : root.required("people")) {
        entries.add(
            new Entry(
                new Identity(
                    each.required("name").asString(),
                    Role.of(each.required("role").asString()),
                    VerifyingKey.decode(HexFormat.of().parseHex(each.required("key").asString()))),
                Base64.getDecoder().decode(each.required("box").asString()),
                each.required("wrong").asInt(),
                Instant.parse(each.required("last_wrong").asString())));
      }
      return entries;
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new Problem(
          path + " is damaged; restore it from a backup, or remove it and add people again.", e);
    } catch (IOException e) {
      throw new Problem(path + " cannot be read; check its permissions.", e);
    }
  }

  void write(List<Entry> entries) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    ArrayNode people = root.putArray("people");
    for (Entry entry : entries) {
      ObjectNode each = people.addObject();
      each.put("name", entry.identity().name());
      each.put("role", entry.identity().role().word());
      each.put("key", entry.identity().key().hex());
      each.put("box", Base64.getEncoder().encodeToString(entry.box()));
      each.put("wrong", entry.wrong());
      each.put("last_wrong", entry.last().toString());
    }
    WholeFile.write(path, JSON.writeValueAsString(root) + "\n");
  }
}
