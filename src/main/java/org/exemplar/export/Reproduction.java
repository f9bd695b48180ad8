package org.exemplar.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exemplar.files.WholeFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scripts that compute the main numbers again from the long table alone: Python without packages, R
 * without packages, and a notebook made from the Python script. The scripts know nothing of this
 * program's code.
 */
final class Reproduction {
  /** The Python script. */
  static final String PYTHON = "reproduce.py";

  /** The R script. */
  static final String R = "reproduce.R";

  /** The notebook. */
  static final String NOTEBOOK = "reproduce.ipynb";

  private static final String CELL = "# %% ";
  private static final String RUN = "The script";

  private Reproduction() {}

  /**
   * Writes scripts and notebook.
   *
   * @param folder where the long table lies
   * @param ratings file name of the long table
   */
  static List<Path> write(Path folder, String ratings) {
    List<Path> files = new ArrayList<>();
    for (String name : List.of(PYTHON, R)) {
      files.add(folder.resolve(name));
      WholeFile.write(files.getLast(), resource(name));
    }
    files.add(folder.resolve(NOTEBOOK));
    WholeFile.write(files.getLast(), notebook(ratings));
    return files;
  }

  /** The Python script in cells, as a notebook of nbformat 4. */
  static String notebook(String ratings) {
    ObjectNode book = JsonMapper.shared().createObjectNode();
    ArrayNode cells = book.putArray("cells");
    markdown(
        cells,
        "# The main numbers again\n\nThis notebook computes the main numbers of `results.json` from `"
            + ratings
            + "` alone, with nothing but Python 3. Run all cells.");
    String script = resource(PYTHON);
    String[] parts = script.split("(?m)^" + CELL);
    String docstringEnd = "\"\"\"\n";
    code(cells, parts[0].substring(parts[0].indexOf(docstringEnd) + docstringEnd.length()));
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      String title = parts[i].substring(0, end);
      if (!title.equals(RUN)) {
        markdown(cells, "## " + title);
        code(cells, parts[i].substring(end + 1));
      }
    }
    markdown(cells, "## The numbers");
    code(
        cells,
        "results = reproduce(\""
            + ratings
            + "\")\nfor question, numbers in results.items():\n    print(question, json.dumps(numbers, indent=1))\n"
            + "if os.path.exists(\"results.json\"):\n    compared, differing = differences(results, \"results.json\")\n"
            + "    print(len(compared), \"numbers compared with results.json,\", len(differing), \"differ\")\n");
    ObjectNode kernel = book.putObject("metadata").putObject("kernelspec");
    kernel.put("display_name", "Python 3").put("language", "python").put("name", "python3");
    book.put("nbformat", 4).put("nbformat_minor", 5);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(book) + "\n";
  }

  private static void markdown(ArrayNode cells, String text) {
    cell(cells, "markdown", text);
  }

  private static void code(ArrayNode cells, String text) {
    ObjectNode cell = cell(cells, "code", text.strip());
    cell.putNull("execution_count");
    cell.putArray("outputs");
  }

  private static ObjectNode cell(ArrayNode cells, String type, String text) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type).put("id", "cell-" + cells.size());
    cell.putObject("metadata");
    ArrayNode source = cell.putArray("source");
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      source.add(lines.get(i) + (i < lines.size() - 1 ? "\n" : ""));
    }
    return cell;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Reproduction.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
