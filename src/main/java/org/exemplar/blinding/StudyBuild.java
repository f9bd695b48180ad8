package org.exemplar.blinding;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exemplar.audit.Signer;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.store.StudyIdentity;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Question;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Builds a sealed study from a comparison: {@code study.db} without an arm, and the unblinding key
 * in its own encrypted file. Either all of it is there in the end, or nothing.
 */
public final class StudyBuild {
  /** Who seals, in the audit trail. */
  public static final String COORDINATOR = "coordinator";

  private final InstantSource clock;
  private final String software;
  private final Stretching stretching;
  private final Optional<Signer> signer;
  private final SecureDraw fresh = new SecureDraw();

  /**
   * @param clock tells when the study was sealed
   * @param software version of this program
   * @param stretching how hard the key's passphrase is made to guess
   */
  public StudyBuild(InstantSource clock, String software, Stretching stretching) {
    this(clock, software, stretching, Optional.empty());
  }

  private StudyBuild(
      InstantSource clock, String software, Stretching stretching, Optional<Signer> signer) {
    this.clock = clock;
    this.software = software;
    this.stretching = stretching;
    this.signer = signer;
  }

  /** The same in the name of a person who signed in, if somebody did. */
  public StudyBuild by(Optional<Signer> person) {
    return new StudyBuild(clock, software, stretching, person);
  }

  /** Builds as the application does. */
  public static StudyBuild standard(InstantSource clock, String software) {
    return new StudyBuild(clock, software, Stretching.STANDARD);
  }

  /**
   * Builds and seals.
   *
   * @param passphrase will open the key; lent
   * @throws Problem when something is missing, too few images fit, or a container fact would tell
   *     the arms apart; nothing is written then
   */
  public BuiltStudy build(
      BuildOptions options, Passphrase passphrase, Progress progress, Cancellation cancellation) {
    StudySource source =
        StudySource.open(options.sources(), RadiographFiles.installed(), progress, cancellation);
    UnblindingKey.Chance chance = options.chance().complete(fresh).drawn();
    StudyDraw draw = new StudyDraw(chance);
    PracticeAnswers answers = PracticeAnswers.of(options.sources(), source);
    Selection selection =
        draw.select(source.candidates(), source.selectionPlan(), answers.images());
    List<StudyDraw.Drawn> drawn = draw.code(selection);
    List<Worklist> worklists =
        draw.orders(drawn, source.protocol().design().allocation(), options.readers());
    String studyId = fresh.identifier();
    try (StudyFolder folder = StudyFolder.beside(options.out())) {
      LeakTest leakTest;
      BurnedInText.Totals text;
      Seal seal;
      try (StudyFile study =
          StudyFile.create(folder.file(StudyFolder.DATABASE), identity(studyId, source))) {
        StudyFilling filling = new StudyFilling(source, drawn, worklists, answers, options.text());
        study.compose(writer -> filling.fill(writer, progress, cancellation));
        leakTest = filling.leakTest(study.longestImage());
        leakTest.require();
        progress.report("Sealing", 0, 1);
        UnblindingKey key =
            new UnblindingKey(studyId, chance, source.digests(), keyCases(source, drawn));
        KeyFile keyFile = KeyFile.write(folder.file(KeyFile.NAME), key, passphrase, stretching);
        Stamp now = stamp();
        seal = study.seal(keyFile.digest(), now);
        text = filling.text();
        study.note(
            "text_checked",
            Map.of(
                "policy",
                options.text().policy().name(),
                "pictures",
                text.pictures(),
                "regions",
                text.regions(),
                "masked",
                text.masked()),
            now);
      }
      return new BuiltStudy(
          folder.finish(),
          seal,
          new BuiltStudy.Checks(selection.balance(), leakTest, text),
          withSilent(warnings(source, selection.balance(), text), answers.silent(selection)),
          arms(drawn));
    }
  }

  private Stamp stamp() {
    return signer
        .map(person -> Stamp.of(person, clock.instant()))
        .orElseGet(() -> new Stamp(COORDINATOR, clock.instant()));
  }

  private StudyIdentity identity(String studyId, StudySource source) {
    return new StudyIdentity(
        studyId,
        source.protocol().text(),
        source.comparison().manifest().findings(),
        SigningKey.fresh(),
        software);
  }

  private static List<UnblindingKey.KeyCase> keyCases(
      StudySource source, List<StudyDraw.Drawn> drawn) {
    return drawn.stream()
        .map(d ->
            new UnblindingKey.KeyCase(
                d.code(),
                d.candidate().arm(),
                d.practice(),
                d.stratum(),
                source.image(d.candidate())))
        .toList();
  }

  private static Map<CaseCode, Arm> arms(List<StudyDraw.Drawn> drawn) {
    return drawn.stream()
        .filter(d -> !d.practice())
        .collect(Collectors.toMap(StudyDraw.Drawn::code, d -> d.candidate().arm()));
  }

  private static List<String> withSilent(List<String> warnings, Optional<String> silent) {
    List<String> all = new ArrayList<>(warnings);
    silent.ifPresent(all::add);
    return all;
  }

  private static List<String> warnings(
      StudySource source, Balance balance, BurnedInText.Totals text) {
    List<String> warnings = new ArrayList<>();
    if (text.regions() > text.masked()) {
      warnings.add(
          "%d of %d regions that look like burned-in text, in %d pictures, stay visible to readers:"
                  .formatted(text.regions() - text.masked(), text.regions(), text.pictures())
              + " make sure that they are side markers and not names.");
    }
    boolean asksForAgreement =
        source.protocol().reading().questions().stream()
            .anyMatch(Question.Agreement.class::isInstance);
    if (asksForAgreement && !source.comparison().images().hasLabels()) {
      warnings.add(
          "The comparison was made without labels, so readers see no given findings, but the protocol"
              + " asks whether they agree with them.");
    }
    if (!source.selectionPlan().matching().isEmpty()) {
      for (Balance.Row row : balance.rows()) {
        if (!row.balanced()) {
          warnings.add(
              String.format(
                  Locale.ROOT,
                  "%s is not balanced between the arms: standardised difference %.2f, above %.1f.",
                  row.name(),
                  row.after(),
                  Balance.TOLERATED));
        }
      }
    }
    return warnings;
  }
}
