package org.exemplar.app.coordination.protocol;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.crypto.Sha256;
import org.exemplar.store.ProtocolVersion;
import org.kordamp.ikonli.feather.Feather;

/** The versions of a sealed protocol, and what changed between two of them, line by line. */
final class VersionsView extends VBox {
  private static final int AROUND = 2;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ComboBox<ProtocolVersion> from = new ComboBox<>();
  private final ComboBox<ProtocolVersion> to = new ComboBox<>();
  private final VBox changes = new VBox();
  private final Label about = Parts.line("", "muted");

  VersionsView(List<ProtocolVersion> versions) {
    getStyleClass().add("gap-16");
    List<Node> rows = new ArrayList<>();
    for (ProtocolVersion version : versions.reversed()) {
      rows.add(row(version));
    }
    Card all = new Card("Versions", "the newest is in force", rows.toArray(Node[]::new));
    all.body().getStyleClass().add("gap-12");
    getChildren().addAll(all, compare(versions));
  }

  private static HBox row(ProtocolVersion version) {
    String digest = Sha256.ofText(version.text()).checkCode();
    Label name = Parts.line(name(version), "strong", "bold");
    name.setMinWidth(USE_PREF_SIZE);
    VBox words =
        new VBox(
            name,
            Parts.paragraph(
                version.reason().isEmpty() ? "As the study was sealed" : version.reason(), "body"),
            Parts.line(
                version.stamp().actor() + ", " + WHEN.format(version.stamp().at()), "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label code = Parts.line(digest, "mono", "muted");
    code.setMinWidth(USE_PREF_SIZE);
    code.setAccessibleText("Digest " + digest);
    HBox row =
        new HBox(Icons.boxed(version.version() == 1 ? Feather.LOCK : Feather.EDIT_3), words, code);
    row.getStyleClass().add("gap-12");
    return row;
  }

  private static String name(ProtocolVersion version) {
    return version.version() == 1 ? "1  Sealed" : version.version() + "  Amendment";
  }

  private Card compare(List<ProtocolVersion> versions) {
    for (ComboBox<ProtocolVersion> box : List.of(from, to)) {
      box.getItems().setAll(versions);
      box.setConverter(new Wording<>(VersionsView::name));
      box.setMinWidth(USE_PREF_SIZE);
      box.valueProperty().addListener(o -> show());
    }
    from.setAccessibleText("Compare from");
    to.setAccessibleText("Compare to");
    from.setValue(versions.get(Math.max(0, versions.size() - 2)));
    to.setValue(versions.getLast());
    changes.getStyleClass().add("diff");
    ScrollPane scroll = new ScrollPane(changes);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("diff-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Card card =
        new Card("What changed", "", scroll)
            .actions(about, from, Icons.of(Feather.ARROW_RIGHT), to);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private void show() {
    ProtocolVersion one = from.getValue();
    ProtocolVersion two = to.getValue();
    if (one == null || two == null) {
      return;
    }
    List<List<LineDiff.Line>> hunks = LineDiff.hunks(one.text(), two.text(), AROUND);
    changes.getChildren().clear();
    long added = count(hunks, LineDiff.Kind.ADDED);
    long removed = count(hunks, LineDiff.Kind.REMOVED);
    about.setText(
        hunks.isEmpty()
            ? ""
            : "%d %s added, %d removed".formatted(added, added == 1 ? "line" : "lines", removed));
    if (hunks.isEmpty()) {
      changes
          .getChildren()
          .add(Parts.paragraph("Nothing: both are the same, character for character.", "muted"));
    }
    for (List<LineDiff.Line> hunk : hunks) {
      if (!changes.getChildren().isEmpty()) {
        changes.getChildren().add(Parts.hairline());
      }
      hunk.forEach(line -> changes.getChildren().add(line(line)));
    }
  }

  private static long count(List<List<LineDiff.Line>> hunks, LineDiff.Kind kind) {
    return hunks.stream().flatMap(List::stream).filter(l -> l.kind() == kind).count();
  }

  private static HBox line(LineDiff.Line line) {
    String sign =
        switch (line.kind()) {
          case SAME -> " ";
          case ADDED -> "+";
          case REMOVED -> "\u2212";
        };
    Label number =
        Parts.line(
            String.format(Locale.ROOT, "%4d %s", Math.max(line.before(), line.after()), sign),
            "mono",
            "muted");
    number.setMinWidth(USE_PREF_SIZE);
    Label words = Parts.paragraph(line.words(), "mono", "diff-words");
    HBox row = new HBox(number, words);
    row.getStyleClass().addAll("diff-line", line.kind().name().toLowerCase(Locale.ROOT));
    row.setAccessibleText(sign + " " + line.words());
    return row;
  }
}
