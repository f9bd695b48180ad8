package org.exemplar.classifier.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the first bytes of a file say it is. */
enum Container {
  /** PyTorch's zip format and TorchScript. */
  ZIP,
  /** PyTorch before 1.6. */
  LEGACY,
  /** safetensors. */
  SAFETENSORS,
  /** PyTorch before 0.2: a tar archive. */
  TAR,
  /** The list of the files that a checkpoint was split into. */
  SHARD_INDEX,
  /** A protocol buffer that begins as ONNX models do. */
  ONNX,
  /** None of these. */
  UNKNOWN;

  /** The magic number behind the opcode of its protocol and, from protocol 4, of its frame. */
  private static final byte[] LEGACY_MAGIC = {(byte) 0x8a, 10, 'l', (byte) 0xfc};

  private static final int PLAIN = 2;
  private static final int FRAMED = 11;

  static Container of(Path file) throws IOException {
    long size = Files.size(file);
    var bytes = new byte[(int) Math.min(size, 16)];
    FileBytes.read(file, 0, bytes.length).get(bytes);
    if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
      return ZIP;
    }
    if (isLegacy(bytes)) {
      return LEGACY;
    }
    if (String.valueOf(file.getFileName()).endsWith(".index.json")) {
      return SHARD_INDEX;
    }
    if (isTar(file, size)) {
      return TAR;
    }
    if (SafetensorsFile.looksLikeOne(file)) {
      return SAFETENSORS;
    }
    boolean onnx =
        String.valueOf(file.getFileName()).endsWith(".onnx") && bytes.length > 2 && bytes[0] == 8;
    return onnx ? ONNX : UNKNOWN;
  }

  private static boolean isLegacy(byte[] bytes) {
    if (bytes.length < FRAMED + LEGACY_MAGIC.length || bytes[0] != (byte) 0x80) {
      return false;
    }
    int at = bytes[PLAIN] == (byte) 0x95 ? FRAMED : PLAIN;
    return Arrays.equals(bytes, at, at + LEGACY_MAGIC.length, LEGACY_MAGIC, 0, LEGACY_MAGIC.length);
  }

  /** {@code ustar} stands at byte 257 of a tar archive. */
  private static boolean isTar(Path file, long size) throws IOException {
    return size >= 512
        && StandardCharsets.US_ASCII
            .decode(FileBytes.read(file, 257, 5))
            .toString()
            .equals("ustar");
  }
}
