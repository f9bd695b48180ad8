package org.exemplar.app.coordination.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.exemplar.app.coordination.protocol.QuestionForm.Asked;
import org.exemplar.app.coordination.protocol.QuestionForm.When;
import org.exemplar.conduct.Amendment;
import org.exemplar.problem.Problem;
import org.exemplar.study.Orientation;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolEdit;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * A protocol document while it is worked on: its text, and its questions as forms. Both are one: a
 * change of a form is written into the text when all forms are whole, a change of the text is read
 * into the forms when it is a protocol; while it is none, the forms stand still. Every change is
 * one step of undo; typing in one field is one step.
 */
final class ProtocolDraft {
  private static final int MOST_STEPS = 200;
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final String NAME = "The protocol";

  /**
   * How a document stands.
   *
   * @param text the document; as it was with the last whole forms
   * @param forms its questions as typed
   * @param selected the form in view, -1 for none
   * @param reading the protocol, or why it is none
   */
  record State(String text, List<QuestionForm> forms, int selected, Reading reading) {
    State {
      forms = List.copyOf(forms);
    }

    /** What is wrong with the forms, first one first; by the form's index and field. */
    List<FormProblem> wrong() {
      List<FormProblem> wrong = new ArrayList<>();
      for (int i = 0; i < forms.size(); i++) {
        int index = i;
        FormCheck.of(forms, i)
            .forEach((field, sentence) -> wrong.add(new FormProblem(index, field, sentence)));
      }
      return wrong;
    }
  }

  /** What is wrong with a field of a form. */
  record FormProblem(int index, String field, String sentence) {}

  /**
   * A text as the program reads it.
   *
   * @param protocol null when it cannot be read
   * @param problem why not, null when it can
   */
  record Reading(@Nullable Protocol protocol, @Nullable LineProblem problem) {}

  /**
   * What is wrong with a document.
   *
   * @param line where, from 1; 0 when it has no line
   */
  record LineProblem(int line, String sentence) {}

  /** The sections that readers see. */
  enum Section {
    INSTRUCTIONS("Instructions for readers"),
    RETURNING("Returning the file");

    private final String heading;

    Section(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  private final @Nullable Protocol sealed;
  private final ReadOnlyObjectWrapper<State> state;
  private final Deque<State> past = new ArrayDeque<>();
  private final Deque<State> future = new ArrayDeque<>();
  private String saved;
  private String field = "";

  private ProtocolDraft(String text, @Nullable Protocol sealed, String saved) {
    this.sealed = sealed;
    this.saved = saved;
    Reading reading = read(text);
    List<QuestionForm> forms = forms(reading);
    this.state =
        new ReadOnlyObjectWrapper<>(
            this, "state", new State(text, forms, clamp(0, forms), reading));
  }

  /** A document that is not sealed, as it lies on the disk. */
  static ProtocolDraft of(String text) {
    return new ProtocolDraft(text, null, text);
  }

  /** A document that lies nowhere yet, made from a template. */
  static ProtocolDraft unsaved(String text) {
    return new ProtocolDraft(text, null, "");
  }

  /** The protocol of a sealed study, to be amended. */
  static ProtocolDraft amending(Protocol sealed) {
    return new ProtocolDraft(sealed.text(), sealed, sealed.text());
  }

  /** How the document stands now. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How the document stands now. */
  State state() {
    return state.get();
  }

  /** Whether the protocol is sealed, so that much of it is locked. */
  boolean amends() {
    return sealed != null;
  }

  /** Whether there is something to save. */
  boolean changed() {
    return !state().text().equals(saved) || !state().wrong().isEmpty();
  }

  /** Why the document cannot be saved or sealed as it is; empty when it can. */
  Optional<String> blocker() {
    State now = state();
    Protocol protocol = now.reading().protocol();
    LineProblem problem = now.reading().problem();
    if (problem != null) {
      return Optional.of(problem.sentence());
    }
    List<FormProblem> wrong = now.wrong();
    if (!wrong.isEmpty()) {
      FormProblem first = wrong.getFirst();
      return Optional.of("Question %d: %s".formatted(first.index() + 1, first.sentence()));
    }
    return sealed == null || protocol == null
        ? Optional.empty()
        : Amendment.refusal(sealed, protocol);
  }

  /** Takes note that this very text was saved. */
  void saved(String text) {
    saved = text;
    field = "";
    state.set(new State(state().text(), state().forms(), state().selected(), state().reading()));
  }

  /** Takes a text typed in the source; one step of undo while it is typed. */
  void typeSource(String text) {
    if (text.equals(state().text())) {
      return;
    }
    Reading reading = read(text);
    List<QuestionForm> forms = reading.protocol() == null ? state().forms() : forms(reading);
    step("source", new State(text, forms, clamp(state().selected(), forms), reading));
  }

  /** What a section says; empty when the document has none. */
  String section(Section section) {
    return body(state().text(), section);
  }

  private static String body(String text, Section section) {
    List<String> lines = new ArrayList<>();
    boolean within = false;
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("## ") || line.startsWith("# ")) {
        within = line.strip().equalsIgnoreCase("## " + section.heading());
      } else if (within) {
        lines.add(line);
      }
    }
    return String.join("\n", lines).strip();
  }

  /**
   * Takes the words of a section; one step of undo while they are typed.
   *
   * @return why they cannot stand there, in a sentence; empty when they can
   */
  Optional<String> typeSection(Section section, String words) {
    if (words.lines().anyMatch(line -> line.startsWith("# ") || line.startsWith("## "))) {
      return Optional.of("Headings in here start with ###: a larger one would end the section.");
    }
    if (words.isBlank()) {
      return Optional.of("Readers need these words: they stay as they were until you write some.");
    }
    try {
      State now = state();
      String text = ProtocolEdit.of(now.text()).withSection(section.heading(), words).text();
      if (!text.equals(now.text())) {
        Reading reading = read(text);
        List<QuestionForm> forms = now.forms().isEmpty() ? forms(reading) : now.forms();
        step(section.name(), new State(text, forms, clamp(now.selected(), forms), reading));
      }
      return Optional.empty();
    } catch (Problem unreadable) {
      return Optional.of("Put the settings right in the source first.");
    }
  }

