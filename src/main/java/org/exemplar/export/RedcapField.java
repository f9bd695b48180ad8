package org.exemplar.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.Value;
import org.jspecify.annotations.Nullable;

/**
 * A question as REDCap holds it: codes as {@code radio}, yes or no as {@code radio} 1 and 0, a
 * score as {@code slider}, a checklist as {@code checkbox} with a column for each choice ({@code
 * id___1}), words as {@code notes}. "Cannot judge" is the choice 99; a slider and notes have a
 * second field for it, {@code id_cannot_judge}.
 */
sealed interface RedcapField {
  /** Ends the name of the field that says that a slider or notes cannot be judged. */
  String CANNOT_JUDGE_FIELD = "_cannot_judge";

  /** Stands between the name of a checkbox and the number of its choice. */
  String CHOICE = "___";

  /** The question. */
  SheetQuestion question();

  /** Its rows of the data dictionary. */
  List<List<String>> dictionary();

  /** Its columns in the data. */
  List<String> columns();

  /** Its cells of one reading, as many as columns; null for no answer. */
  List<String> cells(@Nullable Value value);

  /** The field that fits the kind of the question. */
  static RedcapField of(SheetQuestion question) {
    return switch (question.form().kind()) {
      case CODE, YES_NO -> new Radio(question);
      case SCORE, TEXT -> new Open(question);
      case CHECKLIST -> new Boxes(question);
    };
  }

  private static List<String> row(SheetQuestion question, String type, String choices) {
    List<String> row =
        new ArrayList<>(Redcap.field(question.id(), Redcap.FORM, type, question.text(), choices));
    if (!question.form().asked().isEmpty()) {
      row.set(6, "Asked when " + question.form().asked());
    }
    return row;
  }

  private static String choices(Map<Integer, String> points) {
    return points.entrySet().stream()
        .map(point -> point.getKey() + ", " + point.getValue().replace("|", "/"))
        .collect(Collectors.joining(" | "));
  }

  private static boolean judged(Value value) {
    return value.code().isPresent() || value.words();
  }

  /** One of several codes. */
  record Radio(SheetQuestion question) implements RedcapField {
    @Override
    public List<List<String>> dictionary() {
      String points = choices(question.points());
      String all =
          (points.isEmpty() ? "" : points + " | ") + Redcap.CANNOT_JUDGE + ", Cannot judge";
      return List.of(row(question, "radio", all));
    }

    @Override
    public List<String> columns() {
      return List.of(question.id());
    }

    @Override
    public List<String> cells(@Nullable Value value) {
      if (value == null) {
        return List.of("");
      }
      return List.of(
          value.code().isPresent()
              ? Cells.number(value.code().getAsDouble())
              : Redcap.CANNOT_JUDGE);
    }
  }

  /** A score or words, with a field of its own for "cannot judge". */
  record Open(SheetQuestion question) implements RedcapField {
    @Override
    public List<List<String>> dictionary() {
      boolean score = question.form().kind() == AnswerForm.Kind.SCORE;
      List<String> field =
          score
              ? row(question, "slider", String.join(" |  | ", question.points().values()))
              : row(question, "notes", "");
      if (score) {
        field.set(7, "number");
        field.set(8, "0");
        field.set(9, "100");
      }
      return List.of(
          field,
          Redcap.field(
              question.id() + CANNOT_JUDGE_FIELD,
              Redcap.FORM,
              "yesno",
              question.title() + ": cannot judge",
              ""));
    }

    @Override
    public List<String> columns() {
      return List.of(question.id(), question.id() + CANNOT_JUDGE_FIELD);
    }

    @Override
    public List<String> cells(@Nullable Value value) {
      if (value == null) {
        return List.of("", "");
      }
      String said = value.words() ? value.text() : "";
      return List.of(
          value.code().isPresent() ? Cells.number(value.code().getAsDouble()) : said,
          judged(value) ? "0" : "1");
    }
  }

  /** Checkboxes: 1, 2, … for the items, 0 for none of them. */
  record Boxes(SheetQuestion question) implements RedcapField {
    private Map<Integer, String> choices() {
      Map<Integer, String> choices = new LinkedHashMap<>();
      choices.put(0, "None of these");
      for (String item : question.form().items()) {
        choices.put(choices.size(), item);
      }
      choices.put(Integer.valueOf(Redcap.CANNOT_JUDGE), "Cannot judge");
      return choices;
    }

    @Override
    public List<List<String>> dictionary() {
      return List.of(row(question, "checkbox", RedcapField.choices(choices())));
    }

    @Override
    public List<String> columns() {
      return choices().keySet().stream().map(code -> question.id() + CHOICE + code).toList();
    }

    @Override
    public List<String> cells(@Nullable Value value) {
      List<String> cells = new ArrayList<>();
      choices().forEach((code, words) -> cells.add(value == null ? "" : cell(value, code, words)));
      return cells;
    }

    private static String cell(Value value, int code, String words) {
      boolean checked =
          switch (code) {
            case 0 -> judged(value) && value.text().isEmpty();
            case 99 -> !judged(value);
            default -> judged(value) && Cells.items(value.text()).contains(words);
          };
      return checked ? "1" : "0";
    }
  }
}
