package org.exemplar.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Segmented;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.PlainWords;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.conduct.identity.Identity;
import org.exemplar.conduct.identity.Role;
import org.exemplar.crypto.Passphrase;
import org.kordamp.ikonli.feather.Feather;

/** The people of this computer: who they are, one more, another passphrase. */
final class PeopleSheet {
  private final Identities identities;
  private final OfficeDoor door;
  private final InstantSource clock;
  private final Executor workers;
  private final Sheet sheet;
  private final VBox people = new VBox();
  private final Label said = Parts.paragraph("", "muted");
  private final TextField name = new TextField();
  private final PasswordField first = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final Segmented<Role> role =
      new Segmented<>(List.of(Role.values()), PeopleSheet::words, Role.COORDINATOR);
  private final ComboBox<String> who = new ComboBox<>();
  private final PasswordField before = new PasswordField();
  private final PasswordField after = new PasswordField();

  /**
   * @param door lets a coordinator add others
   * @param clock tells how long a wrong try is past
   * @param workers stretch passphrases
   */
  PeopleSheet(
      Identities identities, OfficeDoor door, InstantSource clock, Executor workers, Sheet sheet) {
    this.clock = clock;
    this.identities = identities;
    this.door = door;
    this.workers = workers;
    this.sheet = sheet;
    people.getStyleClass().add("gap-4");
    Button change = new Button("Change passphrase");
    change.setOnAction(e -> change());
    HBox naming = new HBox(Fields.of("Name, as the audit trail has it", name, ""), role(role));
    naming.getStyleClass().add("gap-16");
    HBox twice =
        new HBox(
            Fields.of("Passphrase", first, "at least " + Identities.SHORTEST + " characters"),
            Fields.of("Once more", again, "it cannot be recovered"));
    twice.getStyleClass().add("gap-16");
    who.setAccessibleText("Whose passphrase");
    HBox changing =
        new HBox(
            Fields.of("Whose", who, ""),
            Fields.of("Present passphrase", before, ""),
            Fields.of("New passphrase", after, ""));
    changing.getStyleClass().add("gap-16");
    sheet.body(
        Parts.paragraph("People on this computer", "title"),
        Parts.paragraph(
            "A coordinator seals, hands out, takes back, decides and amends; a statistician unblinds"
                + " and sees results. As long as nobody is here, nobody signs in. Readers are not"
                + " listed: they have their own files.",
            "muted"),
        people,
        Parts.hairline(),
        Parts.line("Add a person", "heading"),
        naming,
        twice,
        Parts.hairline(),
        Parts.line("Change a passphrase", "heading"),
        changing,
        new HBox(change),
        said);
    Button add = new Button("Add", Icons.of(Feather.USER_PLUS));
    add.getStyleClass().add("primary");
    add.setOnAction(e -> add());
    sheet.footer(Parts.line("kept in the application’s own folder", "muted"), add);
    refresh();
  }

  /** Shows it, the keyboard on the name. */
  void show() {
    sheet.show(name);
  }

  private static VBox role(Segmented<Role> role) {
    return Fields.of("Role", role, "");
  }

  private static String words(Role role) {
    return role == Role.COORDINATOR ? "Coordinator" : "Statistician";
  }

  private void refresh() {
    List<Identity> all = identities.all();
    people.getChildren().clear();
    if (all.isEmpty()) {
      people
          .getChildren()
          .add(Parts.line("Nobody yet; the first person is a coordinator.", "strong"));
    }
    for (Identity each : all) {
      HBox line =
          new HBox(
              Icons.of(Feather.USER),
              Parts.line(each.name(), "strong", "bold"),
              Parts.line(
                  each.role().word() + ", key " + each.key().hex().substring(0, 8), "muted"));
      line.getStyleClass().add("gap-8");
      people.getChildren().add(line);
    }
    who.getItems().setAll(all.stream().map(Identity::name).toList());
    who.getSelectionModel().selectFirst();
  }

  private void add() {
    if (!first.getText().equals(again.getText()) || first.getText().isEmpty()) {
      said.setText("Type the same passphrase twice.");
      return;
    }
    Role wanted = role.valueProperty().get();
    String called = name.getText();
    String words = first.getText();
    if (identities.none()) {
      run(called + " was added.", () -> add(called, wanted, words, Optional.empty()));
    } else {
      door.enter(
          Deed.APPOINT,
          office -> run(called + " was added.", () -> add(called, wanted, words, office.signer())));
    }
  }

  private void add(String called, Role wanted, String words, Optional<Signer> by) {
    try (Passphrase passphrase = Passphrase.of(words)) {
      var _ = identities.add(called, wanted, passphrase, by);
    }
  }

  private void change() {
    String whose = who.getValue();
    if (whose == null || before.getText().isEmpty() || after.getText().isEmpty()) {
      said.setText("Choose a person and type both passphrases.");
      return;
    }
    String old = before.getText();
    String fresh = after.getText();
    run(
        "The passphrase of " + whose + " was changed.",
        () -> {
          try (Passphrase was = Passphrase.of(old);
              Passphrase now = Passphrase.of(fresh)) {
            identities.change(whose, was, now, clock.instant());
          }
        });
  }

  private void run(String done, Runnable work) {
    FxTask<String> task =
        new FxTask<>(
            "People",
            (progress, cancellation) -> {
              work.run();
              return done;
            });
    task.setOnSucceeded(e -> {
      said.setText(done);
      List.of(first, again, before, after).forEach(PasswordField::clear);
      name.clear();
      refresh();
    });
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      said.setText(why == null ? "" : PlainWords.of(why).sentence());
    });
    workers.execute(task);
  }
}
