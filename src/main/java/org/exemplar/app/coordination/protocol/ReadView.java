package org.exemplar.app.coordination.protocol;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.document.MarkdownView;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.crypto.Sha256;
import org.exemplar.study.Protocol;
import org.kordamp.ikonli.feather.Feather;

/** The document as it reads, beside its settings in words, its version and its digest. */
final class ReadView extends HBox {
  private final ProtocolDraft draft;
  private final MarkdownView document = new MarkdownView();
  private final VBox side = new VBox();
  private final IntConsumer goToLine;
  private String shown = "";

  /**
   * @param goToLine shows a line of the source
   */
  ReadView(ProtocolDraft draft, IntConsumer goToLine) {
    this.draft = draft;
    this.goToLine = goToLine;
    getStyleClass().add("gap-16");
    VBox page = new VBox(document);
    page.getStyleClass().add("document-page");
    VBox middle = new VBox(page);
    middle.setAlignment(Pos.TOP_CENTER);
    ScrollPane left = scrolling(middle);
    left.setAccessibleText("The protocol as it reads");
    left.setFocusTraversable(true);
    HBox.setHgrow(left, Priority.ALWAYS);
    side.getStyleClass().add("gap-16");
    ScrollPane right = scrolling(side);
    right.getStyleClass().add("settings-side");
    Label probe = Parts.line("", "body");
    probe.setManaged(false);
    getChildren().addAll(left, right, probe);
    Narrow.watch(
        this,
        probe,
        760,
        narrow -> {
          getChildren().remove(right);
          page.getChildren().remove(side);
          if (narrow) {
            right.setContent(null);
            page.getChildren().add(side);
          } else {
            right.setContent(side);
            getChildren().add(1, right);
          }
        });
    draft.stateProperty().addListener((o, was, is) -> show());
    show();
  }

  private static ScrollPane scrolling(VBox content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void show() {
    ProtocolDraft.State state = draft.state();
    if (state.text().equals(shown)) {
      return;
    }
    shown = state.text();
    document.show(prose(state.text()));
    side.getChildren().setAll(summary(state));
  }

  private Node summary(ProtocolDraft.State state) {
    Protocol protocol = state.reading().protocol();
    ProtocolDraft.LineProblem problem = state.reading().problem();
    if (problem != null) {
      return new Card("The program cannot read it", "", notice(problem));
    }
    if (protocol == null) {
      return new Card("The settings", "");
    }
    VBox facts = new VBox();
    facts.getStyleClass().add("gap-8");
    ProtocolSummary.of(protocol)
        .forEach(line -> facts.getChildren().add(fact(line.word(), line.value())));
    Label digest = Parts.paragraph(Sha256.ofText(protocol.text()).checkCode(), "mono", "strong");
    digest.setAccessibleText("Digest " + digest.getText());
    Card proof =
        new Card(
            "The document",
            "",
            fact("Title for readers", protocol.reading().title()),
            fact("Version", protocol.version()),
            Parts.line("Digest, as it goes into the seal", "muted"),
            digest);
    proof.body().getStyleClass().add("gap-8");
    VBox both = new VBox(new Card("The settings", "", facts), proof);
    both.getStyleClass().add("gap-16");
    return both;
  }

  private static VBox fact(String word, String value) {
    VBox fact = new VBox(Parts.line(word, "small"), Parts.paragraph(value, "strong"));
    fact.setAccessibleText(word + ": " + value);
    return fact;
  }

  private HBox notice(ProtocolDraft.LineProblem problem) {
    VBox words = new VBox(Parts.paragraph(problem.sentence(), "body"));
    words.getStyleClass().add("gap-8");
    HBox.setHgrow(words, Priority.ALWAYS);
    if (problem.line() > 0) {
      words
          .getChildren()
          .add(
              Buttons.of(
                  "Go to line " + problem.line(),
                  Feather.CORNER_DOWN_RIGHT,
                  () -> goToLine.accept(problem.line())));
    }
    HBox notice = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "icon-danger"), words);
    notice.getStyleClass().addAll("notice", "danger");
    return notice;
  }

  /** What stands below the settings. */
  static String prose(String text) {
    int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
    return end < 0 ? text : text.substring(end + "\n---".length());
  }
}
