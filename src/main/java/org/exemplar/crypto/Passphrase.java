package org.exemplar.crypto;

import java.util.Arrays;

/**
 * A passphrase in memory, wiped when closed. Not thread-safe.
 *
 * <p>Never printed, never stored: what is stored are boxes that it opens.
 */
public final class Passphrase implements AutoCloseable {
  /** Stands between the passphrases of two people; nobody can type it. */
  private static final char BETWEEN = '\0';

  private final char[] characters;
  private final int people;
  private boolean closed;

  private Passphrase(char[] characters, int people) {
    this.characters = characters;
    this.people = people;
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
    return new Passphrase(own, 1);
  }

  /** A passphrase that arrived as text, for instance from the environment. */
  public static Passphrase of(String text) {
    return taking(text.toCharArray());
  }

  /**
   * What two people know together: the first passphrase, a character of value 0, the second.
   * Neither opens anything alone.
   *
   * @param first lent
   * @param second lent
   * @throws IllegalArgumentException when either is that of two people already, or both are the
   *     same
   */
  public static Passphrase together(Passphrase first, Passphrase second) {
    if (first.people != 1 || second.people != 1) {
      throw new IllegalArgumentException("two people have one passphrase each");
    }
    if (first.sameAs(second)) {
      throw new IllegalArgumentException("two people need two different passphrases");
    }
    char[] both = Arrays.copyOf(first.characters(), first.length() + 1 + second.length());
    both[first.length()] = BETWEEN;
    System.arraycopy(second.characters(), 0, both, first.length() + 1, second.length());
    return new Passphrase(both, 2);
  }

  /** How many people know a part of it: 1 or 2. */
  public int people() {
    return people;
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
