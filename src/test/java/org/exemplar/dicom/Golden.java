package org.exemplar.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.exemplar.radiograph.StoredDigest;
import org.exemplar.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference decodings of pydicom and GDCM, and the files they belong to. */
final class Golden {
  private Golden() {}

  /** Phantom variants, which travel with the tests. */
  static JsonNode derived() {
    try (InputStream json = Golden.class.getResourceAsStream("/dicom/golden.json")) {
      return JsonMapper.shared().readTree(json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static byte[] derived(String name) {
    try (InputStream file =
        Objects.requireNonNull(Golden.class.getResourceAsStream("/dicom/" + name), name)) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Real films, which stay beside the checkout; the test is skipped where they are absent. */
  static JsonNode real() {
    return JsonMapper.shared().readTree(SharedData.file("dicom/golden/real.json"));
  }

  static byte[] real(String name) {
    try {
      Path file = SharedData.file("dicom/real/" + name);
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String sha256(byte[] bytes) {
    Sha256 sha = new Sha256();
    sha.update(bytes, 0, bytes.length);
    return sha.hex();
  }

  static final class Sha256 implements StoredDigest {
    private final MessageDigest digest;

    Sha256() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
    }

    @Override
    public String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