  /** Brings a question into view; no step of undo. */
  void select(int index) {
    field = "";
    State now = state();
    state.set(new State(now.text(), now.forms(), clamp(index, now.forms()), now.reading()));
  }

  /**
   * Changes a question.
   *
   * @param name of the field, by which typing becomes one step
   */
  void change(int index, String name, UnaryOperator<QuestionForm> change) {
    List<QuestionForm> forms = new ArrayList<>(state().forms());
    QuestionForm was = forms.get(index);
    QuestionForm is = change.apply(was);
    forms.set(index, is);
    if (!was.id().equals(is.id())) {
      forms.replaceAll(form -> following(form, was.id(), is.id()));
    }
    write(index + "." + name, forms, index);
  }

  private static QuestionForm following(QuestionForm form, String was, String is) {
    When when = form.holds().when();
    return when.asked() == Asked.ANSWERED && when.what().equals(was)
        ? form.with(new When(Asked.ANSWERED, is, when.numbers()))
        : form;
  }

  /** Adds a question below the one in view. */
  void add(QuestionForm.Kind kind) {
    List<QuestionForm> forms = new ArrayList<>(state().forms());
    int at = Math.min(forms.size(), state().selected() + 1);
    forms.add(at, QuestionForm.fresh(kind, freeId("question")));
    write("", forms, at);
  }

  /** Adds a copy below a question. */
  void duplicate(int index) {
    List<QuestionForm> forms = new ArrayList<>(state().forms());
    QuestionForm form = forms.get(index);
    QuestionForm copy =
        form.kind() == QuestionForm.Kind.AGREEMENT ? form.withKind(QuestionForm.Kind.YES_NO) : form;
    forms.add(index + 1, copy.withId(freeId(form.id())));
    write("", forms, index + 1);
  }

  /** Removes a question; the last one stays. */
  void remove(int index) {
    List<QuestionForm> forms = new ArrayList<>(state().forms());
    if (forms.size() > 1) {
      forms.remove(index);
      write("", forms, Math.min(index, forms.size() - 1));
    }
  }

  /** Moves a question up (negative) or down. */
  void move(int index, int by) {
    List<QuestionForm> forms = new ArrayList<>(state().forms());
    int to = index + by;
    if (to >= 0 && to < forms.size()) {
      forms.add(to, forms.remove(index));
      write("", forms, to);
    }
  }

  private String freeId(String stem) {
    String base = stem.replaceFirst("_\\d+$", "");
    base = base.substring(0, Math.min(base.length(), 44));
    int number = 2;
    List<String> taken = state().forms().stream().map(QuestionForm::id).toList();
    while (taken.contains(base + "_" + number)) {
      number++;
    }
    return base + "_" + number;
  }

  private void write(String name, List<QuestionForm> forms, int selected) {
    State now = state();
    if (forms.equals(now.forms()) || now.reading().protocol() == null) {
      return;
    }
    State typed = new State(now.text(), forms, selected, now.reading());
    if (typed.wrong().isEmpty()) {
      String text = written(now.text(), forms);
      typed = new State(text, forms, selected, read(text));
    }
    step(name, typed);
  }

  private static String written(String text, List<QuestionForm> forms) {
    List<Question> questions = forms.stream().map(QuestionForm::question).toList();
    Map<String, Orientation> orientations = new LinkedHashMap<>();
    for (QuestionForm form : forms) {
      Orientation orientation = form.holds().orientation();
      if (orientation != null && form.kind().measures()) {
        orientations.put(form.id(), orientation);
      }
    }
    return ProtocolEdit.of(text).withQuestions(questions, orientations).text();
  }

  private void step(String name, State next) {
    boolean goesOn = !name.isEmpty() && name.equals(field) && !past.isEmpty();
    if (!goesOn) {
      past.push(state());
      if (past.size() > MOST_STEPS) {
        past.removeLast();
      }
    }
    future.clear();
    field = name;
    state.set(next);
  }

  /** Whether there is a step to take back. */
  boolean canUndo() {
    return !past.isEmpty();
  }

  /** Whether there is a step to take again. */
  boolean canRedo() {
    return !future.isEmpty();
  }

  /** Takes the last step back. */
  void undo() {
    if (canUndo()) {
      future.push(state());
      field = "";
      state.set(past.pop());
    }
  }

  /** Takes a step again. */
  void redo() {
    if (canRedo()) {
      past.push(state());
      field = "";
      state.set(future.pop());
    }
  }

  private static int clamp(int index, List<QuestionForm> forms) {
    return Math.min(Math.max(index, forms.isEmpty() ? -1 : 0), forms.size() - 1);
  }

  private static List<QuestionForm> forms(Reading reading) {
    Protocol protocol = reading.protocol();
    return protocol == null
        ? List.of()
        : protocol.reading().questions().stream()
            .map(q -> QuestionForm.of(q, protocol.analysis().orientations().get(q.id())))
            .toList();
  }

  private static Reading read(String text) {
    try {
      return new Reading(Protocol.parse(NAME, text), null);
    } catch (Problem problem) {
      String sentence = String.valueOf(problem.getMessage());
      Matcher line = LINE.matcher(sentence);
      return new Reading(
          null, new LineProblem(line.find() ? Integer.parseInt(line.group(1)) : 0, sentence));
    }
  }
}
