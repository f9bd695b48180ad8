package org.exemplar.app.coordination.design;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.exemplar.crypto.Passphrase;

/** Who will be able to open the key: one person, or two together. */
final class SealViewModel {
  private static final int SHORT = 12;

  private final StringProperty first = new SimpleStringProperty("");
  private final StringProperty firstAgain = new SimpleStringProperty("");
  private final StringProperty second = new SimpleStringProperty("");
  private final StringProperty secondAgain = new SimpleStringProperty("");
  private final BooleanProperty two = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private final String readingWords;

  /**
   * @param readingWords the passphrase of the reading files, to warn when the key has the same;
   *     empty when there is none
   */
  SealViewModel(String readingWords) {
    this.readingWords = readingWords;
    first.addListener(o -> look());
    firstAgain.addListener(o -> look());
    second.addListener(o -> look());
    secondAgain.addListener(o -> look());
    two.addListener(o -> look());
    look();
  }

  StringProperty firstProperty() {
    return first;
  }

  StringProperty firstAgainProperty() {
    return firstAgain;
  }

  StringProperty secondProperty() {
    return second;
  }

  StringProperty secondAgainProperty() {
    return secondAgain;
  }

  /** Whether two people keep the key. */
  BooleanProperty twoProperty() {
    return two;
  }

  /** What is still missing, one sentence; empty when the study can be sealed. */
  ReadOnlyStringProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** What one should know of the passphrases; may be empty. */
  ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  private void look() {
    missing.set(missing());
    warning.set(warning());
  }

  private String missing() {
    if (first.get().isEmpty()) {
      return two.get() ? "The first person types a passphrase." : "Think of a passphrase.";
    }
    if (!first.get().equals(firstAgain.get())) {
      return "The two passphrases" + (two.get() ? " of the first person" : "") + " differ.";
    }
    if (!two.get()) {
      return "";
    }
    if (second.get().isEmpty()) {
      return "The second person types a passphrase.";
    }
    if (!second.get().equals(secondAgain.get())) {
      return "The two passphrases of the second person differ.";
    }
    return first.get().equals(second.get()) ? "Two people need two different passphrases." : "";
  }

  private String warning() {
    boolean same =
        !readingWords.isEmpty()
            && (first.get().equals(readingWords)
                || (two.get() && second.get().equals(readingWords)));
    if (same) {
      return "This is the passphrase of the reading files too: every reader could open the key.";
    }
    boolean shortWords =
        (!first.get().isEmpty() && first.get().length() < SHORT)
            || (two.get() && !second.get().isEmpty() && second.get().length() < SHORT);
    return shortWords ? "Short: several words are harder to guess." : "";
  }

  /**
   * The passphrase of the key; the fields are emptied.
   *
   * @throws IllegalStateException while something is missing
   */
  Passphrase take() {
    if (!missing.get().isEmpty()) {
      throw new IllegalStateException(missing.get());
    }
    try {
      if (!two.get()) {
        return Passphrase.of(first.get());
      }
      try (Passphrase one = Passphrase.of(first.get());
          Passphrase other = Passphrase.of(second.get())) {
        return Passphrase.together(one, other);
      }
    } finally {
      first.set("");
      firstAgain.set("");
      second.set("");
      secondAgain.set("");
    }
  }
}
