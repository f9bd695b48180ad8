package org.exemplar.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Window;
import org.exemplar.folders.AppFolders;

/**
 * What the main window works with, built by the composition root.
 *
 * @param folders where data and log lie
 * @param settings reads and writes the settings
 * @param recent what was open lately
 * @param clock for dates on the start page
 * @param workers where long work runs
 * @param read opens the dark room in a window of its own
 * @param chooseReading asks for a reading file
 * @param validated when this computer was validated, in words
 */
public record ShellServices(
    AppFolders folders,
    SettingsStore settings,
    RecentFiles recent,
    InstantSource clock,
    ExecutorService workers,
    Consumer<Path> read,
    Function<Window, Optional<Path>> chooseReading,
    Optional<String> validated) {}
