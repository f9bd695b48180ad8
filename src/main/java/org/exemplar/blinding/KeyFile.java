package org.exemplar.blinding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SealedBox;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.Stretching;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code unblinding-key.json}: an {@link UnblindingKey} encrypted with AES-256-GCM under a
 * passphrase (PBKDF2-HMAC-SHA256), in the {@link SealedBox} format, as base64 in a small JSON that
 * says what it is. This room writes and recognises it; it is opened in one place only, after the
 * study.
 *
 * @param studyId which study it opens
 * @param digest of the file's bytes, as sealed in the study's first audit entry
 * @param people how many people's passphrases open it, together: 1 or 2 ({@link
 *     Passphrase#together})
 * @param boxBase64 what a passphrase opens
 */
public record KeyFile(String studyId, Sha256 digest, int people, String boxBase64) {
  /** The name that it is given. */
  public static final String NAME = "unblinding-key.json";

  static final String FORMAT = "exemplar-unblinding-key/1";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What a passphrase opens, as bytes. */
  public byte[] box() {
    return Base64.getDecoder().decode(boxBase64);
  }

  /**
   * Whether this passphrase is the key's, so that a warning can be given when reading files would
   * get the same one. Decrypts nothing.
   */
  public boolean sharesPassphrase(Passphrase passphrase) {
    return SealedBox.fits(box(), passphrase);
  }

  /**
   * Refuses a passphrase of one person where two are needed, and the other way round.
   *
   * @throws Problem saying how many are needed
   */
  public void requirePeople(Passphrase passphrase) {
    if (passphrase.people() != people) {
      throw new Problem(
          people == 2
              ? "This key is opened by two people together: give both passphrases."
              : "This key is opened by one passphrase: give no second one.");
    }
  }

  /** Writes the encrypted key to a new file. */
  static KeyFile write(Path file, UnblindingKey key, Passphrase passphrase, Stretching stretching) {
    byte[] plain = KeyJson.write(key).getBytes(StandardCharsets.UTF_8);
    byte[] box = SealedBox.seal(plain, passphrase, stretching, new SecureDraw());
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("study_id", key.studyId());
    root.put("encryption", "AES-256-GCM under PBKDF2-HMAC-SHA256");
    root.put("people", passphrase.people());
    root.put("box", Base64.getEncoder().encodeToString(box));
    byte[] bytes = (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new Problem("Cannot write " + file + ": check the folder and the space left.", e);
    }
    return new KeyFile(
        key.studyId(),
        Sha256.of(bytes),
        passphrase.people(),
        Base64.getEncoder().encodeToString(box));
  }

  /**
   * Reads the file without opening it.
   *
   * @throws Problem when it is not an unblinding key
   */
  public static KeyFile read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Problem("Cannot read the key " + file + ": check that the file exists.", e);
    }
    try {
      JsonNode root = JSON.readTree(bytes);
      if (!root.path("format").asString("").equals(FORMAT)) {
        throw new Problem(file + " is not an unblinding key of this program; give the right file.");
      }
      KeyFile key =
          new KeyFile(
              root.required("study_id").asString(),
              Sha256.of(bytes),
              root.path("people").asInt(1),
              root.required("box").asString());
      key.box();
      return key;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Problem(file + " is not an unblinding key, or is damaged; give the right file.", e);
    }
  }

  @Override
  public String toString() {
    return "KeyFile[" + studyId + ", " + digest + "]";
  }
}
