package org.exemplar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exemplar.blinding.KeyFile;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.store.ReadingLock;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar study package}. */
@CommandLine.Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description = "Writes one reading file for each reader.")
final class StudyPackageCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Option(
      names = "--reader",
      split = ",",
      paramLabel = "R01",
      description = "Only these readers' files.")
  private List<String> readers = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: readings in the study).")
  private @Nullable Path out;

  @Mixin private PassphraseOptions passphraseOptions = new PassphraseOptions();

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  StudyPackageCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    Packaging.Order order =
        new Packaging.Order(
            readers.stream().map(StudyBuildCommand::reader).toList(), Optional.ofNullable(out));
    Office office = identityOptions.office(surroundings(), Deed.HAND_OUT);
    List<Map<String, Object>> facts = new ArrayList<>();
    try (Passphrase passphrase =
        Passphrase.taking(
            passphraseOptions.passphrase("Passphrase of the reading files", surroundings()))) {
      warnOfEqualPassphrases(location, passphrase);
      for (Packaging.Packed packed :
          new Packaging(office)
              .pack(location, order, ReadingLock.standard(passphrase), progress, cancellation)) {
        say(packed.file() + (packed.kept() ? " (was there already)" : ""));
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("reader", packed.reader().value());
        fact.put("file", packed.file().toString());
        fact.put("kept", packed.kept());
        facts.add(fact);
      }
    }
    summary(facts);
  }

  private void warnOfEqualPassphrases(StudyLocation location, Passphrase passphrase) {
    if (Files.isRegularFile(location.key())
        && KeyFile.read(location.key()).sharesPassphrase(passphrase)) {
      warn(
          "This passphrase also opens the unblinding key; readers should not be given one that does.");
    }
  }
}
