package org.exemplar.store;

import java.util.Map;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Worklist;
import org.jspecify.annotations.Nullable;

/** Lent while a study is filled. */
final class StudyComposer implements StudyWriter {
  private final Database database;
  private @Nullable CaseCode last;

  StudyComposer(Database database) {
    this.database = database;
  }

  @Override
  public void addCase(CaseCode code, boolean practice, CaseContent content) {
    CaseCode before = last;
    if (before != null && before.compareTo(code) >= 0) {
      throw new IllegalArgumentException("cases must come in code order: " + code);
    }
    last = code;
    database.insert(
        "study_case",
        Map.of(
            "case_code", code.value(),
            "practice", practice,
            "findings", CaseJson.findings(content.findings()),
            "reference", CaseJson.reference(content.reference()),
            "image", content.image()));
  }

  @Override
  public void addWorklist(Worklist worklist) {
    for (var item : worklist.items()) {
      database.insert(
          "worklist",
          Map.of(
              "reader_id", worklist.reader().value(),
              "position", item.position(),
              "case_code", item.code().value(),
              "practice", item.practice(),
              "showing", item.showing()));
    }
  }
}
