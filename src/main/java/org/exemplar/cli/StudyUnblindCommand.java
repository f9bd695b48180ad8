package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar study unblind}. */
@CommandLine.Command(
    name = "unblind",
    mixinStandardHelpOptions = true,
    description = "Opens the key, closes data entry for good and writes both into the audit trail.")
final class StudyUnblindCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "unblinding-key.json")
  private @Nullable Path key;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why now.")
  private String reason = "";

  @Mixin private KeyPassphraseOptions passphraseOptions = new KeyPassphraseOptions();

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  StudyUnblindCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    Office office = identityOptions.office(surroundings(), Deed.UNBLIND);
    try (Passphrase passphrase =
        passphraseOptions.opening(Objects.requireNonNull(key), surroundings())) {
      Unblinding.Unblinded unblinded =
          new Unblinding(office).unblind(location, Objects.requireNonNull(key), passphrase, reason);
      unblinded
          .missing()
          .forEach(
              (reader, cases) -> warn(reader + ": " + cases + " cases are missing; recorded."));
      say("Unblinded: " + location.folder());
      Map<String, Integer> missing = new TreeMap<>();
      unblinded.missing().forEach((reader, cases) -> missing.put(reader.value(), cases));
      summary(Map.of("unblinded", true, "missing", missing));
    }
  }
}
