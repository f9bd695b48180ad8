package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.exemplar.blinding.Balance;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.BuiltStudy;
import org.exemplar.blinding.LeakTest;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.blinding.TextHandling;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code exemplar study build}. */
@CommandLine.Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Draws, blinds and seals a study from a comparison, as the protocol says.")
final class StudyBuildCommand extends Command {
  @Option(
      names = "--comparison",
      required = true,
      paramLabel = "DIR",
      description = "The folder that compare made.")
  private @Nullable Path comparison;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "The folder of images that was compared.")
  private @Nullable Path images;

  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "MD",
      description = "The protocol document.")
  private @Nullable Path protocol;

  @Option(
      names = "--readers",
      required = true,
      split = ",",
      paramLabel = "R01",
      description = "Pseudonyms of the readers, separated by commas.")
  private List<String> readers = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the draw; without one it is drawn. Kept in the key only.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "STUDY",
      description = "The study's folder, which must not exist yet.")
  private @Nullable Path out;

  @Option(
      names = "--mask-text",
      description =
          "Black out every region that looks like text burned into a picture; without it such"
              + " regions stay and are counted. The application shows each for a decision.")
  private boolean maskText;

  @Option(
      names = "--practice-answers",
      paramLabel = "CSV",
      description =
          "image_id,question,answer,explanation: the study team's answers, shown as feedback on"
              + " practice cases, which are drawn from these images first.")
  private @Nullable Path practiceAnswers;

  @Option(
      names = "--two-people",
      description = "Two passphrases, kept by two people, open the key only together.")
  private boolean twoPeople;

  @Mixin private KeyPassphraseOptions passphraseOptions = new KeyPassphraseOptions();

  @Mixin private IdentityOptions identityOptions = new IdentityOptions();

  StudyBuildCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    BuildOptions options =
        BuildOptions.of(
                new BuildOptions.Sources(
                    Objects.requireNonNull(comparison),
                    Objects.requireNonNull(images),
                    Objects.requireNonNull(protocol),
                    Optional.ofNullable(practiceAnswers)),
                readers.stream().map(StudyBuildCommand::reader).toList(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Objects.requireNonNull(out))
            .with(maskText ? TextHandling.MASK : TextHandling.KEEP);
    Office office = identityOptions.office(surroundings(), Deed.SEAL);
    try (Passphrase passphrase =
        twoPeople
            ? passphraseOptions.ofTwo(surroundings())
            : passphraseOptions.ofOne(surroundings())) {
      BuiltStudy built =
          StudyBuild.standard(surroundings().clock(), Version.number())
              .by(office.signer())
              .build(options, passphrase, progress, cancellation);
      built.warnings().forEach(this::warn);
      show(built);
    }
  }

  static ReaderId reader(String text) {
    try {
      return new ReaderId(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Problem(
          "\"" + text + "\" cannot be a reader's pseudonym: give 1 to 32 letters, digits, - or _.",
          e);
    }
  }

  private void show(BuiltStudy built) {
    say("Balance of the arms (totals; standardised difference, at most 0.1 wished for)");
    for (Balance.Row row : built.checks().balance().rows()) {
      say(
          String.format(
              Locale.ROOT,
              "  %-28s PIE %8.3f   non-PIE %8.3f   difference %6.2f%s",
              row.name(),
              row.pie(),
              row.control(),
              row.after(),
              row.balanced() ? "" : "   above 0.1"));
    }
    say("Leak test (AUC; 0.5 tells nothing about the arm)");
    for (LeakTest.Row row : built.checks().leakTest().rows()) {
      say(
          String.format(
              Locale.ROOT,
              "  %-28s %5.2f%s",
              row.fact().title(),
              row.auc(),
              row.same() ? "   the same for all cases" : ""));
    }
    say("Sealed: " + built.folder());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("study", built.folder().toString());
    facts.put("key", built.folder().resolve("unblinding-key.json").toString());
    facts.put("key_sha256", built.seal().keyDigest().hex());
    facts.put("readers", readers);
    facts.put("warnings", built.warnings());
    summary(facts);
  }
}
