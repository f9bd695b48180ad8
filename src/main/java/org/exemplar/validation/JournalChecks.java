package org.exemplar.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.exemplar.problem.Problem;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;

/** Whether acknowledged answers outlive a crash, and whether a changed file is noticed. */
final class JournalChecks {
  private static final String SOURCE = "a study that this check makes";
  private static final String LOG = "R01.reading-wal";

  private final References references;
  private final Path scratch;

  /**
   * @param scratch a folder for the trial study
   */
  JournalChecks(References references, Path scratch) {
    this.references = references;
    this.scratch = scratch;
  }

  void run(Bench bench) {
    bench.check("Answers after a crash", SOURCE, () -> crash("crash", 0));
    bench.check("A crash in the middle of writing", SOURCE, () -> crash("torn", 100));
    bench.check("A reading file as it was written", SOURCE, () -> verified("whole", false));
    bench.check("A reading file with one byte changed", SOURCE, () -> verified("changed", true));
  }

  private Path issued(String name) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve(name));
    String protocol = new String(references.bytes("audit/protocol.md"), StandardCharsets.UTF_8);
    return new TrialStudy(protocol).issue(folder);
  }

  /**
   * Copies the file and its log while the journal is open, as a crash leaves them.
   *
   * @param torn bytes missing at the end of the log; what they would have held was the last note
   */
  private Comparison crash(String name, int torn) throws IOException {
    Path file = issued(name);
    Path after = Files.createDirectories(file.resolveSibling("after"));
    int acknowledged;
    try (ReadingFile reading = ReadingFile.open(file);
        ReadingJournal journal = TrialStudy.unlock(reading)) {
      acknowledged = TrialStudy.answerAll(journal);
      Files.copy(file, after.resolve("R01.reading"));
      Files.copy(file.resolveSibling(LOG), after.resolve(LOG));
    }
    try (FileChannel log = FileChannel.open(after.resolve(LOG), StandardOpenOption.WRITE)) {
      log.truncate(log.size() - torn);
    }
    try (ReadingFile reading = ReadingFile.open(after.resolve("R01.reading"))) {
      String whole = reading.verify().broken().orElse("unbroken");
      return Comparison.same(
          "answers in the reopened file, and its audit trail",
          acknowledged + " answers, unbroken",
          TrialStudy.answers(reading) + " answers, " + whole);
    }
  }

  private Comparison verified(String name, boolean change) throws IOException {
    Path file = issued(name);
    try (ReadingFile reading = ReadingFile.open(file);
        ReadingJournal journal = TrialStudy.unlock(reading)) {
      TrialStudy.answerAll(journal);
    }
    if (change) {
      changeNote(file);
    }
    String what = "what verification says";
    try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
      boolean intact = reading.verify().intact();
      return Comparison.same(what, change ? "changed" : "intact", intact ? "intact" : "changed");
    } catch (Problem refused) {
      return Comparison.same(what, change ? "changed" : "intact", "changed");
    }
  }

  private static void changeNote(Path file) throws IOException {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    int at = bytes.indexOf(TrialStudy.NOTE);
    if (at < 0) {
      throw new IOException("the note is not in the file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'A'}), at);
    }
  }
}
