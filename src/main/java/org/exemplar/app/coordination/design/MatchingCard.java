package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.Balance;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;
import org.kordamp.ikonli.feather.Feather;

/** On what controls are matched, and how alike the arms are: totals only, never a case. */
final class MatchingCard extends VBox {
  private static final Map<String, String> COVARIATES = covariates();

  private final DesignViewModel model;
  private final FlowPane chips = new FlowPane();
  private final CheckBox onePerPatient = new CheckBox("At most one case of a patient");
  private final VBox balance = new VBox();
  private final Card card;

  MatchingCard(DesignViewModel model) {
    this.model = model;
    chips.getStyleClass().add("match-chips");
    onePerPatient.setOnAction(
        e -> model.edit(p -> p.with("sampling.one_per_patient", onePerPatient.isSelected())));
    VBox top = new VBox(chips, onePerPatient);
    top.getStyleClass().addAll("gap-12", "pad-16", "no-top");
    card =
        new Card("Controls", "", top, balance)
            .flush()
            .actions(Buttons.of("Draw again", Feather.REFRESH_CW, model::drawAgain));
    getChildren().add(card);
  }

  private static Map<String, String> covariates() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("number_of_findings", "Number of findings");
    words.put("findings", "Given findings");
    words.put("view", "View");
    words.put("size", "Image size");
    words.put("source", "Source");
    return words;
  }

  void refresh() {
    chips.getChildren().clear();
    balance.getChildren().clear();
    model.protocol().read().map(Protocol::design).map(Design::sampling).ifPresent(this::show);
    model
        .preview()
        .value()
        .flatMap(preview -> preview.balance())
        .filter(told -> !told.rows().isEmpty())
        .ifPresent(told -> balance.getChildren().setAll(table(told), legend()));
  }

  private void show(Design.Sampling sampling) {
    boolean matched = sampling.controls() == Design.Controls.MATCHED;
    List<String> on = matched ? sampling.matchOn() : List.of();
    card.sentenceLabel()
        .setText(matched ? "matched with PIEs on" : "drawn at random; match them on");
    onePerPatient.setSelected(sampling.onePerPatient());
    List<String> names = new ArrayList<>(COVARIATES.keySet());
    on.stream().filter(name -> !names.contains(name)).forEach(names::add);
    for (String name : names) {
      boolean selected = on.contains(name);
      ToggleButton chip = new ToggleButton(COVARIATES.getOrDefault(name, name));
      chip.getStyleClass().add("match-chip");
      chip.setSelected(selected);
      if (selected) {
        chip.setGraphic(Icons.of(Feather.CHECK, "icon-12"));
      }
      chip.setOnAction(e -> match(on, name, !selected));
      chips.getChildren().add(chip);
    }
  }

  private void match(List<String> on, String name, boolean add) {
    List<String> next = new ArrayList<>(on);
    if (add) {
      next.add(name);
    } else {
      next.remove(name);
    }
    model.edit(protocol ->
        protocol
            .with("sampling.match_on", next)
            .with("sampling.controls", next.isEmpty() ? "random" : "matched"));
  }

  private static GridPane table(Balance told) {
    GridPane table = new GridPane();
    table.getStyleClass().add("balance-table");
    ColumnConstraints[] columns = new ColumnConstraints[6];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = new ColumnConstraints();
      columns[c].setHgrow(c == 4 ? Priority.ALWAYS : Priority.NEVER);
      columns[c].setHalignment(
          c == 0 || c == 4 ? javafx.geometry.HPos.LEFT : javafx.geometry.HPos.RIGHT);
      table.getColumnConstraints().add(columns[c]);
    }
    String[] heads = {"Balance", "PIE", "Control", "Before", "Difference, −0.8 to 0.8", "After"};
    for (int c = 0; c < heads.length; c++) {
      table.add(whole(Parts.line(heads[c], "small")), c, 0);
    }
    int line = 1;
    for (Balance.Row row : told.rows()) {
      table.add(Parts.line(row.name()), 0, line);
      table.add(whole(Parts.line(mean(row.share(), row.pie()))), 1, line);
      table.add(whole(Parts.line(mean(row.share(), row.control()))), 2, line);
      table.add(whole(Parts.line(DifferenceDots.words(row.before()), "muted")), 3, line);
      table.add(new DifferenceDots(row), 4, line);
      Label after =
          Parts.line(
              DifferenceDots.words(row.after()) + (row.balanced() ? "" : " above 0.1"),
              row.balanced() ? "strong" : "danger",
              "bold");
      table.add(whole(after), 5, line++);
    }
    return table;
  }

  /** A number is never shortened. */
  private static Label whole(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static HBox legend() {
    HBox legend =
        new HBox(
            Parts.line("○ all there is to draw from", "small"),
            Parts.line("● the controls drawn", "small"),
            Parts.line("green: within 0.1", "small"));
    legend.getStyleClass().addAll("gap-16", "balance-legend");
    return legend;
  }

  private static String mean(boolean share, double value) {
    return share ? String.format(Locale.ROOT, "%.0f %%", 100 * value) : LinearAxis.number(value, 2);
  }
}
