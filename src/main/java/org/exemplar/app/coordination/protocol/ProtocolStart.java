package org.exemplar.app.coordination.protocol;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Protocol;
import org.exemplar.study.ProtocolTemplate;
import org.kordamp.ikonli.feather.Feather;

/** What to begin a protocol with: a template, or a document that is there. */
final class ProtocolStart extends VBox {
  /**
   * @param begin makes a document of a template
   * @param open asks for a document
   */
  ProtocolStart(Consumer<ProtocolTemplate> begin, Runnable open) {
    getStyleClass().addAll("gap-16", "desk-page", "padded-below");
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("study-cards");
    for (ProtocolTemplate template : ProtocolTemplate.values()) {
      cards.getChildren().add(card(template, () -> begin.accept(template)));
    }
    HBox head =
        new HBox(
            Parts.line("Protocol", "desk-title"),
            Parts.filler(),
            Buttons.of("Open a document…", Feather.FOLDER, open));
    head.getStyleClass().addAll("gap-12", "middle-line");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    getChildren()
        .addAll(
            head,
            Parts.paragraph(
                "The protocol is a document: it says what is asked, of whom, and what is computed."
                    + " It is sealed with the study. Begin with one of these, and change what you like.",
                "muted"),
            scroll);
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
