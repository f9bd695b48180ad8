package org.exemplar.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.exemplar.problem.Problem;

/**
 * A SHA-256 digest as 64 lower-case hexadecimal characters (FIPS 180-4).
 *
 * @param hex 64 characters of {@code 0-9a-f}
 */
public record Sha256(String hex) implements Comparable<Sha256> {
  private static final int CHUNK = 1 << 16;

  /** Checks the form. */
  public Sha256 {
    if (hex.length() != 64 || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("not a SHA-256 digest in lower-case hex: " + hex);
    }
  }

  /** The digest of these bytes. */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(Algorithms.sha256().digest(bytes)));
  }

  /** The digest of this text in UTF-8. */
  public static Sha256 ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A digest written by someone else; upper case is accepted. */
  public static Sha256 parse(String hex) {
    return new Sha256(hex.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The digest of a file's bytes.
   *
   * @throws Problem when the file cannot be read
   */
  public static Sha256 ofFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ofStream(in);
    } catch (IOException e) {
      throw new Problem("Cannot read " + file + ": check that it exists and may be read.", e);
    }
  }

  /** The digest of everything left in the stream, which is not closed. */
  public static Sha256 ofStream(InputStream in) throws IOException {
    Running running = running();
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      running.add(chunk, 0, n);
    }
    return running.digest();
  }

  /** A digest to be fed piece by piece. */
  public static Running running() {
    return new Running();
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /**
   * The first sixteen characters in groups of four, as people compare them: {@code 9f3c 71ab …}.
   */
  public String checkCode() {
    return String.join(
        " ", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12), hex.substring(12, 16));
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  /** A digest under way. Not thread-safe. */
  public static final class Running {
    private final MessageDigest digest = Algorithms.sha256();

    private Running() {}

    /** Feeds these bytes. */
    public Running add(byte[] bytes) {
      digest.update(bytes);
      return this;
    }

    /** Feeds a part of these bytes. */
    public Running add(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
      return this;
    }

    /** The digest of everything fed so far; feeding starts anew afterwards. */
    public Sha256 digest() {
      return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }
  }
}
