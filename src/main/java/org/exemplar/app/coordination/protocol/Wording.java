package org.exemplar.app.coordination.protocol;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows choices in words; nothing is typed. */
final class Wording<T> extends StringConverter<T> {
  private final Function<T, String> words;

  Wording(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(T choice) {
    return choice == null ? "" : words.apply(choice);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
