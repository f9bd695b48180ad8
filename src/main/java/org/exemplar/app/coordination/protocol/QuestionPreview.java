package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.ChecklistCard;
import org.exemplar.app.control.FindingChip;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.control.QuestionFrame;
import org.exemplar.app.control.ScoreCard;
import org.exemplar.app.control.TextCard;
import org.exemplar.app.coordination.protocol.QuestionForm.Kind;
import org.exemplar.app.coordination.protocol.QuestionForm.When;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/**
 * The questions as readers will see them, with the keys they will press. Dark in every look, as the
 * room is. Nothing can be answered; a click brings the question's form into view.
 */
final class QuestionPreview extends VBox {
  private static final int DIGITS = 9;
  private static final int LONGEST = 1000;

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
      QuestionFrame card = card(form, acting);
      card.setMouseTransparent(true);
      int index = i;
      StackPane place = new StackPane(card);
      place.setOnMouseClicked(e -> draft.select(index));
      still(card);
      cards.add(place);
    }
    questions.getChildren().setAll(cards);
  }

  private static QuestionFrame card(QuestionForm form, boolean acting) {
    return switch (form.kind()) {
      case AGREEMENT, YES_NO, SCALE -> choices(form, acting);
      case SCORE -> score(form, acting);
      case CHECKLIST -> checklist(form, acting);
      case TEXT -> text(form, acting);
    };
  }

  private static QuestionFrame choices(QuestionForm form, boolean acting) {
    List<QuestionCard.Option> options = new ArrayList<>();
    List<String> lines = form.answers().lines();
    boolean scale = form.kind() == Kind.SCALE;
    for (int i = 0; i < lines.size(); i++) {
      options.add(new QuestionCard.Option(key(form.kind(), i), said(lines.get(i)), false));
    }
    QuestionCard.Option unsure = unsure(form, scale);
    if (unsure != null) {
      options.add(unsure);
    }
    QuestionCard card =
        new QuestionCard(
            said(form.words().text()),
            form.words().title(),
            scale ? AnswerButton.Form.ROW : AnswerButton.Form.SHORT,
            options,
            i -> {});
    card.show(-1, acting);
    return card;
  }

  private static QuestionFrame score(QuestionForm form, boolean acting) {
    ScoreCard card =
        new ScoreCard(
            new ScoreCard.Words(
                said(form.words().text()),
                form.words().title(),
                said(form.answers().lines().get(0)),
                said(form.answers().lines().get(1)),
                unsure(form, true)),
            new ScoreCard.Acts(moved -> {}, typed -> {}, () -> {}, () -> {}));
    card.show(-1, "", acting);
    return card;
  }

  private static QuestionFrame checklist(QuestionForm form, boolean acting) {
    List<QuestionCard.Option> items = new ArrayList<>();
    for (String line : form.answers().lines()) {
      String key = items.size() < DIGITS ? Integer.toString(items.size() + 1) : "";
      items.add(new QuestionCard.Option(key, said(line), false));
    }
    ChecklistCard card =
        new ChecklistCard(
            new ChecklistCard.Words(
                said(form.words().text()),
                form.words().title(),
                items,
                new QuestionCard.Option("0", "None of these", true),
                unsure(form, true)),
            new ChecklistCard.Acts(i -> {}, () -> {}, () -> {}));
    card.show(new ChecklistCard.Checks(Set.of(), false, false, -1), "", acting);
    return card;
  }

  private static QuestionFrame text(QuestionForm form, boolean acting) {
    TextCard card =
        new TextCard(
            new TextCard.Words(
                said(form.words().text()), form.words().title(), LONGEST, unsure(form, true)),
            new TextCard.Acts(typed -> {}, () -> {}, () -> {}, back -> {}, () -> {}));
    card.show("", "", acting);
    return card;
  }

  private static QuestionCard.@Nullable Option unsure(QuestionForm form, boolean apart) {
    String words = form.holds().cannotJudge();
    return words == null ? null : new QuestionCard.Option("U", said(words), apart);
  }

  /** Out of the keyboard's way: the preview is looked at. */
  private static void still(Node node) {
    node.setFocusTraversable(false);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(QuestionPreview::still);
    }
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
      case FINDINGS ->
          "Only for cases that come with " + said(when.numbers()) + " findings or more";
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
