package org.exemplar.app.coordination;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What has to be there before the key may be opened. */
public final class UnblindViewModel {
  /** The shortest reason that says something. */
  public static final int SHORTEST_REASON = 20;

  private final int missing;
  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanProperty knowsMissing = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

  /**
   * @param missing readings that have not come back
   */
  public UnblindViewModel(int missing) {
    this.missing = missing;
    ready.bind(
        Bindings.createBooleanBinding(
            () ->
                !key.get().isBlank()
                    && !passphrase.get().isEmpty()
                    && reason.get().strip().length() >= SHORTEST_REASON
                    && (missing == 0 || knowsMissing.get()),
            key,
            passphrase,
            reason,
            knowsMissing));
  }

  /** Readings that have not come back. */
  public int missing() {
    return missing;
  }

  /** The key's file. */
  public StringProperty keyProperty() {
    return key;
  }

  /** The key's passphrase. */
  public StringProperty passphraseProperty() {
    return passphrase;
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
