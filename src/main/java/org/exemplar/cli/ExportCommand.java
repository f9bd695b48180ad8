package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.audit.Stamp;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.export.ExportFormat;
import org.exemplar.export.Exported;
import org.exemplar.export.RatingSheet;
import org.exemplar.export.StudySheets;
import org.exemplar.store.StudyFile;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar export}. */
@CommandLine.Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes a study's ratings for other programs; with arms only after unblinding, with --key.")
final class ExportCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "NAME",
      description =
          "csv, wide-csv, xlsx, imrmc, imrmc-rjafroc, rjafroc, mrmcaov, redcap, via, json")
  private String format = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "The file, or the folder where the format has several.")
  private @Nullable Path out;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "unblinding-key.json of the unblinded study: writes the arms too.")
  private @Nullable Path key;

  @Mixin private KeyPassphraseOptions passphraseOptions = new KeyPassphraseOptions();

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  ExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    ExportFormat chosen = ExportFormat.parse(format);
    Exported exported = chosen.write(sheet(location), Objects.requireNonNull(out));
    exported.notes().forEach(this::warn);
    exported.files().forEach(file -> say(file.toString()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("format", format);
    facts.put("files", exported.files().stream().map(Path::toString).toList());
    facts.put("notes", exported.notes());
    summary(facts);
  }

  private RatingSheet sheet(StudyLocation location) {
    if (key == null) {
      Stamp stamp = new Stamp("coordinator", surroundings().clock().instant());
      try (StudyFile file = StudyFile.open(location.database())) {
        file.note("exported", Map.of("format", format, "arms", false), stamp);
        return StudySheets.blinded(file);
      }
    }
    Stamp stamp = identityOptions.office(surroundings(), Deed.SEE_RESULTS).stamp();
    try (Passphrase passphrase = passphraseOptions.opening(key, surroundings())) {
      UnblindedRatings unblinded =
          UnblindedRatings.open(location, key, passphrase, "export " + format, stamp);
      try (StudyFile file = StudyFile.openReadOnly(location.database())) {
        return StudySheets.unblinded(file, unblinded);
      }
    }
  }
}
