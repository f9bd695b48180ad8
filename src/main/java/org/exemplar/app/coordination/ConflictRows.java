package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.exemplar.study.ReaderId;
import org.kordamp.ikonli.feather.Feather;

/** Answers that differ, both side by side with their times, and which of them counts. */
final class ConflictRows extends VBox {
  private static final String BY_RULE = "As the rule says";

  private final ConflictsModel model;
  private final List<Runnable> refresh = new ArrayList<>();

  /**
   * @param reader whose rows; empty for everybody's
   */
  ConflictRows(ConflictsModel model, Optional<ReaderId> reader) {
    this.model = model;
    getStyleClass().add("gap-16");
    List<Dispute> shown =
        model.disputes().stream()
            .filter(d -> reader.map(r -> r.equals(d.reader())).orElse(true))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    Card card = new Card("Answers that differ", "");
    card.body().getChildren().addAll(notice(), rule());
    int number = 0;
    for (Dispute dispute : shown) {
      number++;
      card.body().getChildren().add(row(number, dispute));
    }
    TextField reason = new TextField();
    reason.textProperty().bindBidirectional(model.reasonProperty());
    card.body()
        .getChildren()
        .add(Fields.of("Reason for exceptions, kept in the audit trail", reason, ""));
    getChildren().add(card);
    show();
  }

  private static HBox notice() {
    HBox notice =
        new HBox(
            Icons.of(Feather.INFO, "icon-accent"),
            Parts.paragraph(
                "Nothing is ever overwritten. Both answers stay in the trail; you say which one"
                    + " counts, and the trail has your reason.",
                "body"));
    notice.getStyleClass().addAll("notice", "info");
    return notice;
  }

  private HBox rule() {
    ComboBox<String> rule = new ComboBox<>();
    rule.setPromptText("Choose a rule");
    rule.setAccessibleText("Rule for all conflicts");
    rule.getItems().setAll("Keep first submitted", "Keep latest submitted");
    rule.valueProperty()
        .addListener((o, was, now) -> {
          model.rule(
              now.equals(rule.getItems().getFirst()) ? Decision.Rule.FIRST : Decision.Rule.LATEST);
          show();
        });
    HBox line = new HBox(Parts.line("Rule for all conflicts", "muted"), rule);
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private VBox row(int number, Dispute dispute) {
    Label badge = Parts.line(Integer.toString(number), "tag", "warning");
    badge.setMinWidth(USE_PREF_SIZE);
    Label state = Parts.line("", "small");
    HBox head =
        new HBox(
            badge,
            Parts.line("Case " + dispute.item().code(), "strong", "bold"),
            Parts.line(
                dispute.reader()
                    + ", position "
                    + dispute.item().position()
                    + ", "
                    + dispute.questionId().replace('_', ' '),
                "muted"),
            Parts.filler(),
            state);
    head.getStyleClass().add("gap-8");
    head.setAlignment(Pos.CENTER_LEFT);
    FlowPane sides = new FlowPane();
    sides.getStyleClass().add("conflict-sides");
    ComboBox<String> choice = choice(dispute);
    for (int i = 0; i < dispute.sides().size(); i++) {
      sides.getChildren().add(side(dispute, i, choice));
    }
    sides.getChildren().add(choice);
    refresh.add(() ->
        state.setText(
            dispute
                .decision()
                .map(d -> "decided: " + d.rule().words() + ", " + Days.time(d.stamp().at()))
                .orElse("")));
    VBox row = new VBox(head, sides);
    row.getStyleClass().add("gap-8");
    return row;
  }

  private ComboBox<String> choice(Dispute dispute) {
    ComboBox<String> choice = new ComboBox<>();
    choice.getItems().add(dispute.open() ? BY_RULE : "As decided");
    for (int i = 0; i < dispute.sides().size(); i++) {
      choice.getItems().add("Keep answer " + (i + 1));
    }
    choice.getSelectionModel().selectFirst();
    choice.setAccessibleText("Which answer counts for case " + dispute.item().code());
    choice
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, was, now) -> {
          int index = now.intValue();
          model.except(dispute, index < 1 ? Optional.empty() : Optional.of(index - 1));
          show();
        });
    return choice;
  }

  private ToggleButton side(Dispute dispute, int index, ComboBox<String> choice) {
    Dispute.Side side = dispute.sides().get(index);
    Label words = Parts.line(side.words(), "strong", "bold");
    HBox top = new HBox(words, Parts.filler(), Icons.of(Feather.CHECK, "icon-accent"));
    top.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox box =
        new VBox(
            Parts.line(index == 0 ? "in the study first" : "in the file that came later", "small"),
            top,
            Parts.line("submitted " + Days.moment(side.submitted()), "small"));
    box.getStyleClass().add("gap-4");
    ToggleButton button = new ToggleButton("", box);
    button.getStyleClass().add("conflict-choice");
    button.setAccessibleText(
        "Answer " + (index + 1) + ": " + side.words() + ", " + Days.moment(side.submitted()));
    button.setOnAction(e -> {
      choice.getSelectionModel().select(index + 1);
      show();
    });
    refresh.add(() -> {
      boolean counts = model.chosen(dispute).map(c -> c.equals(side)).orElse(false);
      button.setSelected(counts);
      top.getChildren().getLast().setVisible(counts);
    });
    return button;
  }

  private void show() {
    refresh.forEach(Runnable::run);
  }
}
