package org.exemplar.study;

/**
 * The random name of a case, such as {@code T4XD-9}: four drawn characters and a check character.
 *
 * <p>The alphabet has 29 characters: digits and letters without vowels, {@code 0} and {@code 1}, so
 * that codes spell nothing and are read aloud without doubt. The check character is the sum of the
 * values weighted 1 to 4, modulo the prime 29: any single wrong character and any two neighbours
 * swapped are noticed.
 *
 * @param value five characters of the alphabet with a hyphen before the last
 */
public record CaseCode(String value) implements Comparable<CaseCode> {
  /** What codes are drawn from. */
  public static final String ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXYZ";

  /** How many characters are drawn; 29 to this power codes exist. */
  public static final int DRAWN = 4;

  /** Checks form and check character. */
  public CaseCode {
    if (value.length() != DRAWN + 2
        || value.charAt(DRAWN) != '-'
        || value.charAt(DRAWN + 1) != check(value)) {
      throw new IllegalArgumentException("not a case code: \"" + value + '"');
    }
  }

  /**
   * The code of four drawn characters.
   *
   * @throws IllegalArgumentException when they are not four characters of the alphabet
   */
  public static CaseCode ofDrawn(String drawn) {
    if (drawn.length() != DRAWN) {
      throw new IllegalArgumentException("a case code has four drawn characters: " + drawn);
    }
    return new CaseCode(drawn + '-' + check(drawn));
  }

  private static char check(String value) {
    int sum = 0;
    for (int i = 0; i < DRAWN; i++) {
      int digit = ALPHABET.indexOf(value.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not a case code: \"" + value + '"');
      }
      sum += (i + 1) * digit;
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  @Override
  public int compareTo(CaseCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
