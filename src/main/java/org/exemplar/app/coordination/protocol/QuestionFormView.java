package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.control.parts.TabOut;
import org.exemplar.app.coordination.protocol.QuestionForm.Holds;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.coordination.protocol.QuestionForm.Words;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Orientation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form of the question in view. */
final class QuestionFormView extends VBox {
  /** Why most of a sealed question cannot change. */
  static final String LOCKED =
      "Sealed: answers before and after must stay comparable. Wording can be amended; for anything"
          + " else build a new study.";

  private final ProtocolDraft draft;
  private final List<FormPart> parts = new ArrayList<>();
  private Object shape = "";

  /** A part that follows the form. */
  @FunctionalInterface
  interface FormPart {
    void show(QuestionForm form, Map<String, String> wrong);
  }

  /** What must be the same for the parts to stay. */
  private record Shape(int index, Kind kind, int lines, QuestionForm.Asked asked, boolean unsure) {}

  QuestionFormView(ProtocolDraft draft) {
    this.draft = draft;
    getStyleClass().add("gap-16");
    draft.stateProperty().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    ProtocolDraft.State state = draft.state();
    int index = state.selected();
    if (index < 0) {
      getChildren().clear();
      parts.clear();
      shape = "";
      return;
    }
    QuestionForm form = state.forms().get(index);
    Shape next =
        new Shape(
            index,
            form.kind(),
            form.answers().lines().size(),
            form.holds().when().asked(),
            form.holds().cannotJudge() != null);
    if (!next.equals(shape)) {
      shape = next;
      build(form);
    }
    Map<String, String> wrong = FormCheck.of(state.forms(), index);
    parts.forEach(part -> part.show(form, wrong));
  }

  private void build(QuestionForm form) {
    parts.clear();
    getChildren().setAll(asked(form), new AnswersPart(this, form).card(), holds(form));
  }

  /** Whether the form is of a sealed study. */
  boolean locked() {
    return draft.amends();
  }

  /** The document the question is in. */
  ProtocolDraft draft() {
    return draft;
  }

  /** Adds a part that follows the form. */
  <P extends FormPart> P follow(P part) {
    parts.add(part);
    return part;
  }

  /** Changes the question in view. */
  void change(String name, UnaryOperator<QuestionForm> change) {
    draft.change(draft.state().selected(), name, change);
  }

  /** A field that follows the form. */
  FormField field(FormField field) {
    parts.add(field::show);
    return field;
  }

