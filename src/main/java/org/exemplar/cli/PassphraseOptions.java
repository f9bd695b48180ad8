package org.exemplar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Where a passphrase comes from: {@code --passphrase-file}, {@code EXEMPLAR_PASSPHRASE}, or the
 * terminal.
 */
final class PassphraseOptions {
  static final String VARIABLE = "EXEMPLAR_PASSPHRASE";

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "Read the passphrase from the first line of FILE (else EXEMPLAR_PASSPHRASE, else asked for).")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * The passphrase; the caller wipes the array after use.
   *
   * @param what names the passphrase in the prompt, e.g. {@code "Passphrase of the unblinding key"}
   * @throws CommandLine.ParameterException (exit 2) where there is none and nobody to ask
   */
  char[] passphrase(String what, Surroundings surroundings) {
    char[] found = find(what, surroundings);
    if (found.length == 0) {
      throw new Problem("The passphrase is empty; give one of at least one character.");
    }
    return found;
  }

  private char[] find(String what, Surroundings surroundings) {
    if (file != null) {
      return fromFile(file);
    }
    String variable = surroundings.environment().get(VARIABLE);
    if (variable != null) {
      return variable.toCharArray();
    }
    char @Nullable [] typed = surroundings.askPassphrase().apply(what);
    if (typed != null) {
      return typed;
    }
    if (command == null) {
      throw new IllegalStateException("not mixed into a command");
    }
    throw new CommandLine.ParameterException(
        command.commandLine(),
        what + " is needed: give --passphrase-file FILE or set " + VARIABLE + ".");
  }

  private static char[] fromFile(Path path) {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new Problem(
          "The passphrase file "
              + path
              + " cannot be read; check its name and that you may read it.",
          e);
    }
  }
}
