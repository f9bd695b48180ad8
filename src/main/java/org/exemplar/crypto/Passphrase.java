package org.exemplar.crypto;

import java.util.Arrays;

/**
 * A passphrase in memory, wiped when closed. Not thread-safe.
 *
 * <p>Never printed, never stored: what is stored are boxes that it opens.
 */
public final class Passphrase implements AutoCloseable {
  private final char[] characters;
  private boolean closed;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  /**
   * Takes over these characters and wipes the given array.
   *
   * @throws IllegalArgumentException when empty
   */
  public static Passphrase taking(char[] characters) {
    if (characters.length == 0) {
      throw new IllegalArgumentException("a passphrase has at least one character");
    }
    char[] own = characters.clone();
    Arrays.fill(characters, '\0');
    return new Passphrase(own);
  }

  /** A passphrase that arrived as text, for instance from the environment. */
  public static Passphrase of(String text) {
    return taking(text.toCharArray());
  }

  /** Whether both say the same, in time that does not depend on where they differ. */
  public boolean sameAs(Passphrase other) {
    int difference = characters.length ^ other.characters.length;
    for (int i = 0; i < characters.length; i++) {
      difference |= characters[i] ^ other.characters[i % other.characters.length];
    }
    return difference == 0;
  }

  /** How many characters it has. */
  public int length() {
    return characters.length;
  }

  /** The characters themselves, only for key stretching; callers must not keep or change them. */
  char[] characters() {
    if (closed) {
      throw new IllegalStateException("the passphrase was wiped");
    }
    return characters;
  }

  /** Wipes the characters. */
  @Override
  public void close() {
    Arrays.fill(characters, '\0');
    closed = true;
  }

  @Override
  public String toString() {
    return "Passphrase[hidden]";
  }
}
