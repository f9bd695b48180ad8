package org.exemplar.cli;

import java.nio.file.Path;
import org.exemplar.folders.FileAssociation;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code exemplar read} as the help shows it. The program takes {@code read FILE.reading} before it
 * comes here, so that the dark room starts without the command line.
 */
@CommandLine.Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Opens a reading file straight in the dark room.")
final class ReadCommand extends Command {
  @Parameters(paramLabel = "FILE.reading", description = "The reader's file.")
  private @Nullable Path file;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "Read the passphrase from the first line of FILE (else EXEMPLAR_PASSPHRASE, else asked for).")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--register",
      description = "Make a double click on a reading file open it (Linux desktops).")
  private boolean register;

  @Option(names = "--unregister", description = "Take --register back.")
  private boolean unregister;

  ReadCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    if (register || unregister) {
      associate();
      return;
    }
    throw new Problem(
        "Give the file right after read, and no option but --passphrase-file: exemplar read "
            + (file == null ? "FILE.reading" : file)
            + (passphraseFile == null ? "" : " --passphrase-file " + passphraseFile));
  }

  private void associate() {
    FileAssociation association = FileAssociation.ofThisSystem(surroundings().environment());
    if (unregister) {
      association.unregister();
      surroundings().out().println("Reading files are no longer opened by double click.");
    } else {
      association.register(surroundings().programFolder().resolve("exemplar"));
      surroundings().out().println("A double click on a reading file now opens it.");
    }
  }
}
