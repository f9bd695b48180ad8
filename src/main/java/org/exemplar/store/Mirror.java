package org.exemplar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A reading file in memory, without its films: what has been read so far can be asked for and
 * written on when the file itself has vanished.
 */
final class Mirror {
  private static final byte[] NO_FILM = {};

  private Mirror() {}

  static Database of(Database file) {
    Database memory = empty(file);
    try {
      copy(file, memory);
      return memory;
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  private static Database empty(Database file) {
    try {
      Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
      return new Database(file.path(), connection, false);
    } catch (SQLException e) {
      throw StoreProblems.of(file.path(), e);
    }
  }

  private static void copy(Database file, Database memory) {
    memory.inTransaction(() -> {
      ReadingSchema.sql().forEach(memory::execute);
      file.each(
          "SELECT case_code, findings_box FROM case_content",
          row -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
            values.put("image_box", NO_FILM);
            memory.insert("case_content", values);
            return values;
          });
      List<String> growing = new ArrayList<>(Tables.READING);
      growing.addAll(List.of("audit", "head"));
      for (String table : growing) {
        file.each(
            "SELECT * FROM " + table,
            row -> {
              memory.insert(table, row.values());
              return table;
            });
      }
      return memory;
    });
  }
}
