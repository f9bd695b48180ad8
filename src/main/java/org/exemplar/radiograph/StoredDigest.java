package org.exemplar.radiograph;

/** A running SHA-256, lent by whoever may use {@code crypto}; this room only feeds it. */
public interface StoredDigest {
  /** Takes in {@code length} bytes from {@code offset}. */
  void update(byte[] bytes, int offset, int length);

  /** The digest of everything so far, in lower-case hexadecimal; called once, at the end. */
  String hex();
}
