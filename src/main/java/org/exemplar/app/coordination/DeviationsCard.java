package org.exemplar.app.coordination;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.study.Deviation;
import org.kordamp.ikonli.feather.Feather;

/** What readers did otherwise than the protocol says, with their reasons; conflicts are apart. */
final class DeviationsCard {
  private static final int MOST = 5;

  private DeviationsCard() {}

  /**
   * @param all shows every deviation
   */
  static Card of(StudyOverview study, Runnable all) {
    var made = study.returned().deviations().reversed();
    Card card = new Card("Deviations", "from the protocol, with the reader’s reason");
    if (made.isEmpty()) {
      HBox none =
          new HBox(
              Icons.of(Feather.CHECK, "icon-success"),
              Parts.paragraph("No deviation in what came back.", "muted"));
      none.getStyleClass().add("gap-12");
      card.body().getChildren().add(none);
      return card;
    }
    Label count = Parts.line(Integer.toString(made.size()), "tag", "info");
    count.setMinWidth(Label.USE_PREF_SIZE);
    card.actions(count);
    made.stream().limit(MOST).forEach(each -> card.body().getChildren().add(line(study, each)));
    if (made.size() > MOST) {
      card.body().getChildren().add(Buttons.link("All " + made.size() + " deviations", all));
    }
    return card;
  }

  private static HBox line(StudyOverview study, StudyOverview.Made made) {
    Deviation deviation = made.deviation();
    String place = deviation.position() == 0 ? "" : ", place " + deviation.position();
    VBox words =
        new VBox(
            Parts.line(made.reader() + place, "strong", "bold"),
            Parts.paragraph(deviation.kind().words() + ": “" + deviation.reason() + "”", "muted"));
    Label when = Parts.line(Days.ago(deviation.at(), study.returned().asOf()), "muted");
    when.setMinWidth(Label.USE_PREF_SIZE);
    HBox line = new HBox(Icons.of(Feather.ALERT_CIRCLE), words, Parts.filler(), when);
    line.getStyleClass().add("gap-12");
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }
}
