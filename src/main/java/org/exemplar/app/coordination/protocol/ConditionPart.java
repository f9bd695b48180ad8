package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.coordination.protocol.QuestionForm.Asked;
import org.exemplar.app.coordination.protocol.QuestionForm.When;

/** When the question is asked: it may know given findings and earlier answers, never an arm. */
final class ConditionPart {
  private static final int MOST_BOXES = 12;

  private final QuestionFormView view;
  private final QuestionForm form;
  private final Label error = FormField.errorLabel();

  ConditionPart(QuestionFormView view, QuestionForm form) {
    this.view = view;
    this.form = form;
  }

  VBox box() {
    ComboBox<Asked> asked = new ComboBox<>();
    asked.getItems().setAll(Asked.values());
    asked.setConverter(new Wording<>(Asked::words));
    asked.setValue(form.holds().when().asked());
    asked.setMaxWidth(Double.MAX_VALUE);
    asked.setAccessibleText("When it is asked");
    view.lock(asked);
    asked
        .valueProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            view.change("", f -> f.holds().when().asked() == is ? f : f.with(fresh(is)));
          }
        });
    List<Node> rows = new ArrayList<>();
    rows.add(Fields.of("Asked", asked, ""));
    switch (form.holds().when().asked()) {
      case ALWAYS -> {}
      case FINDING ->
          rows.add(typed("Finding, as given with the cases", When::what, (w, t) -> what(w, t)));
      case FINDINGS ->
          rows.add(typed("At least so many findings", When::numbers, (w, t) -> numbers(w, t)));
      case ANSWERED -> rows.addAll(answered());
    }
    view.follow((f, wrong) -> {
      asked.setValue(f.holds().when().asked());
      FormField.tell(error, wrong.getOrDefault("when", ""));
    });
    rows.add(error);
    VBox box = new VBox(rows.toArray(Node[]::new));
    box.getStyleClass().add("gap-8");
    return box;
  }

  private When fresh(Asked asked) {
    List<QuestionForm> earlier = earlier();
    return switch (asked) {
      case ALWAYS -> When.ALWAYS;
      case FINDING -> new When(asked, "", "");
      case FINDINGS -> new When(asked, "", "2");
      case ANSWERED -> new When(asked, earlier.isEmpty() ? "" : earlier.getLast().id(), "1");
    };
  }

  private FormField typed(
      String words,
      java.util.function.Function<When, String> value,
      java.util.function.BiFunction<When, String, When> change) {
    FormField field =
        view.field(
            new FormField(
                "",
                words,
                new TextField(),
                f -> value.apply(f.holds().when()),
                t -> view.change("when", f -> f.with(change.apply(f.holds().when(), t)))));
    return view.locked() ? field.locked(QuestionFormView.LOCKED) : field;
  }

  private static When what(When when, String what) {
    return new When(when.asked(), what, when.numbers());
  }

  private static When numbers(When when, String numbers) {
    return new When(when.asked(), when.what(), numbers);
  }

  private List<QuestionForm> earlier() {
    ProtocolDraft.State state = view.draft().state();
    return state.forms().subList(0, Math.max(0, state.selected())).stream()
        .filter(f -> f.kind() != QuestionForm.Kind.TEXT)
        .toList();
  }

  private List<Node> answered() {
    ComboBox<String> question = new ComboBox<>();
    question.getItems().setAll(earlier().stream().map(QuestionForm::id).toList());
    question.setConverter(new Wording<>(this::title));
    question.setMaxWidth(Double.MAX_VALUE);
    question.setAccessibleText("After which question");
    question.setValue(form.holds().when().what());
    view.lock(question);
    FlowPane boxes = new FlowPane();
    boxes.getStyleClass().add("reader-boxes");
    question
        .valueProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            view.change(
                "",
                f -> f.holds().when().what().equals(is) ? f : f.with(what(f.holds().when(), is)));
          }
        });
    FormField codes =
        typed(
            "Numbers of the answers, with commas between", When::numbers, (w, t) -> numbers(w, t));
    view.follow((f, wrong) -> {
      question.setValue(f.holds().when().what());
      showBoxes(boxes, codes, f.holds().when());
    });
    return List.of(Fields.of("After", question, ""), boxes, codes);
  }

  private String title(String id) {
    return earlier().stream()
        .filter(f -> f.id().equals(id))
        .map(f -> f.words().title())
        .findFirst()
        .orElse(id);
  }

  /** A box for each answer of the earlier question, or numbers to type when there are many. */
  private void showBoxes(FlowPane boxes, FormField typed, When when) {
    QuestionForm asked =
        earlier().stream().filter(f -> f.id().equals(when.what())).findFirst().orElse(null);
    List<Integer> known = asked == null ? List.of() : AnswerCodes.of(asked);
    boolean few = asked != null && known.size() <= MOST_BOXES;
    typed.setVisible(!few);
    typed.setManaged(!few);
    boxes.setVisible(few);
    boxes.setManaged(few);
    if (!few || asked == null) {
      return;
    }
    SortedSet<Integer> chosen = chosen(when);
    Map<Integer, CheckBox> there = new HashMap<>();
    boxes.getChildren().forEach(n -> there.put((Integer) n.getUserData(), (CheckBox) n));
    if (!there.keySet().equals(new TreeSet<>(known))) {
      boxes.getChildren().setAll(known.stream().map(code -> box(asked, code)).toList());
    }
    for (Node node : boxes.getChildren()) {
      ((CheckBox) node).setSelected(chosen.contains((Integer) node.getUserData()));
    }
  }

  private CheckBox box(QuestionForm asked, int code) {
    CheckBox box = new CheckBox(AnswerCodes.words(asked, code));
    box.setUserData(code);
    view.lock(box);
    box.setOnAction(e ->
        view.change(
            "",
            f -> {
              SortedSet<Integer> codes = chosen(f.holds().when());
              if (box.isSelected()) {
                codes.add(code);
              } else {
                codes.remove(code);
              }
              return f.with(
                  numbers(
                      f.holds().when(),
                      String.join(", ", codes.stream().map(String::valueOf).toList())));
            }));
    return box;
  }

  private static SortedSet<Integer> chosen(When when) {
    try {
      return new TreeSet<>(QuestionForm.codes(when.numbers()));
    } catch (NumberFormatException words) {
      return new TreeSet<>();
    }
  }
}
