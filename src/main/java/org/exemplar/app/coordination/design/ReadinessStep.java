package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.coordination.design.Readiness.Act;
import org.exemplar.app.coordination.design.Readiness.Check;
import org.exemplar.app.coordination.design.Readiness.Level;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.LeakTest;
import org.exemplar.blinding.StudyRehearsal;
import org.kordamp.ikonli.feather.Feather;

/** Everything between the draft and its seal: blockers first, what is ready last and quiet. */
final class ReadinessStep extends StepPane {
  private final DesignViewModel model;
  private final DesignActs acts;
  private final VBox lists = new VBox();
  private final VBox side = new VBox();
  private final HBox columns = new HBox();

  ReadinessStep(DesignViewModel model, DesignActs acts) {
    this.model = model;
    this.acts = acts;
    lists.getStyleClass().add("gap-16");
    HBox.setHgrow(lists, Priority.ALWAYS);
    side.getStyleClass().addAll("gap-16", "readiness-side");
    columns.getStyleClass().add("gap-16");
    lay(false);
  }

  @Override
  void narrow(boolean small) {
    lay(small);
  }

  private void lay(boolean small) {
    columns.getChildren().clear();
    side.getStyleClass().remove("readiness-side");
    if (small) {
      getChildren().setAll(lists, side);
    } else {
      side.getStyleClass().add("readiness-side");
      columns.getChildren().setAll(lists, side);
      getChildren().setAll(columns);
    }
  }

  @Override
  void refresh() {
    Readiness readiness = Readiness.of(model);
    lists.getChildren().clear();
    list("Blocks sealing", "danger", readiness.blockers());
    list("May be sealed, but read this", "warning", readiness.warnings());
    list("Ready", "success", readiness.settled());
    side.getChildren().setAll(leaks(), seal(readiness));
  }

  private void list(String title, String tone, List<Check> checks) {
    if (checks.isEmpty()) {
      return;
    }
    Label count = Parts.line(Integer.toString(checks.size()), "tag", tone);
    count.setMinWidth(USE_PREF_SIZE);
    VBox rows = new VBox();
    checks.forEach(check -> rows.getChildren().add(row(check)));
    Card card = new Card(title, "", rows).flush();
    HBox header = (HBox) card.getChildren().getFirst();
    header.getChildren().add(1, count);
    lists.getChildren().add(card);
  }

