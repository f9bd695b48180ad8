package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.FindingChip;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.control.QuestionCard;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Each given finding judged with the same three keys, then what is missing from the list. */
final class ReviewBox extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final List<FindingVerdict> VERDICTS =
      List.of(FindingVerdict.AGREE, FindingVerdict.DISAGREE, FindingVerdict.UNSURE);
  private static final int MOST_OFFERS = 5;

  private final CaseModel model;
  private final Map<String, QuestionCard> cards = new LinkedHashMap<>();
  private final Label count = Parts.line("", "small");
  private final Label added = Parts.line("", "small");
  private final FlowPane chips = new FlowPane();
  private final TextField search = new TextField();
  private final VBox offers = new VBox();
  private final VBox missing;
  private final Label calm =
      Parts.paragraph(
          "You agree with every finding and none is missing. If that is so, the answer above may"
              + " be Agree.",
          "calm-line");
  private List<String> offered = List.of();
  private int chosen;

  /**
   * @param given the given findings
   * @param leave gives the keyboard back to the page
   */
  ReviewBox(CaseModel model, List<String> given, KeyMap keys, Runnable leave) {
    this.model = model;
    getStyleClass().add("review-box");
    HBox head = new HBox(Parts.line("Finding by finding", "heading"), Parts.filler(), count);
    head.getStyleClass().add("review-head");
    getChildren().add(head);
    for (String finding : given) {
      QuestionCard card = card(finding, keys);
      cards.put(finding, card);
      getChildren().add(card);
    }
    missing = missing(keys, leave);
    getChildren().addAll(calm, missing);
    refresh();
  }

  /** Called with the search and what it offers whenever that has grown while one types. */
  void setOnGrown(Consumer<Node> grown) {
    missing
        .heightProperty()
        .addListener((o, was, is) -> {
          if (search.isFocused()) {
            grown.accept(missing);
          }
        });
  }

  /** What has the focus in here: a finding or the search; null when neither has. */
  @Nullable Node acting() {
    return switch (model.sitting().onScreen().focus()) {
      case Focus.OnFinding(String finding) -> cards.get(finding);
      case Focus.OnMissing() -> missing;
      case Focus.OnQuestion(String _), Focus.OnNext() -> null;
    };
  }

  /** The search for missing findings. */
  TextField search() {
    return search;
  }

  private QuestionCard card(String finding, KeyMap keys) {
    List<QuestionCard.Option> options =
        List.of(
            new QuestionCard.Option(keys.hint(Act.AGREE), "Agree", false),
            new QuestionCard.Option(keys.hint(Act.DISAGREE), "Disagree", false),
            new QuestionCard.Option(keys.hint(Act.CANNOT_JUDGE), "Unsure", false));
    QuestionCard card =
        new QuestionCard(
            finding,
            finding,
            AnswerButton.Form.SHORT,
            options,
            i -> model.answers().judge(finding, VERDICTS.get(i)));
    card.setOnHeadChosen(() -> model.answers().focus(new Focus.OnFinding(finding)));
    return card;
  }

  private VBox missing(KeyMap keys, Runnable leave) {
    HBox head = new HBox(Parts.line("Missing findings", "bold", "strong"), Parts.filler(), added);
    head.setAlignment(Pos.CENTER_LEFT);
    chips.getStyleClass().add("chip-row");
    search.setPromptText("Add a finding");
    search.getStyleClass().add("search-field");
    search.setAccessibleText("Add a missing finding");
    search.textProperty().addListener((o, was, is) -> offer());
    search.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, leave));
    search
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (is) {
            model.answers().focus(new Focus.OnMissing());
          }
        });
    HBox around =
        new HBox(Icons.of(Feather.SEARCH), Parts.filler(), new KeyHint(keys.hint(Act.ADD_FINDING)));
    around.setAlignment(Pos.CENTER_LEFT);
    around.setMouseTransparent(true);
    around.setStyle("-fx-padding: 0 8px 0 10px;");
    offers.getStyleClass().add("offers");
    VBox box = new VBox(Parts.hairline(), head, chips, new StackPane(search, around), offers);
    box.getStyleClass().add("missing");
    return box;
  }

  private void key(KeyEvent e, Runnable leave) {
    switch (e.getCode()) {
      case DOWN -> choose(chosen + 1);
      case UP -> choose(chosen - 1);
      case ENTER -> {
        if (offered.isEmpty()) {
          if (search.getText().isBlank()) {
            moveOn(leave);
          }
        } else {
          add(offered.get(chosen));
        }
      }
      case BACK_SPACE -> {
        List<String> named = model.sitting().onScreen().review().missing();
        if (!search.getText().isEmpty() || named.isEmpty()) {
          return;
        }
        model.answers().removeMissing(named.getLast());
      }
      case ESCAPE -> {
        search.clear();
        moveOn(leave);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void moveOn(Runnable leave) {
    model.answers().moveFocus(true);
    leave.run();
  }

  private void add(String finding) {
    search.clear();
    model.answers().addMissing(finding);
  }

  private void offer() {
    Sitting sitting = model.sitting();
    List<String> taken = new ArrayList<>(cards.keySet());
    taken.addAll(sitting.onScreen().review().missing());
    offered =
        CaseWords.offers(
            sitting.protocol().text().vocabulary(), taken, search.getText(), MOST_OFFERS);
    offers.getChildren().clear();
    for (String finding : offered) {
      TextFlow words = new TextFlow(words(finding));
      words.setMaxHeight(USE_PREF_SIZE);
      HBox row = new HBox(words, Parts.filler());
      if (offers.getChildren().isEmpty()) {
        row.getChildren().add(new KeyHint("Enter"));
      }
      row.getStyleClass().add("offer");
      row.setOnMouseClicked(e -> add(finding));
      offers.getChildren().add(row);
    }
    boolean none = offered.isEmpty() && !search.getText().isBlank();
    if (none) {
      HBox row = new HBox(Parts.line("No finding of this study is called that", "muted"));
      row.getStyleClass().add("offer");
      offers.getChildren().add(row);
    }
    offers.setVisible(!offered.isEmpty() || none);
    offers.setManaged(offers.isVisible());
    choose(0);
  }

  private javafx.scene.text.Text[] words(String finding) {
    String typed = search.getText().strip().toLowerCase(java.util.Locale.ROOT);
    int at = Math.max(0, finding.toLowerCase(java.util.Locale.ROOT).indexOf(typed));
    return new javafx.scene.text.Text[] {
      text(finding.substring(0, at), false),
      text(finding.substring(at, at + typed.length()), true),
      text(finding.substring(at + typed.length()), false)
    };
  }

  private static javafx.scene.text.Text text(String words, boolean match) {
    javafx.scene.text.Text text = new javafx.scene.text.Text(words);
    text.setStyle(
        match ? "-fx-fill: -color-accent; -fx-font-weight: bold;" : "-fx-fill: -color-fg;");
    return text;
  }

  private void choose(int index) {
    chosen = offered.isEmpty() ? 0 : Math.floorMod(index, offered.size());
    for (int i = 0; i < offers.getChildren().size(); i++) {
      offers
          .getChildren()
          .get(i)
          .pseudoClassStateChanged(CHOSEN, i == chosen && !offered.isEmpty());
    }
  }

  /** Says whether findings that are reviewed fold to one line. */
  void fold(boolean fold) {
    FindingReview review = model.sitting().onScreen().review();
    cards.forEach(
        (finding, card) -> card.setFolded(fold && review.verdicts().containsKey(finding)));
  }

  /** Shows the review as it stands. */
  void refresh() {
    Sitting sitting = model.sitting();
    FindingReview review = sitting.onScreen().review();
    cards.forEach((finding, card) -> {
      FindingVerdict verdict = review.verdicts().get(finding);
      boolean acting =
          sitting.onScreen().focus() instanceof Focus.OnFinding(String at) && at.equals(finding);
      card.show(verdict == null ? -1 : VERDICTS.indexOf(verdict), acting);
    });
    count.setText(review.verdicts().size() + " of " + cards.size());
    int named = review.missing().size();
    added.setText(named == 0 ? "none added" : named + " added");
    search.setPromptText(named == 0 ? "Add a finding" : "Add another, or Backspace");
    chips.getChildren().clear();
    for (String finding : review.missing()) {
      chips
          .getChildren()
          .add(FindingChip.added(finding, () -> model.answers().removeMissing(finding)));
    }
    chips.setManaged(named > 0);
    chips.setVisible(named > 0);
    boolean contradicts =
        review.verdicts().size() == cards.size() && !cards.isEmpty() && review.agreesThroughout();
    calm.setVisible(contradicts);
    calm.setManaged(contradicts);
    offer();
  }
}
