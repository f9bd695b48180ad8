package org.exemplar.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;

/**
 * A sealed study for tests: one practice case and {@code cases} cases with tiny images, readers R01
 * and R02, the default protocol (or another), passphrase {@code open sesame} stretched once.
 */
public final class SmallStudy {
  /** When everything here happens. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /** Who prepares it. */
  public static final Stamp STAMP = new Stamp("coordinator", NOW);

  /** The digest that stands for the unblinding key's file. */
  public static final Sha256 KEY_DIGEST = Sha256.ofText("key");

  private final Protocol protocol;
  private final List<CaseCode> codes = new ArrayList<>();

  /** A study of so many cases with the default protocol. */
  public SmallStudy(int cases) {
    this(cases, Protocol.read(Path.of("reader-study-protocol.md")));
  }

  /** A study of so many cases. */
  public SmallStudy(int cases, Protocol protocol) {
    this.protocol = protocol;
    SeededDraw draw = SeededDraw.of(1, "codes");
    while (codes.size() < cases + 1) {
      CaseCode code = CaseCode.ofDrawn(draw.text(CaseCode.ALPHABET, CaseCode.DRAWN));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
  }

  /** Makes the sealed study file. */
  public StudyFile create(Path path) {
    StudyIdentity identity =
        new StudyIdentity(
            "00112233445566778899aabbccddeeff",
            protocol.text(),
            List.of("Mass", "Nodule"),
            SigningKey.fresh(),
            "test");
    StudyFile study = StudyFile.create(path, identity);
    study.compose(writer -> {
      Map<CaseCode, CaseContent> contents = new TreeMap<>();
      for (int i = 0; i < codes.size(); i++) {
        contents.put(codes.get(i), content(i));
      }
      contents.forEach((code, c) -> writer.addCase(code, code.equals(codes.get(0)), c));
      writer.addWorklist(worklist("R01"));
      writer.addWorklist(worklist("R02"));
    });
    study.seal(KEY_DIGEST, STAMP);
    return study;
  }

  /** Hands a reading file out. */
  public Path issue(StudyFile study, String reader, Path folder) {
    Path target = folder.resolve(reader + ".reading");
    try (Passphrase passphrase = passphrase()) {
      IssuedReading issued =
          ReadingFile.create(
              target,
              new ReadingPlan(
                  new ReadingPlan.Origin(
                      study.identity().studyId(), study.identity().key(), NOW, "test"),
                  protocol.reading().withVocabulary(study.identity().vocabulary()),
                  study.worklist(new ReaderId(reader)),
                  study.longestImage()),
              study::content,
              new ReadingLock(passphrase, Stretching.NONE_FOR_TESTS, new SecureDraw()),
              STAMP);
      study.issue(issued, STAMP);
    }
    return target;
  }

  /** The passphrase of its reading files. */
  public static Passphrase passphrase() {
    return Passphrase.of("open sesame");
  }

  /** Opens and unlocks a reading file; closing the file is the caller's. */
  public static ReadingJournal unlock(ReadingFile file) {
    try (Passphrase passphrase = passphrase()) {
      return file.unlock(passphrase).orElseThrow();
    }
  }

  /** Codes, the practice case first. */
  public List<CaseCode> codes() {
    return List.copyOf(codes);
  }

  /** Practice first, then the cases; R02 reads them backwards. */
  public Worklist worklist(String reader) {
    List<CaseCode> order = new ArrayList<>(codes.subList(1, codes.size()));
    if (reader.equals("R02")) {
      order = order.reversed();
    }
    List<WorklistItem> items = new ArrayList<>();
    items.add(new WorklistItem(1, codes.get(0), true, 1));
    for (CaseCode code : order) {
      items.add(new WorklistItem(items.size() + 1, code, false, 1));
    }
    return new Worklist(new ReaderId(reader), items);
  }

  private static CaseContent content(int i) {
    PracticeReference reference =
        i > 0
            ? PracticeReference.NONE
            : new PracticeReference(
                Map.of(
                    "image_quality",
                    new PracticeReference.Reference(new Answer.Point(4, "Good"), "Well shown.")));
    byte[] image = new byte[100 + 7 * i];
    Arrays.fill(image, (byte) i);
    return new CaseContent(
        i % 3 == 2 ? GivenFindings.of("Mass", "Effusion") : GivenFindings.of("Nodule"),
        reference,
        image);
  }
}
