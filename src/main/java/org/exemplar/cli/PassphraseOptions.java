package org.exemplar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
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
class PassphraseOptions {
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
    return require(find(file, VARIABLE, what, surroundings));
  }

  /**
   * A passphrase, wherever it comes from.
   *
   * @param given a file that was named
   * @param variable of the environment
   */
  final char[] find(@Nullable Path given, String variable, String what, Surroundings surroundings) {
    String option = variable.equals(VARIABLE) ? "--passphrase-file" : "--second-passphrase-file";
    return find(
        new Ways(given, option, variable),
        what,
        surroundings,
        words -> {
          if (command == null) {
            throw new IllegalStateException("not mixed into a command");
          }
          return new CommandLine.ParameterException(command.commandLine(), words);
        });
  }

  /**
   * Ways to give a passphrase.
   *
   * @param file that was named
   * @param option that names it
   * @param variable of the environment
   */
  record Ways(@Nullable Path file, String option, String variable) {}

  /**
   * A passphrase by one of several ways, else asked for.
   *
   * @param wrongUse what to throw where there is none and nobody to ask
   */
  static char[] find(
      Ways ways,
      String what,
      Surroundings surroundings,
      Function<String, CommandLine.ParameterException> wrongUse) {
    if (ways.file() != null) {
      return fromFile(ways.file());
    }
    String value = surroundings.environment().get(ways.variable());
    if (value != null) {
      return value.toCharArray();
    }
    char @Nullable [] typed = surroundings.askPassphrase().apply(what);
    if (typed != null) {
      return typed;
    }
    throw wrongUse.apply(
        what + " is needed: give " + ways.option() + " FILE or set " + ways.variable() + ".");
  }

  static char[] require(char[] found) {
    if (found.length == 0) {
      throw new Problem("The passphrase is empty; give one of at least one character.");
    }
    return found;
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
