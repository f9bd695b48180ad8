package org.exemplar.validation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.sitting.SimulatedReader;
import org.exemplar.store.CaseContent;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.store.ReadingLock;
import org.exemplar.store.ReadingPlan;
import org.exemplar.store.StudyFile;
import org.exemplar.store.StudyIdentity;
import org.exemplar.study.Answer;
import org.exemplar.study.CaseCode;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** A sealed study of one practice case and four cases, made to be read and broken. */
final class TrialStudy {
  /** The version that each rating is stored with: words that nobody may change. */
  static final String NOTE = "a note that nobody may change";

  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Stamp STAMP = new Stamp("coordinator", THEN);
  private static final int CASES = 5;

  private final List<CaseCode> codes = new ArrayList<>();
  private final Protocol protocol;

  TrialStudy(String protocolText) {
    this.protocol = Protocol.parse("the known answers' protocol", protocolText);
    SeededDraw draw = SeededDraw.of(1, "codes");
    while (codes.size() < CASES) {
      CaseCode code = CaseCode.ofDrawn(draw.text(CaseCode.ALPHABET, CaseCode.DRAWN));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
  }

  /** Writes the study and hands a reading file out. */
  Path issue(Path folder) {
    Path target = folder.resolve("R01.reading");
    try (StudyFile study = create(folder.resolve("study.db"));
        Passphrase passphrase = passphrase()) {
      IssuedReading issued =
          ReadingFile.create(
              target,
              new ReadingPlan(
                  new ReadingPlan.Origin(
                      study.identity().studyId(), study.identity().key(), THEN, "validate"),
                  protocol.reading().withVocabulary(study.identity().vocabulary()),
                  study.worklist(new ReaderId("R01")),
                  study.longestImage()),
              study::content,
              new ReadingLock(passphrase, new Stretching(1), new SecureDraw()),
              STAMP);
      study.issue(issued, STAMP);
    }
    return target;
  }

  private StudyFile create(Path path) {
    StudyFile study =
        StudyFile.create(
            path,
            new StudyIdentity(
                "00112233445566778899aabbccddeeff",
                protocol.text(),
                List.of("Mass", "Nodule"),
                SigningKey.fresh(),
                "validate"));
    study.compose(writer -> {
      codes.stream()
          .sorted()
          .forEach(code ->
              writer.addCase(code, code.equals(codes.getFirst()), content(codes.indexOf(code))));
      writer.addWorklist(worklist());
    });
    study.seal(Sha256.ofText("key"), STAMP);
    return study;
  }

  private Worklist worklist() {
    List<WorklistItem> items = new ArrayList<>();
    for (CaseCode code : codes) {
      items.add(new WorklistItem(items.size() + 1, code, items.isEmpty(), 1));
    }
    return new Worklist(new ReaderId("R01"), items);
  }

  private static CaseContent content(int i) {
    byte[] image = new byte[64];
    java.util.Arrays.fill(image, (byte) i);
    PracticeReference reference =
        i > 0
            ? PracticeReference.NONE
            : new PracticeReference(
                Map.of(
                    "image_quality",
                    new PracticeReference.Reference(new Answer.Point(4, "Good"), "Well shown.")));
    return new CaseContent(GivenFindings.of("Nodule"), reference, image);
  }

  static Passphrase passphrase() {
    return Passphrase.of("open sesame");
  }

  /** Opens the file as its reader does; the caller closes the journal and the file. */
  static ReadingJournal unlock(ReadingFile file) {
    try (Passphrase passphrase = passphrase()) {
      return file.unlock(passphrase).orElseThrow();
    }
  }

  /**
   * Reads all cases through the rules of a sitting, as a simulated reader does.
   *
   * @return how many answers were acknowledged
   */
  static int answerAll(ReadingJournal journal) {
    SimulatedReader.of(1, Map.of(), InstantSource.fixed(THEN), NOTE)
        .read(journal, Integer.MAX_VALUE, Progress.NONE, new Cancellation());
    return answers(journal.file());
  }

  /** Answers that a file holds. */
  static int answers(ReadingFile file) {
    return file.ratings().size();
  }
}
