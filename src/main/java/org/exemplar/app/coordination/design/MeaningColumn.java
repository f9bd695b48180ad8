package org.exemplar.app.coordination.design;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.control.parts.Facts;
import org.exemplar.app.fx.Parts;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.study.Protocol;

/** What the study can show, and what it asks of a reader; three numbers in a small window. */
final class MeaningColumn extends VBox {
  private final DesignViewModel model;
  private boolean strip;

  MeaningColumn(DesignViewModel model) {
    this.model = model;
    getStyleClass().addAll("gap-16", "meaning-column");
  }

  /** Shows three numbers side by side instead of two cards. */
  void strip(boolean small) {
    strip = small;
    getStyleClass().remove("meaning-column");
    if (!small) {
      getStyleClass().add("meaning-column");
    }
    refresh();
  }

  void refresh() {
    getChildren().clear();
    Optional<Protocol> protocol = model.protocol().read();
    if (protocol.isEmpty()) {
      return;
    }
    Optional<PowerOutlook> power =
        PowerOutlook.of(protocol.get().design(), model.readerIds().size());
    StudyPreview.Burden burden = burden(protocol.get());
    ReadingTime time = ReadingTime.of(burden, protocol.get().reading().rules().limits());
    if (strip) {
      getChildren().add(strip(power, time));
    } else {
      getChildren().addAll(show(power), asks(burden, time));
    }
  }

  /** That of the reader who reads most; the protocol's own until orders are drawn. */
  private StudyPreview.Burden burden(Protocol protocol) {
    return model
        .preview()
        .value()
        .flatMap(preview ->
            preview.coverage().perReader().stream()
                .max(Comparator.comparingInt(b -> b.cases() + b.repeats())))
        .orElse(
            new StudyPreview.Burden(
                protocol.design().arms().total(),
                protocol.design().repeats().cases(),
                protocol.reading().rules().practice().cases()));
  }

  private static HBox strip(Optional<PowerOutlook> power, ReadingTime time) {
    HBox strip =
        new HBox(
            number(power.map(p -> percent(p.alike().power())).orElse("–"), "power, readers alike"),
            number(power.map(p -> percent(p.differ().power())).orElse("–"), "if they differ"),
            number(time.minutes() + " min", "a reader"));
    strip.getStyleClass().addAll("gap-24", "card", "pad-12");
    return strip;
  }

  private static VBox number(String value, String words) {
    VBox box = new VBox(Parts.line(value, "title"), Parts.line(words, "small"));
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static HBox big(String value, String words) {
    Label number = Parts.line(value, "big-number");
    number.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(number, Parts.line(words, "muted"));
    line.getStyleClass().addAll("gap-8", "base-line");
    return line;
  }

  private static Card show(Optional<PowerOutlook> power) {
    if (power.isEmpty()) {
      return new Card(
          "What this study can show",
          "",
          Parts.paragraph(
              "Two readers and two cases of each arm, at least, let its power be reckoned.",
              "muted"));
    }
    PowerOutlook outlook = power.get();
    Node words =
        Parts.paragraph(
            "cases in both arms; "
                + outlook.readers()
                + " readers, alike or differing in the effect"
                + (outlook.groups() > 1
                    ? ", reckoned as "
                        + outlook.groups()
                        + " groups with cases of their own; an anchor set adds to it"
                    : ""),
            "small");
    return new Card(
        "What this study can show",
        "",
        big(
            percent(outlook.alike().power()),
            String.format(Locale.ROOT, "power at PIE-AUC %.2f", outlook.auc())),
        new PowerFigure(outlook),
        words,
        Parts.hairline(),
        new Facts()
            .add("Readers alike", percent(outlook.alike().power()))
            .add("Readers differ", percent(outlook.differ().power()))
            .add(
                "Interval of PIE-AUC",
                String.format(Locale.ROOT, "± %.2f", outlook.alike().halfWidth())));
  }

  private static Card asks(StudyPreview.Burden burden, ReadingTime time) {
    return new Card(
        "What it asks of a reader",
        "",
        big(time.minutes() + " min", "in " + SourceChecks.count(time.sittings(), "sitting")),
        new Facts()
            .add("Cases to rate", Integer.toString(burden.cases()))
            .add("Shown again, hidden", Integer.toString(burden.repeats()))
            .add("Practice", Integer.toString(burden.practice()))
            .add("Reckoned at", "45 s a case + 10 min"));
  }
}
