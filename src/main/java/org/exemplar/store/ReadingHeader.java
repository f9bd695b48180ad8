package org.exemplar.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exemplar.audit.CanonicalJson;
import org.exemplar.crypto.Sha256;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one row that says what a reading file is.
 *
 * @param readingId names the file
 * @param studyId the study it belongs to
 * @param reader whose it is
 * @param sealedAt when the study was sealed
 * @param rest what else is in the row
 */
record ReadingHeader(
    String readingId, String studyId, ReaderId reader, Instant sealedAt, Rest rest) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORMAT = "exemplar-reading/1";

  /**
   * @param protocol the reader's part of the protocol
   * @param readerKey public half of the reader's key
   * @param contentKeyBox the content key, opened by the passphrase
   * @param readerKeyBox the reader's key under the content key
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Rest(
      ReadingProtocol protocol,
      VerifyingKey readerKey,
      byte[] contentKeyBox,
      byte[] readerKeyBox) {}

  static ReadingHeader read(Database database) {
    return database
        .first(
            "SELECT * FROM reading",
            row ->
                new ReadingHeader(
                    row.text("reading_id"),
                    row.text("study_id"),
                    new ReaderId(row.text("reader_id")),
                    row.instant("sealed_at"),
                    new Rest(
                        ReadingProtocol.fromJson(row.text("protocol")),
                        VerifyingKey.decode(row.bytes("reader_key")),
                        row.bytes("content_key_box"),
                        row.bytes("reader_key_box"))))
        .orElseThrow(
            () -> StoreProblems.damaged(database.path(), new IllegalStateException("no header")));
  }

  void write(Database database, Instant madeAt, String software) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", 1);
    row.put("reading_id", readingId);
    row.put("study_id", studyId);
    row.put("reader_id", reader.value());
    row.put("sealed_at", sealedAt);
    row.put("made_at", madeAt);
    row.put("software", software);
    row.put("protocol", rest.protocol().toJson());
    row.put("reader_key", rest.readerKey().encoded());
    row.put("content_key_box", rest.contentKeyBox());
    row.put("reader_key_box", rest.readerKeyBox());
    database.insert("reading", row);
  }

  /** What pieces of this file are encrypted under. */
  String pieceName(String kind, Object which) {
    return readingId + "/" + kind + "/" + which;
  }

  /** The manifest over everything fixed in the file. */
  String manifest(Database database) {
    Map<String, Object> tables = new LinkedHashMap<>();
    ReadingSchema.FIXED.forEach(t -> tables.put(t, RowDigests.table(database, t).hex()));
    return CanonicalJson.write(
        Map.of("format", FORMAT, "reading_id", readingId, "study_id", studyId, "tables", tables));
  }

  static Map<String, Sha256> tables(String manifest) {
    Map<String, Sha256> tables = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry :
        JSON.readTree(manifest).required("tables").properties()) {
      tables.put(entry.getKey(), new Sha256(entry.getValue().stringValue()));
    }
    return tables;
  }
}
