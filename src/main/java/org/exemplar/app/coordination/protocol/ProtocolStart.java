package org.exemplar.app.coordination.protocol;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolTemplate;
import org.kordamp.ikonli.feather.Feather;

/** What to begin a protocol with: a template, or a document that is there. */
final class ProtocolStart extends VBox {
  /**
   * What one can begin with.
   *
   * @param begin makes a document of a template
   * @param open asks for a document
   * @param goOn goes on with changes that were not saved
   * @param forget discards them for good
   */
  record Acts(
      Consumer<ProtocolTemplate> begin,
      Runnable open,
      Consumer<UnsavedProtocols.Work> goOn,
      Consumer<UnsavedProtocols.Work> forget) {}

  /**
   * @param unsaved documents with changes that were not saved
   */
  ProtocolStart(List<UnsavedProtocols.Work> unsaved, Acts acts) {
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("study-cards");
    for (ProtocolTemplate template : ProtocolTemplate.values()) {
      cards.getChildren().add(card(template, () -> acts.begin().accept(template)));
    }
    HBox head =
        new HBox(
            Parts.line("Protocol", "desk-title"),
            Parts.filler(),
            Buttons.of("Open a document…", Feather.FOLDER, acts.open()));
    head.getStyleClass().addAll("gap-12", "middle-line");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    getChildren()
        .addAll(
            head,
            Parts.paragraph(
                "The protocol is a document: it says what is asked, of whom, and what is computed."
                    + " It is sealed with the study. Begin with one of these, and change what you"
                    + " like.",
                "muted"));
    unsaved.forEach(work -> getChildren().add(notSaved(work, acts)));
    getChildren().add(scroll);
  }

  private static HBox notSaved(UnsavedProtocols.Work work, Acts acts) {
    Label words = Parts.paragraph("“" + work.name() + "” has changes that were not saved.", "body");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button drop = Buttons.of("Discard", Feather.TRASH_2, () -> acts.forget().accept(work));
    drop.getStyleClass().add("quiet");
    HBox line =
        new HBox(
            Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"),
            words,
            drop,
            Buttons.of("Go on with it", Feather.EDIT_3, () -> acts.goOn().accept(work)));
    line.getStyleClass().addAll("notice", "warning", "middle-line");
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  private static VBox card(ProtocolTemplate template, Runnable begin) {
    Protocol protocol = template.protocol();
    Label about = Parts.paragraph(template.about(), "body");
    VBox questions = new VBox();
    questions.getStyleClass().add("gap-4");
    protocol
        .reading()
        .questions()
        .forEach(q -> questions.getChildren().add(Parts.line("• " + q.wording().title(), "muted")));
    Button act = Buttons.of("Begin with it", Feather.EDIT_3, begin);
    act.setAccessibleText("Begin with " + template.title());
    Region rest = Parts.filler();
    VBox card = new VBox(Parts.line(template.title(), "heading"), about, questions, rest, act);
    card.getStyleClass().addAll("card", "study-card", "gap-12");
    return card;
  }
}
