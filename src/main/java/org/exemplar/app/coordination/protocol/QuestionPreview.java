package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.FindingChip;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.coordination.protocol.QuestionForm.When;
import org.exemplar.app.fx.Parts;

/**
 * The questions as readers will see them, with the keys they will press. Dark in every look, as the
 * room is. Nothing can be answered; a click brings the question's form into view.
 */
final class QuestionPreview extends VBox {
  private final ProtocolDraft draft;
  private final VBox questions = new VBox();
  private Map<Object, Object> shown = Map.of();

  QuestionPreview(ProtocolDraft draft) {
    this.draft = draft;
    getStyleClass().add("reader-preview");
    FlowPane chips = new FlowPane(FindingChip.given("Cardiomegaly"), FindingChip.given("Effusion"));
    chips.getStyleClass().add("preview-chips");
    VBox given = new VBox(Parts.line("Given findings", "small"), chips);
    given.getStyleClass().add("preview-given");
    HBox head = new HBox(Parts.line("Case 1 of 40", "title"));
    head.getStyleClass().add("preview-head");
    getChildren().addAll(head, given, questions);
    questions.getStyleClass().add("preview-questions");
    draft.stateProperty().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    ProtocolDraft.State state = draft.state();
    Map<Object, Object> now = Map.of("forms", state.forms(), "selected", state.selected());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    List<Node> cards = new ArrayList<>();
    for (int i = 0; i < state.forms().size(); i++) {
      QuestionForm form = state.forms().get(i);
      boolean acting = i == state.selected();
      if (form.holds().when().asked() != QuestionForm.Asked.ALWAYS) {
        cards.add(Parts.paragraph(condition(form, state.forms()), "small", "preview-when"));
      }
      Node card = card(form, acting);
      int index = i;
      card.setOnMouseClicked(e -> draft.select(index));
      cards.add(card);
    }
    questions.getChildren().setAll(cards);
  }

  private Node card(QuestionForm form, boolean acting) {
    return switch (form.kind()) {
      case AGREEMENT, YES_NO, SCALE -> choices(form, acting);
      case SCORE -> framed(form, acting, score(form));
      case CHECKLIST -> framed(form, acting, items(form));
      case TEXT -> framed(form, acting, text());
    };
  }

  private Node choices(QuestionForm form, boolean acting) {
    List<QuestionCard.Option> options = new ArrayList<>();
    List<String> lines = form.answers().lines();
    boolean scale = form.kind() == Kind.SCALE;
    for (int i = 0; i < lines.size(); i++) {
      options.add(new QuestionCard.Option(key(form.kind(), i), said(lines.get(i)), false));
    }
    String unsure = form.holds().cannotJudge();
    if (unsure != null) {
      options.add(new QuestionCard.Option("U", said(unsure), scale));
    }
    QuestionCard card =
        new QuestionCard(
            said(form.words().text()),
            form.words().title(),
            scale || lengthy(options) ? AnswerButton.Form.ROW : AnswerButton.Form.SHORT,
            options,
            i -> {});
    card.show(-1, acting);
    still(card);
    return card;
  }

  private static boolean lengthy(List<QuestionCard.Option> options) {
    return options.stream().mapToInt(o -> o.words().length() + 6).sum() > 44;
  }

  /** A card of a kind that is not answered by one key. */
  private Node framed(QuestionForm form, boolean acting, List<Node> body) {
    QuestionCard card =
        new QuestionCard(
            said(form.words().text()),
            form.words().title(),
            AnswerButton.Form.ROW,
            unsure(form),
            i -> {});
    card.show(-1, acting);
    card.getChildren().addAll(1, body);
    still(card);
    return card;
  }

  private static List<QuestionCard.Option> unsure(QuestionForm form) {
    String words = form.holds().cannotJudge();
    return words == null ? List.of() : List.of(new QuestionCard.Option("U", said(words), true));
  }

  private static List<Node> score(QuestionForm form) {
    Region track = new Region();
    track.getStyleClass().add("preview-track");
    HBox ends =
        new HBox(
            Parts.line("0  " + said(form.answers().lines().get(0)), "small"),
            Parts.filler(),
            Parts.line(said(form.answers().lines().get(1)) + "  100", "small"));
    VBox box = new VBox(track, ends);
    box.getStyleClass().add("preview-score");
    return List.of(box);
  }

  private static List<Node> items(QuestionForm form) {
    List<Node> rows = new ArrayList<>();
    List<String> lines = form.answers().lines();
    for (int i = 0; i < lines.size(); i++) {
      Region box = new Region();
      box.getStyleClass().add("preview-box");
      HBox row =
          new HBox(
              box,
              Parts.paragraph(said(lines.get(i)), "preview-item"));
      if (i < 9) {
        row.getChildren().addFirst(new KeyHint(Integer.toString(i + 1)));
      }
      row.getStyleClass().add("preview-row");
      row.setAlignment(Pos.TOP_LEFT);
      rows.add(row);
    }
    return rows;
  }

  private static List<Node> text() {
    Region field = new Region();
    field.getStyleClass().add("preview-text");
    return List.of(field);
  }

  /** Out of the keyboard's way: the preview is looked at. */
  private static void still(Node card) {
    card.lookupAll(".answer").forEach(button -> button.setFocusTraversable(false));
    card.lookupAll(".answer").forEach(button -> button.setMouseTransparent(true));
  }

  private static String key(Kind kind, int index) {
    return kind == Kind.SCALE ? Integer.toString(index + 1) : index == 0 ? "Y" : "N";
  }

  private static String said(String words) {
    return words.isBlank() ? "…" : words.strip();
  }

  /** The condition in a sentence. */
  static String condition(QuestionForm form, List<QuestionForm> all) {
    When when = form.holds().when();
    return switch (when.asked()) {
      case ALWAYS -> "";
      case FINDING -> "Only for cases that come with " + said(when.what());
      case FINDINGS -> "Only for cases that come with " + said(when.numbers()) + " findings or more";
      case ANSWERED -> {
        QuestionForm asked =
            all.stream().filter(f -> f.id().equals(when.what())).findFirst().orElse(null);
        yield asked == null
            ? "Only after another question"
            : "Only after %s: %s".formatted(asked.words().title(), answers(asked, when));
      }
    };
  }

  private static String answers(QuestionForm asked, When when) {
    try {
      List<Integer> known = AnswerCodes.of(asked);
      List<String> words =
          QuestionForm.codes(when.numbers()).stream()
              .filter(known::contains)
              .map(code -> AnswerCodes.words(asked, code))
              .toList();
      return words.isEmpty() ? "…" : String.join(" or ", words);
    } catch (NumberFormatException typing) {
      return "…";
    }
  }
}
