package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.Optional;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.PlainWords;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;

/** Opens a study's key from the desk, through its one door. */
final class UnblindActs {
  private final DeskHost host;
  private final OfficeDoor door;
  private final Location at;

  UnblindActs(DeskHost host, OfficeDoor door, Location at) {
    this.host = host;
    this.door = door;
    this.at = at;
  }

  /**
   * Asks for what unblinding needs, then opens the key. A try that is refused leaves the sheet as
   * it was typed, but for the passphrases.
   *
   * @param tried told after each try: the audit trail has more entries, or the study is unblinded
   */
  void ask(StudyOverview study, Runnable tried) {
    Sheet sheet = new Sheet(host.window(), host.theme(), "Unblind");
    UnblindViewModel model =
        new UnblindViewModel(
            new UnblindViewModel.Open(study.missing(), study.waiting()), study.trail().key());
    new UnblindSheet(
            study,
            model,
            sheet,
            this::chooseKey,
            typed ->
                door.enter(
                    Deed.UNBLIND,
                    office -> {
                      if (typed.readyProperty().get() && sheet.showing()) {
                        open(new Try(study, typed, sheet, tried), office);
                      }
                    }))
        .show();
  }

  private record Try(StudyOverview study, UnblindViewModel model, Sheet sheet, Runnable tried) {}

  private Optional<Path> chooseKey() {
    return FileDialogs.open(
        host.window(), "Where is the unblinding key?", "Key of a study", "*.json");
  }

  private void open(Try one, Office office) {
    UnblindViewModel model = one.model();
    Path key = Path.of(model.keyProperty().get().strip());
    String reason = model.reasonProperty().get();
    Passphrase passphrase = model.takePassphrase();
    FxTask<Unblinding.Unblinded> task =
        new FxTask<>(
            "Opening the key",
            (progress, cancellation) -> {
              try (passphrase) {
                return new Unblinding(office)
                    .unblind(one.study().location(), key, passphrase, reason);
              }
            });
    task.setOnSucceeded(e -> {
      one.sheet().close();
      one.tried().run();
    });
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      if (why != null) {
        model.refused(PlainWords.of(why).sentence());
        if (!one.sheet().showing()) {
          host.fail("The key did not open", why);
        }
      }
      one.tried().run();
    });
    task.setOnCancelled(e -> model.refused("Stopped before the key was opened."));
    var _ = host.run(at, task);
  }
}
