package org.exemplar.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exemplar.export.ImportedRatings.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * VGG Image Annotator files, one per reader; the part of the names in which they differ names the
 * reader. The case is the file name of the image.
 */
final class ViaSource {
  private final List<Path> files;
  private final List<String> stems;

  ViaSource(List<Path> files) {
    this.files = files;
    this.stems =
        files.stream()
            .map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
            .toList();
  }

  void read(RatingsImport into) {
    for (int i = 0; i < files.size(); i++) {
      String reader = reader(i);
      into.note("Reader " + reader + " is " + files.get(i).getFileName() + ".");
      read(files.get(i), reader, into);
    }
  }

  /** What is left of a name without what all names begin and end with; digits become R1, R2, …. */
  private String reader(int index) {
    String stem = stems.get(index);
    if (stems.size() == 1) {
      return stem;
    }
    int start = 0;
    int end = 0;
    int shortest = stems.stream().mapToInt(String::length).min().orElse(0);
    while (start < shortest && sameAt(start, true)) {
      start++;
    }
    while (end < shortest - start && sameAt(end, false)) {
      end++;
    }
    while (start > 0 && Character.isDigit(stem.charAt(start - 1))) {
      start--;
    }
    String different = stem.substring(start, stem.length() - end);
    return different.chars().allMatch(Character::isDigit) && !different.isEmpty()
        ? "R" + different
        : different.isEmpty() ? stem : different;
  }

  private boolean sameAt(int offset, boolean fromStart) {
    return stems.stream()
            .map(s -> s.charAt(fromStart ? offset : s.length() - 1 - offset))
            .distinct()
            .count()
        == 1;
  }

  private static void read(Path file, String reader, RatingsImport into) {
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord row : CsvSource.rows(file, "filename", "file_attributes")) {
      String image = CsvSource.cell(row, "filename");
      if (!seen.add(image)) {
        into.note(file.getFileName() + " names " + image + " twice; it counts once.");
      }
      String place = file + ", line " + row.getStartingLineNumber();
      JsonNode attributes = attributes(file, row);
      attributes.forEachEntry((text, value) ->
          into.add(
              new Row(reader, image, "", question(text), code(file, row, text, value)), place));
    }
  }

  private static JsonNode attributes(Path file, NamedCsvRecord row) {
    try {
      return JsonMapper.shared().readTree(CsvSource.cell(row, "file_attributes"));
    } catch (JacksonException e) {
      throw CsvSource.problem(file, row, "file_attributes is not JSON");
    }
  }

  private static String question(String text) {
    return switch (text) {
      case Via.LABEL -> "agree_label";
      case Via.QUALITY -> "quality";
      case Via.DIFFICULTY -> "difficulty";
      default ->
          text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    };
  }

  private static String code(Path file, NamedCsvRecord row, String text, JsonNode value) {
    if (value.isObject()) {
      return Integer.toString(value.size());
    }
    String answer = value.asString("").strip();
    if (answer.equalsIgnoreCase("yes")) {
      return "1";
    }
    if (answer.equalsIgnoreCase("no")) {
      return "0";
    }
    if (answer.isEmpty() || answer.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return answer;
    }
    throw CsvSource.problem(
        file, row, "the answer to \"" + text + "\" is \"" + answer + "\", not a number, yes or no");
  }
}
