package org.exemplar.study;

import java.util.regex.Pattern;

/**
 * A reader's pseudonym, such as {@code R01}: also the name of the reader's file.
 *
 * @param value 1 to 32 letters, digits, {@code -} and {@code _}, starting with a letter or digit
 */
public record ReaderId(String value) implements Comparable<ReaderId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

  /** Checks the form. */
  public ReaderId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a reader's pseudonym has 1 to 32 letters, digits, - or _: \"" + value + '"');
    }
  }

  @Override
  public int compareTo(ReaderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
