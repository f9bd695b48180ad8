package org.exemplar.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings in use, written down at each change. JavaFX thread only. */
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final Path file;
  private Settings now;

  /**
   * @param file where the settings are kept
   */
  public SettingsStore(Path file) {
    this.file = file;
    now = Settings.load(file);
  }

  /** The settings as they are. */
  public Settings get() {
    return now;
  }

  /** Changes and keeps them; a full disk costs the change at the next start, not this one. */
  public void set(Settings next) {
    if (next.equals(now)) {
      return;
    }
    now = next;
    try {
      next.save(file);
    } catch (UncheckedIOException e) {
      LOG.warn("the settings cannot be kept", e);
    }
  }
}