  private HBox row(Check check) {
    Node icon =
        switch (check.level()) {
          case BLOCKER -> Icons.of(Feather.X_CIRCLE, "icon-danger");
          case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, "icon-warning");
          case READY -> Icons.of(Feather.CHECK, "icon-success");
        };
    Node words;
    if (check.level() == Level.READY) {
      Label title = Parts.line(check.title(), "strong", "bold");
      title.setMinWidth(USE_PREF_SIZE);
      HBox line = new HBox(title, Parts.line(check.detail(), "muted"));
      line.getStyleClass().add("gap-8");
      words = line;
    } else {
      words =
          new VBox(
              Parts.paragraph(check.title(), "strong", "bold"),
              Parts.paragraph(check.detail(), "muted"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon, words);
    row.getStyleClass()
        .addAll("readiness-row", check.level().name().toLowerCase(Locale.ROOT), "gap-12");
    row.setAlignment(Pos.CENTER_LEFT);
    HBox buttons = new HBox();
    buttons.getStyleClass().add("gap-8");
    for (Act act : check.acts()) {
      Button button =
          Buttons.of(
              act.words(check.step()),
              act == Act.GO ? Feather.CHEVRON_RIGHT : icon(act),
              () -> act(act, check.step()));
      if (act == Act.GO) {
        button.setContentDisplay(ContentDisplay.RIGHT);
      }
      button.setAccessibleText(act.words(check.step()) + ": " + check.title());
      buttons.getChildren().add(button);
    }
    if (check.acts().size() > 1 && words instanceof VBox box) {
      box.getStyleClass().add("gap-8");
      box.getChildren().add(buttons);
    } else if (!check.acts().isEmpty()) {
      row.getChildren().add(buttons);
      buttons.setAlignment(Pos.CENTER_RIGHT);
    }
    return row;
  }

  private static Feather icon(Act act) {
    return switch (act) {
      case LOOK -> Feather.SEARCH;
      case DRAW -> Feather.REFRESH_CW;
      case ACCEPT -> Feather.CHECK;
      case GO -> Feather.CHEVRON_RIGHT;
    };
  }

  private void act(Act act, Step step) {
    switch (act) {
      case GO -> acts.go().accept(step);
      case LOOK -> acts.look().run();
      case DRAW -> model.drawAgain();
      case ACCEPT -> model.acceptBalance();
    }
  }

  private Card leaks() {
    Card card = new Card("Leak test", "");
    Button again = Buttons.of("Run again", Feather.REFRESH_CW, acts.look());
    again.getStyleClass().addAll("quiet", "compact");
    model
        .rehearsal()
        .value()
        .map(StudyRehearsal::leakTest)
        .ifPresentOrElse(
            test -> {
              Label verdict =
                  Parts.line(
                      test.passed() ? "passed" : "refused",
                      "tag",
                      test.passed() ? "success" : "danger");
              verdict.setMinWidth(USE_PREF_SIZE);
              card.actions(verdict, again);
              card.body()
                  .getChildren()
                  .addAll(
                      Parts.paragraph(
                          "Can anything about a file tell the arm? AUC with 95 % interval; 0.5"
                              + " tells nothing, the red zones refuse the seal.",
                          "muted"),
                      table(test),
                      Parts.paragraph(
                          "Mean gray and the number of grays are picture content and may differ;"
                              + " they are reported, not judged.",
                          "small"));
            },
            () ->
                card.body()
                    .getChildren()
                    .add(
                        Parts.paragraph(
                            "Runs when the pictures of this draw are looked at: can anything about"
                                + " a file tell the arm?",
                            "muted")));
    return card;
  }

  private static GridPane table(LeakTest test) {
    GridPane table = new GridPane();
    table.getStyleClass().add("leak-table");
    for (int c = 0; c < 4; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(c == 1 ? Priority.ALWAYS : Priority.NEVER);
      column.setHalignment(c == 2 ? HPos.RIGHT : HPos.LEFT);
      table.getColumnConstraints().add(column);
    }
    int line = 0;
    for (LeakTest.Row row : test.rows()) {
      boolean judged = row.fact().container();
      Label name = Parts.line(row.fact().title(), judged ? "fg" : "muted");
      name.setMinWidth(USE_PREF_SIZE);
      Label auc =
          Parts.line(
              String.format(Locale.ROOT, "%.2f", row.auc()),
              row.refused() ? "danger" : judged ? "strong" : "muted",
              "bold");
      auc.setMinWidth(USE_PREF_SIZE);
      Label note =
          Parts.line(
              row.refused() ? "refused" : row.same() ? "same" : judged ? "" : "content", "small");
      note.setMinWidth(USE_PREF_SIZE);
      table.addRow(line++, name, new AucDots(row), auc, note);
    }
    table.add(new AucDots(), 1, line);
    return table;
  }

  private static Card seal(Readiness readiness) {
    int blockers = readiness.blockers().size();
    HBox note =
        new HBox(
            Icons.of(blockers > 0 ? Feather.INFO : Feather.CHECK),
            Parts.line(
                blockers == 0
                    ? "nothing blocks the seal: the button is below"
                    : SourceChecks.count(blockers, "blocker") + " left",
                "muted"));
    note.getStyleClass().add("gap-8");
    return new Card(
            "Seal",
            "",
            Parts.paragraph(
                "Sealing fixes protocol, cases, orders and the key’s digest under one signature."
                    + " After that only an amendment with a reason changes the study.",
                "muted"),
            note)
        .before(Icons.of(Feather.LOCK));
  }
}
