package org.exemplar.conduct;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.audit.AuditEntry;
import org.exemplar.crypto.Sha256;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProgress;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a study stands, as of the files that came back. Nothing in it depends on an arm.
 *
 * @param title the neutral title
 * @param stage how far the study is
 * @param cases of the study set, practice apart
 * @param answers to questions by readers, practice apart
 * @param readers how far each reader had come when the file was last returned
 */
public record StudyStatus(
    String title, Stage stage, int cases, Answers answers, Map<ReaderId, ReadingProgress> readers) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * How far a study is.
   *
   * @param sealed whether it was sealed
   * @param unblinded whether its key was opened
   * @param auditHead hash of the last audit entry
   */
  public record Stage(boolean sealed, boolean unblinded, Sha256 auditHead) {}

  /**
   * Answers that count.
   *
   * @param count of them
   * @param simulated whether any was given by a program
   */
  public record Answers(int count, boolean simulated) {}

  /** Keeps readers in order of their pseudonyms. */
  public StudyStatus {
    readers = Collections.unmodifiableMap(new TreeMap<>(readers));
  }

  /** Reads where a study stands. */
  public static StudyStatus of(StudyLocation location) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      return of(study);
    }
  }

  /** Why a study can only be looked at, one sentence; empty when it can be added to. */
  public static Optional<String> onlyLook(StudyLocation location) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      return study.onlyLook();
    }
  }

  /** Where an open study stands. */
  public static StudyStatus of(StudyFile study) {
    List<Rating> ratings =
        study.ratings().stream().filter(rating -> !rating.item().practice()).toList();
    boolean simulated =
        ratings.stream().anyMatch(rating -> rating.circumstances().simulated())
            || study.progress().values().stream().anyMatch(ReadingProgress::simulated);
    List<AuditEntry> audit = study.audit();
    Sha256 head = audit.isEmpty() ? AuditEntry.Head.EMPTY.hash() : audit.getLast().chain().hash();
    return new StudyStatus(
        Protocol.parse("the study's protocol", study.protocols().getLast().text())
            .reading()
            .title(),
        new Stage(study.seal().isPresent(), study.unblinding().isPresent(), head),
        study.cases(false).size(),
        new Answers(ratings.size(), simulated),
        study.progress());
  }

  /** Whether every reader has finished. */
  public boolean complete() {
    return readers.values().stream().allMatch(ReadingProgress::finished);
  }

  /** One line of JSON, as {@code study status --json} prints it. */
  public String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("sealed", stage.sealed());
    root.put("unblinded", stage.unblinded());
    root.put("cases", cases);
    root.put("ratings", answers.count());
    ObjectNode each = root.putObject("readers");
    readers.forEach((reader, progress) -> {
      ObjectNode node = each.putObject(reader.value());
      node.put("done", progress.done());
      node.put("of", progress.of());
    });
    root.put("audit_head", stage.auditHead().hex());
    root.put("title", title);
    root.put("simulated", answers.simulated());
    return JSON.writeValueAsString(root);
  }
}
