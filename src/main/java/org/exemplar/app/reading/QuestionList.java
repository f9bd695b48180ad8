package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.ChecklistCard;
import org.exemplar.app.control.QuestionFrame;
import org.exemplar.sitting.Focus;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.exemplar.study.Question;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a case one below the other, with the review finding by finding under the first.
 * Where the window is too small for all of it, what is answered folds to one line, then all but the
 * question that has the focus; that one is always in view.
 */
final class QuestionList extends VBox {
  private final CaseModel model;
  private final KeyMap keys;
  private final Runnable leaveField;
  private final ScrollPane scroll;
  private final Map<Question, QuestionPart> parts = new LinkedHashMap<>();
  private @Nullable ReviewBox review;
  private @Nullable Node lastActing;
  private boolean small;

  /**
   * @param scroll what it lies in
   * @param leaveField gives the keyboard back to the page
   */
  QuestionList(CaseModel model, KeyMap keys, ScrollPane scroll, Runnable leaveField) {
    this.model = model;
    this.keys = keys;
    this.scroll = scroll;
    this.leaveField = leaveField;
    getStyleClass().add("panel-content");
    for (Question question : model.sitting().protocol().questions()) {
      parts.put(question, QuestionPart.of(question, model.answers(), keys));
    }
    scroll.viewportBoundsProperty().addListener((o, was, is) -> refold());
  }

  /** In small windows only the question that has the focus is open. */
  void setSmall(boolean small) {
    this.small = small;
  }

  /** Another case: its review is another one. */
  void forget() {
    review = null;
    lastActing = null;
    scroll.setVvalue(0);
  }

  /** The search for missing findings, when the review is open. */
  @Nullable TextField search() {
    return review == null ? null : review.search();
  }

  /** The node that stands for the focus of the sitting; null when it is on none of these. */
  @Nullable Node focused(Focus focus) {
    return switch (focus) {
      case Focus.OnNext() -> null;
      case Focus.OnMissing() -> search();
      case Focus.OnFinding(String _) -> review;
      case Focus.OnQuestion(String id) ->
          parts.values().stream()
              .filter(part -> part.question().id().equals(id))
              .map(part -> part.card().keyboard())
              .findFirst()
              .orElse(null);
    };
  }

  /**
   * Shows the case as it stands.
   *
   * @param given the given findings; every one is in the review while that is open
   */
  void refresh(Node given) {
    Sitting sitting = model.sitting();
    boolean open = sitting.stage() != Stage.MASK && sitting.onScreen().reviewOpen();
    if (open && review == null) {
      ReviewBox opened =
          new ReviewBox(model, sitting.onScreen().findings().names(), keys, leaveField);
      opened.setOnGrown(part -> Platform.runLater(() -> RoomParts.reveal(scroll, part)));
      review = opened;
    } else if (!open) {
      review = null;
    }
    List<Node> nodes = new ArrayList<>();
    if (review == null) {
      nodes.add(given);
    }
    List<QuestionState> states = model.questions();
    for (QuestionState state : states) {
      nodes.add(card(state));
      if (review != null && state.question() instanceof Question.Agreement) {
        nodes.add(review);
      }
    }
    if (!getChildren().equals(nodes)) {
      getChildren().setAll(nodes);
    }
    for (QuestionState state : states) {
      QuestionPart part = parts.get(state.question());
      if (part != null) {
        part.show(state);
      }
    }
    if (review != null) {
      review.refresh();
    }
    refold();
    keepInView(states);
  }

  private QuestionFrame card(QuestionState state) {
    QuestionPart part = parts.get(state.question());
    if (part == null) {
      throw new IllegalArgumentException("the protocol does not ask " + state.question().id());
    }
    return part.card();
  }

  private void refold() {
    List<QuestionState> states = model.questions();
    ReviewBox reviewing = review;
    fold(states, small, small);
    if (reviewing != null) {
      reviewing.fold(false);
    }
    if (overflows()) {
      if (reviewing != null) {
        reviewing.fold(true);
      } else if (!small) {
        fold(states, true, false);
        if (overflows()) {
          fold(states, true, true);
        }
      }
    }
  }

  private void fold(List<QuestionState> states, boolean others, boolean open) {
    for (QuestionState state : states) {
      boolean agreement = state.question() instanceof Question.Agreement;
      boolean answered = state.answer().isPresent();
      card(state).setFolded(review != null ? !agreement || small : others && (open || answered));
    }
  }

  private boolean overflows() {
    double room = scroll.getViewportBounds().getHeight();
    if (room <= 0 || getScene() == null) {
      return false;
    }
    scroll.getContent().applyCss();
    return scroll.getContent().prefHeight(getWidth()) > room + 0.5;
  }

  /** Scrolls to the question or finding that has the focus when that has moved. */
  private void keepInView(List<QuestionState> states) {
    Node inReview = review == null ? null : review.acting();
    Node acting =
        states.stream()
            .filter(QuestionState::acting)
            .map(this::card)
            .<Node>map(card -> card instanceof ChecklistCard list ? list.current() : card)
            .findFirst()
            .orElse(inReview);
    if (acting != null && !acting.equals(lastActing)) {
      lastActing = acting;
      Platform.runLater(() -> RoomParts.reveal(scroll, acting));
    }
  }
}
