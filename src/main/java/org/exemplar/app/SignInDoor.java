package org.exemplar.app;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.Attendance;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.app.fx.PlainWords;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.conduct.identity.Identity;
import org.exemplar.crypto.Passphrase;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks who acts, where people are set up on this computer, and remembers it until the window closes
 * or the person signs out. Where nobody is set up it lets everybody through.
 */
final class SignInDoor implements OfficeDoor, Attendance {
  private final Identities identities;
  private final Office plain;
  private final Executor workers;
  private final Supplier<Sheet> sheets;
  private final Runnable people;
  private final ReadOnlyStringWrapper who = new ReadOnlyStringWrapper("");
  private @Nullable Signer signedIn;

  /**
   * @param plain the office where nobody signs in
   * @param workers stretch passphrases
   * @param sheets a new dialog over the window
   * @param people shows who may sign in
   */
  SignInDoor(
      Identities identities,
      Office plain,
      Executor workers,
      Supplier<Sheet> sheets,
      Runnable people) {
    this.identities = identities;
    this.plain = plain;
    this.workers = workers;
    this.sheets = sheets;
    this.people = people;
  }

  @Override
  public void enter(Deed deed, Consumer<Office> then) {
    List<Identity> all = identities.all();
    Signer now = signedIn;
    if (all.isEmpty()) {
      then.accept(plain.as(deed.role().word()));
    } else if (now != null && now.role().equals(deed.role().word())) {
      then.accept(plain.of(now));
    } else {
      List<Identity> those = all.stream().filter(p -> p.role() == deed.role()).toList();
      ask(
          those,
          (those.isEmpty()
                  ? "Only a %s may %s, and none is set up on this computer: a coordinator adds one under Settings, People."
                  : "Only a %s may %s. The audit trail has the name, and the entry is signed.")
              .formatted(deed.role().word(), deed.words()),
          then);
    }
  }

  @Override
  public ObservableValue<String> who() {
    return who.getReadOnlyProperty();
  }

  @Override
  public boolean kept() {
    return !identities.none();
  }

  @Override
  public void signIn() {
    ask(
        identities.all(),
        "A coordinator seals, hands out, takes back, decides and amends; a statistician unblinds and"
            + " sees results. The audit trail has the name, and entries are signed.",
        office -> {});
  }

  @Override
  public void signOut() {
    signedIn = null;
    who.set("");
  }

  @Override
  public void people() {
    people.run();
  }

  private void ask(List<Identity> those, String why, Consumer<Office> then) {
    Sheet sheet = sheets.get();
    ComboBox<String> names = new ComboBox<>();
    names.getItems().setAll(those.stream().map(Identity::name).toList());
    names.getSelectionModel().selectFirst();
    names.setMaxWidth(Double.MAX_VALUE);
    names.setAccessibleText("Who acts");
    PasswordField passphrase = new PasswordField();
    Label wrong = Parts.paragraph("", "danger");
    Button act = new Button("Sign in", Icons.of(Feather.LOG_IN));
    act.getStyleClass().add("primary");
    Runnable sign =
        () -> {
          act.setDisable(true);
          signIn(
              new Try(names.getValue(), passphrase.getText()),
              signer -> {
                signedIn = signer;
                who.set(signer.name() + ", " + signer.role());
                sheet.close();
                then.accept(plain.of(signer));
              },
              said -> {
                wrong.setText(said);
                passphrase.clear();
                act.setDisable(those.isEmpty());
                passphrase.requestFocus();
              });
        };
    act.setOnAction(e -> sign.run());
    passphrase.setOnAction(e -> sign.run());
    act.setDisable(those.isEmpty());
    HBox fields =
        new HBox(Fields.of("Who acts", names, ""), Fields.of("Passphrase", passphrase, ""));
    fields.getStyleClass().add("gap-16");
    sheet.body(Parts.paragraph("Sign in", "title"), Parts.paragraph(why, "muted"), fields, wrong);
    sheet.footer(Parts.line("until this window is closed", "muted"), act);
    sheet.show(passphrase);
  }

  /** A try to sign in. */
  private record Try(String name, String passphrase) {
    @Override
    public String toString() {
      return "Try[" + name + "]";
    }
  }

  private void signIn(Try given, Consumer<Signer> done, Consumer<String> failed) {
    if (given.passphrase().isEmpty()) {
      failed.accept("Type the passphrase.");
      return;
    }
    InstantSource clock = plain.clock();
    FxTask<Signer> task =
        new FxTask<>(
            "Signing in",
            (progress, cancellation) -> {
              try (Passphrase passphrase = Passphrase.of(given.passphrase())) {
                return identities.signIn(given.name(), passphrase, clock.instant());
              }
            });
    task.setOnSucceeded(e -> done.accept(task.getValue()));
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      failed.accept(why == null ? "" : PlainWords.of(why).sentence());
    });
    workers.execute(task);
  }
}
