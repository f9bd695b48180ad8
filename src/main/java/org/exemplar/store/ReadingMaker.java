package org.exemplar.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.ContentKey;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.SigningKey;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;
import org.exemplar.study.ReaderId;
import org.exemplar.study.WorklistItem;

/** Makes one reading file: beside its target, then moved into place. */
final class ReadingMaker {
  private static final int FINDINGS_LENGTH = 4096;

  private final ReadingPlan plan;
  private final CaseSource cases;
  private final ReadingLock lock;
  private final Stamp stamp;

  ReadingMaker(ReadingPlan plan, CaseSource cases, ReadingLock lock, Stamp stamp) {
    this.plan = plan;
    this.cases = cases;
    this.lock = lock;
    this.stamp = stamp;
  }

  IssuedReading make(Path target) {
    if (Files.exists(target)) {
      throw new Problem(
          "The file %s exists already; move it away or choose another folder.".formatted(target));
    }
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.deleteIfExists(part);
      IssuedReading issued = fill(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return issued;
    } catch (IOException e) {
      throw new Problem(
          "Cannot write %s: check that the folder exists, may be written and has space."
              .formatted(target),
          e);
    } finally {
      discard(part);
    }
  }

  private IssuedReading fill(Path part) {
    try (Database database = Opening.create(part, FileKind.READING, ReadingSchema.sql());
        ContentKey content = ContentKey.fresh(lock.draw())) {
      SigningKey readerKey = SigningKey.fresh();
      ReadingHeader header = header(content, readerKey);
      return database.inTransaction(() -> fill(database, header, content, readerKey));
    }
  }

  private IssuedReading fill(
      Database database, ReadingHeader header, ContentKey content, SigningKey readerKey) {
    ReaderId reader = header.reader();
    header.write(database, stamp.at(), plan.origin().software());
    addCases(database, header, content);
    for (WorklistItem item : plan.worklist().items()) {
      database.insert(
          "worklist",
          Map.of(
              "position", item.position(),
              "case_code", item.code().value(),
              "practice", item.practice(),
              "showing", item.showing()));
    }
    String manifest = header.manifest(database);
    SigningKey studyKey = plan.origin().key();
    database.insert(
        "manifest",
        Map.of(
            "id",
            1,
            "json",
            manifest,
            "study_key",
            studyKey.verifyingKey().encoded(),
            "signature",
            studyKey.sign(manifest.getBytes(StandardCharsets.UTF_8))));
    Sha256 digest = Sha256.ofText(manifest);
    new Ledger(database, header.readingId(), readerKey)
        .appendWithin(
            stamp.unsigned(),
            "handed_out",
            Map.of("manifest", digest.hex(), "reader", reader.value()),
            List.of());
    return new IssuedReading(
        header.readingId(), reader, readerKey.verifyingKey(), digest, stamp.at());
  }

  private ReadingHeader header(ContentKey content, SigningKey readerKey) {
    String readingId = lock.draw().identifier();
    ReadingPlan.Origin origin = plan.origin();
    ReadingHeader.Rest rest =
        new ReadingHeader.Rest(
            plan.protocol(),
            readerKey.verifyingKey(),
            content.wrap(lock.passphrase(), lock.stretching(), lock.draw()),
            content.encrypt(readerKey.encoded(), readingId + "/reader/key", lock.draw()));
    return new ReadingHeader(
        readingId, origin.studyId(), plan.worklist().reader(), origin.sealedAt(), rest);
  }

  /** In code order, so that rows lie in the same order whoever reads. */
  private void addCases(Database database, ReadingHeader header, ContentKey key) {
    TreeSet<CaseCode> codes = new TreeSet<>();
    plan.worklist().items().forEach(item -> codes.add(item.code()));
    for (CaseCode code : codes) {
      CaseContent content = cases.read(code);
      byte[] both = CaseJson.both(content);
      int pages = (both.length + FINDINGS_LENGTH - 1) / FINDINGS_LENGTH;
      byte[] findings = CaseJson.pad(both, pages * FINDINGS_LENGTH);
      byte[] image = CaseJson.pad(content.image(), plan.longestImage());
      database.insert(
          "case_content",
          Map.of(
              "case_code", code.value(),
              "findings_box",
                  key.encrypt(findings, header.pieceName("findings", code), lock.draw()),
              "image_box", key.encrypt(image, header.pieceName("image", code), lock.draw())));
    }
  }

  private static void discard(Path part) {
    try {
      for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new Problem("Cannot remove the unfinished file " + part + "; remove it by hand.", e);
    }
  }
}
