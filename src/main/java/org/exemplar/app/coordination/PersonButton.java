package org.exemplar.app.coordination;

import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.exemplar.app.desk.Attendance;
import org.exemplar.app.fx.Icons;
import org.kordamp.ikonli.feather.Feather;

/** Who is signed in at the desk: signs in, signs out, sets people up. */
final class PersonButton extends MenuButton {
  PersonButton(Attendance attendance) {
    super("", Icons.of(Feather.USER));
    getStyleClass().add("person-button");
    setMinWidth(USE_PREF_SIZE);
    textProperty().bind(Bindings.createStringBinding(() -> words(attendance), attendance.who()));
    accessibleTextProperty().bind(textProperty());
    setTooltip(
        new Tooltip("Who acts: the audit trail has the name, and the person’s entries are signed"));
    MenuItem in = new MenuItem("Sign in…");
    in.setOnAction(e -> attendance.signIn());
    MenuItem out = new MenuItem("Sign out");
    out.setOnAction(e -> attendance.signOut());
    MenuItem people = new MenuItem("People on this computer…");
    people.setOnAction(e -> attendance.people());
    getItems().setAll(in, out, people);
    setOnShowing(e -> {
      in.setDisable(!attendance.kept());
      out.setDisable(attendance.who().getValue().isEmpty());
    });
  }

  private static String words(Attendance attendance) {
    String who = attendance.who().getValue();
    return who.isEmpty() ? attendance.kept() ? "Nobody signed in" : "Coordinator" : who;
  }
}
