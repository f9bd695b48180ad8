package org.exemplar.cli;

import java.util.Map;
import java.util.Optional;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.conduct.identity.Identity;
import org.exemplar.conduct.identity.Role;
import org.exemplar.crypto.Passphrase;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar identity add}. */
@CommandLine.Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Adds a person to this computer; the first is a coordinator, who then adds the others"
            + " (--identity).")
final class IdentityAddCommand extends Command {
  @Parameters(paramLabel = "NAME", description = "As the audit trail will have it.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "coordinator|statistician",
      description = "What the person may do.")
  private String role = "";

  @Mixin private PassphraseOptions passphraseOptions = new PassphraseOptions();

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  IdentityAddCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Role wanted = Role.of(role);
    Identities identities = IdentityOptions.identities(surroundings());
    Optional<Signer> by =
        identities.none()
            ? Optional.empty()
            : identityOptions.office(surroundings(), Deed.APPOINT).signer();
    try (Passphrase passphrase =
        Passphrase.taking(
            passphraseOptions.passphrase("New passphrase of " + name, surroundings()))) {
      Identity added = identities.add(name, wanted, passphrase, by);
      say(added.name() + ", " + added.role().word() + ", key " + added.key().hex());
      summary(Map.of("name", added.name(), "role", added.role().word(), "key", added.key().hex()));
    }
  }
}
