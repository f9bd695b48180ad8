package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.QualityFlag;
import org.exemplar.conduct.QualityFlag.Kind;
import org.exemplar.study.ReaderId;
import org.kordamp.ikonli.feather.Feather;

/** What may be worth asking a reader about, and why. */
final class FlagsCard {
  /** What matters most first. */
  static final List<Kind> ORDER =
      List.of(
          Kind.TOO_FAST,
          Kind.STRAIGHT_LINING,
          Kind.STOPPED,
          Kind.IDLE,
          Kind.INCOMPLETE,
          Kind.SLOW,
          Kind.FAST);

  private FlagsCard() {}

  /** A flag in two words. */
  static String tag(Kind kind) {
    return switch (kind) {
      case TOO_FAST -> "too fast";
      case STRAIGHT_LINING -> "straight line";
      case STOPPED -> "stopped";
      case IDLE -> "idle";
      case INCOMPLETE -> "left out";
      case SLOW -> "one slow";
      case FAST -> "one fast";
    };
  }

  /**
   * @param look shows a reader's cases
   */
  static Card of(StudyOverview study, Consumer<ReaderId> look) {
    Card card = new Card("Quality flags", "from times and answers alone");
    if (study.flags() > 0) {
      Label count = Parts.line(Integer.toString(study.flags()), "tag", "warning");
      count.setMinWidth(Label.USE_PREF_SIZE);
      card.actions(count);
    }
    List<Flagged> all = new ArrayList<>();
    for (ReaderRow row : study.readers()) {
      row.followUp().flags().forEach(flag -> all.add(new Flagged(row.reader(), flag)));
    }
    all.sort(Comparator.comparingInt(f -> ORDER.indexOf(f.flag().kind())));
    all.forEach(each -> card.body().getChildren().add(line(each, look)));
    card.body().getChildren().add(calm(study));
    return card;
  }

  /** A flag and whose it is. */
  private record Flagged(ReaderId reader, QualityFlag flag) {}

  private static HBox line(Flagged each, Consumer<ReaderId> look) {
    String place =
        each.flag().position() == 0
            ? ""
            : each.flag().position() == each.flag().until()
                ? " At place " + each.flag().position() + "."
                : " Places " + each.flag().position() + " to " + each.flag().until() + ".";
    VBox words =
        new VBox(
            Parts.line(each.reader() + " " + each.flag().kind().words(), "strong", "bold"),
            Parts.paragraph(each.flag().sentence() + place, "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button button = new Button("Look");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(e -> look.accept(each.reader()));
    button.setAccessibleText("Look at the cases of " + each.reader());
    HBox line = new HBox(Icons.of(icon(each.flag().kind()), "icon-warning"), words, button);
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  private static Feather icon(Kind kind) {
    return switch (kind) {
      case TOO_FAST, FAST, SLOW -> Feather.CLOCK;
      case STOPPED, IDLE -> Feather.PAUSE;
      case STRAIGHT_LINING, INCOMPLETE -> Feather.FLAG;
    };
  }

  /** What was looked for and not found. */
  private static HBox calm(StudyOverview study) {
    List<Kind> found =
        study.readers().stream()
            .flatMap(r -> r.followUp().flags().stream())
            .map(QualityFlag::kind)
            .toList();
    List<String> none = new ArrayList<>();
    none(none, found, "no case left out", Kind.INCOMPLETE);
    none(none, found, "no straight line", Kind.STRAIGHT_LINING);
    none(none, found, "nobody too fast", Kind.TOO_FAST);
    none(none, found, "nobody idle", Kind.IDLE);
    none(none, found, "no time outlier", Kind.FAST, Kind.SLOW);
    boolean nothingBack = study.returned().files().isEmpty();
    String words =
        nothingBack
            ? "Nothing has come back yet."
            : none.isEmpty() ? "" : sentence(String.join(" · ", none));
    HBox calm =
        new HBox(
            Icons.of(
                nothingBack ? Feather.CLOCK : Feather.CHECK,
                nothingBack ? "icon-muted" : "icon-success"),
            Parts.paragraph(words, "muted"));
    calm.getStyleClass().add("gap-12");
    calm.setVisible(!words.isEmpty());
    calm.setManaged(!words.isEmpty());
    return calm;
  }

  private static void none(List<String> words, List<Kind> found, String said, Kind... kinds) {
    if (List.of(kinds).stream().noneMatch(found::contains)) {
      words.add(said);
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
