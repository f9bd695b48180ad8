package org.exemplar.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;
import org.jspecify.annotations.Nullable;

/** A question that is answered by checking any of several items, or none of them. */
public final class ChecklistCard extends QuestionFrame {
  /**
   * The words of the question.
   *
   * @param text the question in full
   * @param title its name on one line
   * @param items with their keys; a key may be empty
   * @param none how "none of these" is given
   * @param cannotJudge how "cannot judge" is given, null when it is not offered
   */
  public record Words(
      String text,
      String title,
      List<QuestionCard.Option> items,
      QuestionCard.Option none,
      QuestionCard.@Nullable Option cannotJudge) {}

  /**
   * Told what the reader does.
   *
   * @param toggled the index of the item
   * @param none "none of these" was chosen
   * @param cannotJudge "cannot judge" was chosen
   */
  public record Acts(IntConsumer toggled, Runnable none, Runnable cannotJudge) {}

  /**
   * What is answered.
   *
   * @param checked indices of the items that are checked
   * @param none whether "none of these" is the answer
   * @param cannotJudge whether "cannot judge" is
   * @param at the item that the arrow keys are at, -1 for none
   */
  public record Checks(Set<Integer> checked, boolean none, boolean cannotJudge, int at) {
    /** Copies. */
    public Checks {
      checked = Set.copyOf(checked);
    }
  }

  private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

  private final List<AnswerButton> items = new ArrayList<>();
  private final AnswerButton none;
  private final @Nullable AnswerButton cannotJudge;

  /** A card without an answer. */
  public ChecklistCard(Words words, Acts acts) {
    super(words.text(), words.title());
    VBox rows = new VBox(Parts.line("Any number of them, then Enter", "small", "list-note"));
    for (int i = 0; i < words.items().size(); i++) {
      int index = i;
      AnswerButton row = row(words.items().get(i), () -> acts.toggled().accept(index));
      row.setTooltip(new Tooltip(words.items().get(i).words()));
      row.setAccessibleRole(AccessibleRole.CHECK_BOX);
      items.add(row);
    }
    rows.getChildren().addAll(items);
    none = row(words.none(), acts.none());
    rows.getChildren().addAll(apart(), none);
    QuestionCard.Option option = words.cannotJudge();
    cannotJudge = option == null ? null : row(option, acts.cannotJudge());
    if (cannotJudge != null) {
      rows.getChildren().add(cannotJudge);
    }
    setBody(rows);
    show(new Checks(Set.of(), false, false, -1), "", false);
  }

  /** The row that the arrow keys are at, to be scrolled to; the card itself without one. */
  public Node current() {
    return items.stream()
        .filter(row -> row.getPseudoClassStates().contains(AT))
        .<Node>map(row -> row)
        .findFirst()
        .orElse(this);
  }

  /**
   * Shows the state of the question.
   *
   * @param words of the answer, empty for none
   * @param acting whether the question has the focus
   */
  public void show(Checks checks, String words, boolean acting) {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).show(checks.checked().contains(i), acting);
      items.get(i).pseudoClassStateChanged(AT, acting && checks.at() == i);
    }
    none.show(checks.none(), acting);
    AnswerButton button = cannotJudge;
    if (button != null) {
      button.show(checks.cannotJudge(), acting);
    }
    state(words, acting);
  }
}