  private Card asked(QuestionForm form) {
    FormField title =
        field(
            new FormField(
                "title",
                "Short title",
                new TextField(),
                f -> f.words().title(),
                t ->
                    change(
                        "title", f -> f.with(new Words(t, f.words().text(), f.words().help())))));
    FormField id =
        field(
            new FormField(
                "id",
                "Name in tables",
                new TextField(),
                QuestionForm::id,
                t -> change("id", f -> f.withId(t))));
    if (locked()) {
      id.locked(LOCKED);
    }
    GridPane names = new GridPane();
    names.getStyleClass().add("grid-16");
    names.addRow(0, title, id);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      names.getColumnConstraints().add(half);
    }
    Card card =
        new Card(
            "What is asked",
            form.kind().about(),
            names,
            field(
                new FormField(
                    "text",
                    "Question, as readers are asked it",
                    area(2),
                    f -> f.words().text(),
                    t ->
                        change(
                            "text",
                            f -> f.with(new Words(f.words().title(), t, f.words().help()))))),
            field(
                new FormField(
                    "help",
                    "Help, one sentence for the instructions",
                    area(2),
                    f -> f.words().help(),
                    t ->
                        change(
                            "help",
                            f -> f.with(new Words(f.words().title(), f.words().text(), t))))));
    card.body().getChildren().addFirst(kinds(form));
    card.body().getStyleClass().add("gap-12");
    return card;
  }

  private VBox kinds(QuestionForm form) {
    ComboBox<Kind> kinds = new ComboBox<>();
    kinds.getItems().setAll(Kind.values());
    kinds.setConverter(new Wording<>(Kind::words));
    kinds.setValue(form.kind());
    kinds.setMaxWidth(Double.MAX_VALUE);
    kinds.setAccessibleText("Kind of question");
    lock(kinds);
    kinds
        .valueProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            change("", f -> f.kind() == is ? f : f.withKind(is));
          }
        });
    Label error = FormField.errorLabel();
    follow((f, wrong) -> {
      kinds.setValue(f.kind());
      FormField.tell(error, wrong.getOrDefault("kind", ""));
    });
    VBox box = new VBox(Fields.of("Kind", kinds, ""), error);
    box.getStyleClass().add("gap-4");
    return box;
  }

  private Card holds(QuestionForm form) {
    List<Node> rows = new ArrayList<>();
    rows.add(
        check(
            "Required: a case is complete only with an answer",
            f -> f.holds().required(),
            (f, on) -> f.with(with(f.holds(), on, f.holds().review())),
            false));
    if (form.kind() == Kind.AGREEMENT) {
      rows.add(
          check(
              "Disagreeing opens the review finding by finding",
              f -> f.holds().review(),
              (f, on) -> f.with(with(f.holds(), f.holds().required(), on)),
              false));
    }
    rows.addAll(cannotJudge(form));
    rows.add(new ConditionPart(this, form).box());
    if (form.kind().measures()) {
      rows.add(orientation(form));
    }
    Card card = new Card("What holds", "", rows.toArray(Node[]::new));
    card.body().getStyleClass().add("gap-12");
    return card;
  }

  private static Holds with(Holds holds, boolean required, boolean review) {
    return new Holds(required, review, holds.cannotJudge(), holds.when(), holds.orientation());
  }

  private List<Node> cannotJudge(QuestionForm form) {
    CheckBox offered =
        check(
            "Readers may say that they cannot judge",
            f -> f.holds().cannotJudge() != null,
            (f, on) -> f.with(unsure(f.holds(), on ? "Cannot judge" : null)),
            true);
    if (form.holds().cannotJudge() == null) {
      return List.of(offered);
    }
    return List.of(
        offered,
        field(
            new FormField(
                "cannot_judge",
                "Its words",
                new TextField(),
                f -> Objects.requireNonNullElse(f.holds().cannotJudge(), ""),
                t -> change("cannot_judge", f -> f.with(unsure(f.holds(), t))))));
  }

  private static Holds unsure(Holds holds, @Nullable String words) {
    return new Holds(holds.required(), holds.review(), words, holds.when(), holds.orientation());
  }

  private VBox orientation(QuestionForm form) {
    List<Orientation> ends = List.of(Orientation.HIGHER, Orientation.LOWER);
    Orientation now = form.holds().orientation();
    Segmented<Orientation> chosen =
        new Segmented<>(
            ends,
            end -> end == Orientation.HIGHER ? "Higher answers" : "Lower answers",
            now == null ? Orientation.HIGHER : now);
    chosen
        .valueProperty()
        .addListener((o, was, is) ->
            change(
                "",
                f ->
                    f.with(
                        new Holds(
                            f.holds().required(),
                            f.holds().review(),
                            f.holds().cannotJudge(),
                            f.holds().when(),
                            is))));
    follow((f, wrong) -> {
      Orientation end = f.holds().orientation();
      if (end != null) {
        chosen.valueProperty().set(end);
      }
    });
    return Fields.of(
        "The hypothesis expects more among PIEs of",
        chosen,
        "Part of the analysis plan; readers never see it.");
  }

  /** A box that follows the form. */
  private CheckBox check(
      String words,
      java.util.function.Predicate<QuestionForm> on,
      java.util.function.BiFunction<QuestionForm, Boolean, QuestionForm> change,
      boolean sealed) {
    CheckBox box = new CheckBox(words);
    box.setWrapText(true);
    if (sealed) {
      lock(box);
    }
    box.setOnAction(e -> change("", f -> change.apply(f, box.isSelected())));
    follow((f, wrong) -> box.setSelected(on.test(f)));
    return box;
  }

  /** Locks a control of a sealed study, with the reason. */
  void lock(javafx.scene.control.Control control) {
    if (locked()) {
      control.setDisable(true);
      control.setTooltip(new Tooltip(LOCKED));
      control.setAccessibleHelp(LOCKED);
    }
  }

  private static TextArea area(int rows) {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    TabOut.leaves(area);
    return area;
  }

  /** The notice that says what a sealed question allows. */
  static HBox lockedNotice() {
    HBox notice = new HBox(Icons.of(Feather.LOCK, "icon-warning"), Parts.paragraph(LOCKED, "body"));
    notice.getStyleClass().addAll("notice", "warning");
    return notice;
  }
}
