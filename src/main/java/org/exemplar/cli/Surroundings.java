package org.exemplar.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.exemplar.folders.AppFolders;
import org.jspecify.annotations.Nullable;

/**
 * What the command line meets outside itself; handed in so that tests can stand in for it.
 *
 * @param out where results go
 * @param err where progress, warnings and errors go
 * @param environment environment variables
 * @param askPassphrase asks on the terminal with a prompt, without echo; gives null where there is
 *     no terminal
 * @param progressBar whether progress is drawn as one line that changes (a terminal) or not at all
 * @param clock the wall clock
 * @param nanoTime a monotonic clock, nanoseconds
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Function<String, char @Nullable []> askPassphrase,
    boolean progressBar,
    InstantSource clock,
    LongSupplier nanoTime) {

  /** The process's own streams, environment, terminal and clocks. */
  public static Surroundings ofProcess() {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Surroundings(
        System.out,
        System.err,
        System.getenv(),
        prompt -> terminal.map(console -> console.readPassword("%s: ", prompt)).orElse(null),
        terminal.isPresent(),
        InstantSource.system(),
        System::nanoTime);
  }

  /** Where the program's own assets lie: the checkout or the installed folder. */
  public Path programFolder() {
    return AppFolders.program();
  }
}
