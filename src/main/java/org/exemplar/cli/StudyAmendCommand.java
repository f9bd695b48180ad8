package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.exemplar.conduct.Amendment;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Sha256;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.study.Protocol;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar study amend}. */
@CommandLine.Command(
    name = "amend",
    mixinStandardHelpOptions = true,
    description =
        "Changes the protocol of a sealed study in the open: a new version beside the old one.")
final class StudyAmendCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "MD",
      description = "The amended protocol.")
  private @Nullable Path protocol;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  StudyAmendCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Office office = identityOptions.office(surroundings(), Deed.AMEND);
    ProtocolVersion version =
        new Amendment(office)
            .amend(
                StudyLocation.of(Objects.requireNonNull(study)),
                Protocol.read(Objects.requireNonNull(protocol)),
                reason);
    say(
        "Amended: version "
            + version.version()
            + ", digest "
            + Sha256.ofText(version.text()).hex());
    summary(Map.of("version", version.version(), "sha256", Sha256.ofText(version.text()).hex()));
  }
}
