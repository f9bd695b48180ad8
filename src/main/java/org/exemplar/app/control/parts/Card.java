package org.exemplar.app.control.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;

/** A card answers one question: a title, a muted sentence, actions, and a body. */
public final class Card extends VBox {
  private final HBox header;
  private final Label title;
  private final Label sentence;
  private final VBox body;

  /**
   * @param title the question or its answer
   * @param sentence what the numbers are; may be empty
   * @param body what is inside, inset by 16
   */
  public Card(String title, String sentence, Node... body) {
    getStyleClass().add("card");
    this.title = Parts.line(title, "heading");
    this.title.setMinWidth(USE_PREF_SIZE);
    this.sentence = Parts.line(sentence, "muted");
    header = new HBox(this.title, this.sentence, Parts.filler());
    header.getStyleClass().add("card-header");
    this.body = new VBox(body);
    this.body.getStyleClass().addAll("card-body", "under-header");
    VBox.setVgrow(this.body, Priority.ALWAYS);
    getChildren().addAll(header, this.body);
  }

  /** Puts buttons at the header's right end. */
  public Card actions(Node... actions) {
    header.getChildren().addAll(actions);
    return this;
  }

  /** Puts something before the title, e.g. an icon. */
  public Card before(Node node) {
    header.getChildren().addFirst(node);
    return this;
  }

  /** Takes the inset away, for bodies that reach the border. */
  public Card flush() {
    body.getStyleClass().add("flush");
    return this;
  }

  /** The words of the header, to bind. */
  public Label titleLabel() {
    return title;
  }

  /** The muted sentence, to bind. */
  public Label sentenceLabel() {
    return sentence;
  }

  /** Where the body's parts stand. */
  public VBox body() {
    return body;
  }
}
