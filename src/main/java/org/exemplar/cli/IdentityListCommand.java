package org.exemplar.cli;

import java.util.List;
import java.util.Map;
import org.exemplar.conduct.identity.Identity;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import picocli.CommandLine;

/** {@code exemplar identity list}. */
@CommandLine.Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Says who may do what on this computer.")
final class IdentityListCommand extends Command {
  IdentityListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    List<Identity> people = IdentityOptions.identities(surroundings()).all();
    if (people.isEmpty()) {
      say("Nobody is set up on this computer: everybody may do everything, unsigned.");
    }
    people.forEach(
        person -> say(person.name() + ", " + person.role().word() + ", key " + person.key().hex()));
    summary(
        people.stream()
            .map(person ->
                Map.of(
                    "name", person.name(),
                    "role", person.role().word(),
                    "key", person.key().hex()))
            .toList());
  }
}
