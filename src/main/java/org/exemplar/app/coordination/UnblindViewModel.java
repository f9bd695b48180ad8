package org.exemplar.app.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.exemplar.blinding.KeyFile;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;

/** What has to be there before the key may be opened. */
public final class UnblindViewModel {
  private static final long LARGEST_KEY = 64L << 20;

  /** The shortest reason that says something. */
  public static final int SHORTEST_REASON = 20;

  private final Open still;
  private final Sha256 sealedKey;
  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final StringProperty second = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
  private final BooleanProperty knowsMissing = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<KeyState> keyState =
      new ReadOnlyObjectWrapper<>(KeyState.ABSENT);

  /**
   * What is not settled.
   *
   * @param missing readings that have not come back
   * @param waiting answers that differ between files and that nobody has decided on
   */
  public record Open(int missing, int waiting) {}

  /** What the key's file is. */
  public enum KeyState {
    /** There is no such file, or it is no key. */
    ABSENT,
    /** It is another study's key. */
    FOREIGN,
    /** It is the key that the study was sealed with; one passphrase opens it. */
    FITS,
    /** The same; two people's passphrases open it together. */
    FITS_TWO;

    /** Whether it is the key that the study was sealed with. */
    public boolean fits() {
      return this == FITS || this == FITS_TWO;
    }
  }

  /**
   * @param still what is not settled
   * @param sealedKey digest of the key that the study was sealed with
   */
  public UnblindViewModel(Open still, Sha256 sealedKey) {
    this.still = still;
    this.sealedKey = sealedKey;
    key.addListener((o, was, now) -> keyState.set(look(now)));
    ready.bind(
        Bindings.createBooleanBinding(
            this::complete, keyState, passphrase, second, reason, knowsMissing, trying));
  }

  private boolean complete() {
    return !trying.get()
        && keyState.get().fits()
        && !passphrase.get().isEmpty()
        && (keyState.get() == KeyState.FITS || differentSecond())
        && reason.get().strip().length() >= SHORTEST_REASON
        && still.waiting() == 0
        && (still.missing() == 0 || knowsMissing.get());
  }

  private boolean differentSecond() {
    return !second.get().isEmpty() && !second.get().equals(passphrase.get());
  }

  private KeyState look(String path) {
    try {
      Path file = Path.of(path.strip());
      if (path.isBlank() || !Files.isRegularFile(file) || Files.size(file) > LARGEST_KEY) {
        return KeyState.ABSENT;
      }
      KeyFile found = KeyFile.read(file);
      if (!found.digest().equals(sealedKey)) {
        return KeyState.FOREIGN;
      }
      return found.people() == 2 ? KeyState.FITS_TWO : KeyState.FITS;
    } catch (Problem | InvalidPathException | IOException e) {
      return KeyState.ABSENT;
    }
  }

  /** What the key's file is. */
  public ReadOnlyObjectProperty<KeyState> keyStateProperty() {
    return keyState.getReadOnlyProperty();
  }

  /** Readings that have not come back. */
  public int missing() {
    return still.missing();
  }

  /** Answers that wait for a decision. */
  public int waiting() {
    return still.waiting();
  }

  /** What opens the key, for one try; the passphrases' fields are emptied, the reason stays. */
  public Passphrase takePassphrase() {
    trying.set(true);
    refusal.set("");
    String first = passphrase.get();
    String other = second.get();
    boolean two = keyState.get() == KeyState.FITS_TWO;
    passphrase.set("");
    second.set("");
    if (!two) {
      return Passphrase.of(first);
    }
    try (Passphrase one = Passphrase.of(first);
        Passphrase another = Passphrase.of(other)) {
      return Passphrase.together(one, another);
    }
  }

  /** The key did not open: all but the passphrases is as it was typed. */
  public void refused(String sentence) {
    trying.set(false);
    refusal.set(sentence);
  }

  /** Why the key did not open at the last try; empty before it, and while one is on its way. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether a try is on its way. */
  public ReadOnlyBooleanProperty tryingProperty() {
    return trying.getReadOnlyProperty();
  }

  /** The key's file. */
  public StringProperty keyProperty() {
    return key;
  }

  /** The key's passphrase, or the first person's. */
  public StringProperty passphraseProperty() {
    return passphrase;
  }

  /** The second person's, where two people keep the key. */
  public StringProperty secondProperty() {
    return second;
  }

  /** Why now. */
  public StringProperty reasonProperty() {
    return reason;
  }

  /** Whether the coordinator said that missing readings are known. */
  public BooleanProperty knowsMissingProperty() {
    return knowsMissing;
  }

  /** Whether the button may wake. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }
}
