package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Map;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.crypto.Passphrase;
import org.exemplar.folders.AppFolders;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Who acts: {@code --identity} with {@code --identity-passphrase-file}, {@code
 * EXEMPLAR_IDENTITY_PASSPHRASE} or the terminal. Needed only on a computer where people are set up.
 */
final class IdentityOptions {
  static final String NAME_VARIABLE = "EXEMPLAR_IDENTITY";
  static final String VARIABLE = "EXEMPLAR_IDENTITY_PASSPHRASE";

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description =
          "Who acts, where people are set up on this computer (else EXEMPLAR_IDENTITY); see identity.")
  private @Nullable String name;

  @Option(
      names = "--identity-passphrase-file",
      paramLabel = "FILE",
      description =
          "Read that person's passphrase from the first line of FILE (else"
              + " EXEMPLAR_IDENTITY_PASSPHRASE, else asked for).")
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The people of this computer. */
  static Identities identities(Surroundings surroundings) {
    return Identities.in(folders(surroundings.environment()).data());
  }

  private static AppFolders folders(Map<String, String> environment) {
    return AppFolders.ofThisSystem(environment::get);
  }

  /**
   * The office for a deed: that of the person who signs in, or a plain one where nobody is set up.
   *
   * @throws Problem when somebody must sign in and did not, or may not do it
   */
  Office office(Surroundings surroundings, Deed deed) {
    Office plain =
        Office.coordinator(surroundings.clock(), Version.number()).as(deed.role().word());
    Identities identities = identities(surroundings);
    String who = name == null ? surroundings.environment().get(NAME_VARIABLE) : name;
    if (who == null) {
      if (identities.none()) {
        return plain;
      }
      throw new Problem(
          "People are set up on this computer: say who acts with --identity NAME; only a "
              + deed.role().word()
              + " may "
              + deed.words()
              + ".");
    }
    Office office = plain.of(signIn(identities, who, surroundings));
    if (deed != Deed.UNBLIND) {
      // That one is refused by the study, whose trail then has the attempt.
      deed.require(office.stamp());
    }
    return office;
  }

  private Signer signIn(Identities identities, String who, Surroundings surroundings) {
    try (Passphrase passphrase =
        Passphrase.taking(
            PassphraseOptions.require(
                PassphraseOptions.find(
                    new PassphraseOptions.Ways(file, "--identity-passphrase-file", VARIABLE),
                    "Passphrase of " + who,
                    surroundings,
                    this::wrongUse)))) {
      return identities.signIn(who, passphrase, surroundings.clock().instant());
    }
  }

  private CommandLine.ParameterException wrongUse(String words) {
    if (command == null) {
      throw new IllegalStateException("not mixed into a command");
    }
    return new CommandLine.ParameterException(command.commandLine(), words);
  }
}
