package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the text of every cell of a workbook; empty cells at the end of a row are not there. */
final class XlsxText {
  private XlsxText() {}

  static Map<String, List<List<String>>> read(Path file) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> shared = new ArrayList<>();
      NodeList items = xml(zip, "xl/sharedStrings.xml").getElementsByTagName("si");
      for (int i = 0; i < items.getLength(); i++) {
        shared.add(items.item(i).getTextContent());
      }
      Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
      NodeList names = xml(zip, "xl/workbook.xml").getElementsByTagName("sheet");
      for (int i = 0; i < names.getLength(); i++) {
        String name = ((Element) names.item(i)).getAttribute("name");
        sheets.put(name, rows(xml(zip, "xl/worksheets/sheet" + (i + 1) + ".xml"), shared));
      }
      return sheets;
    }
  }

  private static Document xml(ZipFile zip, String entry) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(zip.getInputStream(zip.getEntry(entry)));
  }

  private static List<List<String>> rows(Document sheet, List<String> shared) {
    List<List<String>> rows = new ArrayList<>();
    NodeList found = sheet.getElementsByTagName("row");
    for (int r = 0; r < found.getLength(); r++) {
      List<String> row = new ArrayList<>();
      NodeList cells = ((Element) found.item(r)).getElementsByTagName("c");
      for (int c = 0; c < cells.getLength(); c++) {
        Element cell = (Element) cells.item(c);
        int column = column(cell.getAttribute("r"));
        while (row.size() < column) {
          row.add("");
        }
        String text = cell.getTextContent();
        row.add(cell.getAttribute("t").equals("s") ? shared.get(Integer.parseInt(text)) : text);
      }
      while (!row.isEmpty() && row.getLast().isEmpty()) {
        row.removeLast();
      }
      rows.add(row);
    }
    return rows;
  }

  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }
}
