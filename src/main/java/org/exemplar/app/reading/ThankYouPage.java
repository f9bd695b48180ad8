package org.exemplar.app.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.document.MarkdownView;
import org.exemplar.app.fx.FileWords;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.SittingSummary;
import org.exemplar.study.ReadingProtocol;
import org.kordamp.ikonli.feather.Feather;

/** Which file, where, how to send it; then what was done, then proof. */
final class ThankYouPage extends VBox {
  /**
   * What the page tells.
   *
   * @param file the file to send back
   * @param record whether the record is unbroken
   */
  record Facts(Path file, ReadingProtocol protocol, SittingSummary summary, RecordCheck record) {}

  /** What the page does. */
  record Acts(Consumer<Path> showFile, Runnable checkAgain, Runnable close) {}

  private final Facts facts;
  private final VBox proof = new VBox();
  private final Button show;
  private final Button again;
  private final boolean whole;

  ThankYouPage(Facts facts, Acts acts) {
    this.facts = facts;
    whole = facts.record().entries() > 0;
    again = RoomParts.button("Check again", Feather.REFRESH_CW, acts.checkAgain(), "next-button");
    show =
        RoomParts.button(
            "Show the file",
            Feather.FOLDER,
            () -> acts.showFile().accept(facts.file()),
            "large",
            "next-button");
    show.getStyleClass().addAll(whole ? List.of("primary") : List.of());
    if (whole) {
      RoomParts.ring(show);
    }
    int of = facts.summary().progress().of();
    VBox words =
        new VBox(
            whole
                ? Icons.of(Feather.CHECK_CIRCLE, "icon-32", "icon-success")
                : Icons.of(Feather.ALERT_TRIANGLE, "icon-32", "icon-warning"),
            Parts.paragraph(
                of == 1
                    ? "Thank you. The film is read."
                    : "Thank you. All " + of + " films are read.",
                "page-title"),
            Parts.paragraph(
                whole
                    ? "One thing is left: send this file back to the coordinator."
                    : "Do not send the file yet: it does not hold all your answers.",
                "lead"));
    words.getStyleClass().add("gap-8");
    HBox last =
        new HBox(
            RoomParts.plain("Close Exemplar", acts.close(), "large"),
            Parts.filler(),
            Parts.line("You can open the file again at any time to see this page.", "muted"));
    last.setAlignment(Pos.CENTER_LEFT);
    proof.getStyleClass().addAll("panel-card", whole ? "soft" : "outlined");
    showRecord(facts.record());
    getStyleClass().add("thanks");
    getChildren().addAll(words, file(), counts(), proof, last);
    if (!whole) {
      proof.toBack();
      words.toBack();
    }
  }

  /** Puts the focus on the one job that is left. */
  void focusMain() {
    (whole ? show : again).requestFocus();
  }

  private VBox file() {
    Path path = facts.file();
    VBox name =
        new VBox(
            Parts.line(path.getFileName().toString(), "heading"),
            Parts.line(
                (whole ? FileWords.size(facts.record().bytes()) + " · " : "")
                    + "in "
                    + FileWords.place(path)
                    + " · encrypted, no names in it",
                "muted"));
    HBox first = spread(Icons.of(Feather.FILE, "icon-32", "icon-accent"), name, show);
    if (!whole) {
      VBox box = new VBox(first);
      box.getStyleClass().addAll("panel-card", "soft");
      return box;
    }
    VBox how = new VBox(Parts.line("How to send it", "bold"));
    String told = facts.protocol().text().returning();
    MarkdownView words = new MarkdownView();
    words.getStyleClass().add("quiet-document");
    words.show(told.isBlank() ? "As the coordinator has told you." : told);
    how.getChildren().add(words);
    HBox.setHgrow(how, Priority.ALWAYS);
    Button copy = RoomParts.button("Copy a message", Feather.COPY, this::copyMessage);
    HBox second = new HBox(how, copy);
    second.getStyleClass().add("gap-24");
    VBox box = new VBox(first, Parts.hairline(), second);
    box.getStyleClass().addAll("panel-card", "outlined");
    return box;
  }

  private HBox counts() {
    SittingSummary summary = facts.summary();
    VBox[] boxes = {
      RoomParts.counted(
          summary.progress().done() + " of " + summary.progress().of(), "cases answered"),
      RoomParts.counted(
          Integer.toString(summary.answers()),
          "answers, " + summary.changed() + " of them changed"),
      RoomParts.counted(active(summary), "active reading"),
      RoomParts.counted(
          Integer.toString(summary.sittings()), summary.sittings() == 1 ? "sitting" : "sittings")
    };
    HBox row = new HBox(boxes);
    for (VBox box : boxes) {
      box.setPrefWidth(10);
      HBox.setHgrow(box, Priority.ALWAYS);
    }
    row.getStyleClass().addAll("panel-card", "soft");
    return row;
  }

  private static String active(SittingSummary summary) {
    String words = CaseWords.rounded(summary.active());
    return words.isEmpty() ? "0 min" : words;
  }

  /** Shows what the check of the record found. */
  void showRecord(RecordCheck record) {
    if (record.entries() == 0) {
      Node words = Parts.paragraph(record.title(), "body", "fg");
      again.pseudoClassStateChanged(PseudoClass.getPseudoClass("ringed"), true);
      proof
          .getChildren()
          .setAll(
              Parts.line("What to do before you send it", "heading"),
              RoomParts.noted(Feather.ALERT_TRIANGLE, "icon-warning", words),
              again);
      return;
    }
    VBox words =
        new VBox(
            Parts.line(record.title(), "bold", record.intact() ? "strong" : "danger"),
            Parts.line(record.entries() + " entries, checked a moment ago", "muted"));
    Node icon =
        Icons.of(
            record.intact() ? Feather.SHIELD : Feather.ALERT_TRIANGLE,
            "icon-24",
            record.intact() ? "icon-success" : "icon-danger");
    Label code = Parts.line(record.code(), "check-code");
    Button copy =
        RoomParts.iconButton(Feather.COPY, "Copy the check code", () -> copy(record.code()));
    HBox line =
        new HBox(
            Parts.line("Check code", "muted"),
            code,
            Parts.filler(),
            Parts.line("first 16 of 64", "small"),
            copy);
    line.getStyleClass().add("code-line");
    proof
        .getChildren()
        .setAll(
            spread(icon, words, again),
            line,
            Parts.paragraph(
                "If the coordinator sees the same sixteen characters, your answers have arrived"
                    + " as you sent them.",
                "small"));
  }

  private static HBox spread(Node icon, VBox words, Button button) {
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon, words, button);
    row.getStyleClass().add("gap-16");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void copyMessage() {
    copy(
        "The reading of “"
            + facts.protocol().title()
            + "” is finished. The file "
            + facts.file().getFileName()
            + " comes back with "
            + facts.summary().answers()
            + " answers; its check code is "
            + facts.record().code()
            + ".");
  }

  private static void copy(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
