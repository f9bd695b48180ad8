package org.exemplar.app.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.store.CaseContent;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingLock;
import org.exemplar.store.ReadingPlan;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Pacing;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.ReadingRules;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;

/** A reading file for tests of the room: the default protocol with a short mask, small films. */
public final class ReadingFixture {
  /** Opens it. */
  public static final String PASSPHRASE = "open sesame";

  private static final Instant NOW = Instant.parse("2026-11-14T08:00:00Z");
  private static final List<String> VOCABULARY =
      List.of("Emphysema", "Mass", "Nodule", "Pneumothorax", "Subcutaneous emphysema");

  private final List<byte[]> images = new ArrayList<>();
  private UnaryOperator<ReadingRules> rules = UnaryOperator.identity();
  private boolean repeatsFirst;
  private ReadingProtocol asking = protocol();

  /** Reads under other rules. */
  public ReadingFixture under(UnaryOperator<ReadingRules> change) {
    rules = change;
    return this;
  }

  /** Asks the questions of another protocol. */
  public ReadingFixture asking(Protocol other) {
    asking = new ReadingProtocol(asking.text(), other.reading().questions(), asking.rules());
    return this;
  }

  /** Shows the first case of the study once more at the end. */
  public ReadingFixture repeatingFirst() {
    repeatsFirst = true;
    return this;
  }

  /** Gives each case, practice first, its encoded film; a case without one gets a drawn film. */
  public ReadingFixture with(byte[] image) {
    images.add(image);
    return this;
  }

  /** Writes {@code R01.reading} with so many practice cases and cases of the study. */
  public Path write(Path folder, int practice, int cases) {
    Path target = folder.resolve("R01.reading");
    List<WorklistItem> items = new ArrayList<>();
    List<CaseCode> codes = codes(practice + cases);
    for (int i = 0; i < codes.size(); i++) {
      items.add(new WorklistItem(i + 1, codes.get(i), i < practice, 1));
    }
    if (repeatsFirst) {
      items.add(new WorklistItem(items.size() + 1, codes.get(practice), false, 2));
    }
    while (images.size() < codes.size()) {
      images.add(film(images.size()).encode());
    }
    ReadingPlan plan =
        new ReadingPlan(
            new ReadingPlan.Origin(
                "00112233445566778899aabbccddeeff", SigningKey.fresh(), NOW, "test"),
            changed(asking),
            new Worklist(new ReaderId("R01"), items),
            images.stream().mapToInt(b -> b.length).max().orElseThrow());
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE)) {
      ReadingFile.create(
          target,
          plan,
          code -> content(codes.indexOf(code), practice),
          new ReadingLock(passphrase, Stretching.NONE_FOR_TESTS, new SecureDraw()),
          new Stamp("coordinator", NOW));
    }
    return target;
  }

  /** The default protocol with a mask of 20 ms. */
  public static ReadingProtocol protocol() {
    ReadingProtocol whole =
        Protocol.read(Path.of("reader-study-protocol.md")).reading().withVocabulary(VOCABULARY);
    ReadingRules rules = whole.rules();
    return new ReadingProtocol(
        whole.text(),
        whole.questions(),
        new ReadingRules(
            rules.practice(),
            rules.correction(),
            rules.limits(),
            new Pacing(Duration.ofMillis(20), Duration.ofSeconds(60), Duration.ofHours(12))));
  }

  private ReadingProtocol changed(ReadingProtocol usual) {
    return new ReadingProtocol(usual.text(), usual.questions(), rules.apply(usual.rules()));
  }

  private CaseContent content(int index, int practice) {
    PracticeReference reference =
        index >= practice
            ? PracticeReference.NONE
            : new PracticeReference(
                Map.of(
                    "label_disagreement",
                    new PracticeReference.Reference(
                        new Answer.Agree("Agree"),
                        "The heart is wider than half of the chest, and nothing else stands out."),
                    "image_quality",
                    new PracticeReference.Reference(
                        new Answer.Point(4, "Good"),
                        "The lower film is bright, but the lungs and the heart border, which the"
                            + " findings rest on, are well shown.")));
    GivenFindings findings =
        index % 2 == 0
            ? GivenFindings.of("Cardiomegaly")
            : GivenFindings.of("Atelectasis", "Mass", "Pleural thickening", "Pneumothorax");
    return new CaseContent(findings, reference, images.get(index));
  }

  private static List<CaseCode> codes(int count) {
    SeededDraw draw = SeededDraw.of(1, "codes");
    List<CaseCode> codes = new ArrayList<>();
    while (codes.size() < count) {
      CaseCode code = CaseCode.ofDrawn(draw.text(CaseCode.ALPHABET, CaseCode.DRAWN));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** A film of 200 × 240 whose upper half is dark and whose lower half is bright. */
  public static NeutralRadiograph film(int number) {
    int rows = 240;
    int columns = 200;
    short[] values = new short[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        values[y * columns + x] = (short) (y < rows / 2 ? 6000 + 100 * number : 60000);
      }
    }
    return NeutralRadiograph.of(
        rows, columns, values, null, List.of(DisplayWindow.between(0, 65535)));
  }
}
