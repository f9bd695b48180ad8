package org.exemplar.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds {@code .xlsx} files from tables; numbers become number cells. */
final class Workbooks {
  private Workbooks() {}

  /** Sheets in order: name to rows, the first of which is the header. Cells are text or numbers. */
  static byte[] of(Map<String, List<List<Object>>> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Exemplar", "1.0")) {
      for (var sheet : new LinkedHashMap<>(sheets).entrySet()) {
        Worksheet worksheet = workbook.newWorksheet(sheet.getKey());
        for (int row = 0; row < sheet.getValue().size(); row++) {
          List<Object> cells = sheet.getValue().get(row);
          for (int column = 0; column < cells.size(); column++) {
            put(worksheet, row, column, cells.get(column));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    switch (cell) {
      case Number number -> sheet.value(row, column, number);
      case String text when text.isEmpty() -> {}
      case String text -> sheet.value(row, column, text);
      default -> throw new IllegalArgumentException("no cell: " + cell);
    }
  }

  /** Text of a number as a number, other text as it is. */
  static Object numeric(String cell) {
    if (cell.matches("-?[0-9]{1,15}")) {
      return Long.parseLong(cell);
    }
    return cell.matches("-?[0-9]{1,15}\\.[0-9]+(E-?[0-9]+)?")
        ? (Object) Double.parseDouble(cell)
        : cell;
  }
}
