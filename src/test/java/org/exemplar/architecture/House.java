package org.exemplar.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of rooms: which package may use which. The same table stands in {@code docs/house.md}
 * for people.
 *
 * <p>{@code problem} and {@code files} may be used by every room and are not repeated in the rows.
 */
final class House {
  static final String ROOT = "org.exemplar";

  private static final Map<String, Set<String>> TABLE = table();

  private House() {}

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    row(rooms, "problem");
    row(rooms, "files");
    row(rooms, "task");
    row(rooms, "folders");
    row(rooms, "crypto");
    row(rooms, "radiograph", "task");
    row(rooms, "dicom", "radiograph", "task");
    row(rooms, "classifier", "radiograph", "crypto", "task");
    row(rooms, "stats");
    row(rooms, "pie", "classifier", "stats", "task");
    row(rooms, "study");
    row(rooms, "audit", "crypto");
    row(rooms, "store", "study", "audit", "crypto");
    row(rooms, "sitting", "study", "store", "audit", "crypto", "task");
    row(
        rooms,
        "conduct",
        "sitting",
        "study",
        "store",
        "audit",
        "crypto",
        "radiograph",
        "stats",
        "task");
    row(
        rooms,
        "blinding",
        "pie",
        "classifier",
        "study",
        "radiograph",
        "dicom",
        "stats",
        "store",
        "audit",
        "crypto",
        "task");
    row(
        rooms,
        "analysis",
        "blinding",
        "conduct",
        "study",
        "store",
        "audit",
        "stats",
        "crypto",
        "task");
    row(rooms, "chart", "stats");
    row(
        rooms,
        "export",
        "analysis",
        "blinding",
        "conduct",
        "crypto",
        "study",
        "store",
        "audit",
        "stats",
        "pie",
        "classifier",
        "chart",
        "task");
    row(rooms, "demo", "radiograph", "dicom", "task");
    row(rooms, "validation", allBut(rooms, "cli", "app"));
    row(rooms, "cli", allBut(rooms, "app"));
    row(rooms, "cluster", "classifier", "radiograph", "pie", "task", "crypto", "cli");
    row(rooms, "app.fx", "task");
    row(rooms, "app.desk", "task", "app.fx");
    row(rooms, "app.control", "radiograph", "study", "app.fx");
    row(rooms, "app.chart", "chart", "task", "app.fx", "app.desk", "app.control");
    row(
        rooms,
        "app.reading",
        "audit",
        "sitting",
        "study",
        "store",
        "radiograph",
        "crypto",
        "task",
        "folders",
        "app.fx",
        "app.control");
    for (String desk : List.of("app.coordination", "app.explorer", "app.results")) {
      row(
          rooms,
          desk,
          allBut(rooms, "cli", "app.reading", "app.coordination", "app.explorer", "app.results"));
    }
    row(rooms, "app", allBut(rooms, "cli"));
    return rooms;
  }

  private static void row(Map<String, Set<String>> rooms, String room, String... mayUse) {
    Set<String> allowed = new TreeSet<>(List.of(mayUse));
    if (!room.equals("problem")) {
      allowed.add("problem");
      if (!room.equals("files")) {
        allowed.add("files");
      }
    }
    rooms.put(room, allowed);
  }

  private static String[] allBut(Map<String, Set<String>> rooms, String... excluded) {
    Set<String> all = new TreeSet<>(rooms.keySet());
    all.removeAll(Set.of(excluded));
    all.removeAll(ofProfiles());
    return all.toArray(String[]::new);
  }

  /** Rooms that only a profile of the build compiles; there the rules hold for them too. */
  static Set<String> ofProfiles() {
    return Set.of("cluster");
  }

  static Set<String> rooms() {
    return TABLE.keySet();
  }

  static Set<String> allowed(String room) {
    Set<String> allowed = TABLE.get(room);
    if (allowed == null) {
      throw new IllegalArgumentException("no room " + room);
    }
    return allowed;
  }

  /**
   * The room a class lives in: the longest room name that its package starts with; empty for {@code
   * Main} and for foreign classes.
   */
  static String roomOf(String packageName) {
    if (!packageName.startsWith(ROOT + ".")) {
      return "";
    }
    String below = packageName.substring(ROOT.length() + 1);
    String best = "";
    for (String room : TABLE.keySet()) {
      if ((below.equals(room) || below.startsWith(room + ".")) && room.length() > best.length()) {
        best = room;
      }
    }
    return best;
  }
}
