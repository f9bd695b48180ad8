package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.Backup;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.problem.Problem;
import org.exemplar.store.Verification;

/**
 * Backups from the desk: through the same core as {@code study backup} and {@code study restore}.
 */
final class BackupActs {
  private static final String ENDING = "*.db";

  private final DeskHost host;
  private final InstantSource clock;
  private final Location at;

  BackupActs(DeskHost host, InstantSource clock, Location at) {
    this.host = host;
    this.clock = clock;
    this.at = at;
  }

  /**
   * What the card of a study does.
   *
   * @param changed told the study's folder when its file is another one, or has one more backup
   */
  BackupsCard.Acts of(StudyOverview study, Consumer<Path> changed) {
    return new BackupsCard.Acts(
        () -> make(study, Backup.proposed(study.location(), clock.instant()), changed),
        () ->
            FileDialogs.save(
                    host.window(), "Back up the study", name(study), "Backup of a study", ENDING)
                .ifPresent(file -> make(study, file, changed)),
        backup -> ask(study, backup, changed),
        () ->
            FileDialogs.open(host.window(), "Restore a backup", "Backup of a study", ENDING)
                .ifPresent(backup -> ask(study, backup, changed)));
  }

  private String name(StudyOverview study) {
    return String.valueOf(Backup.proposed(study.location(), clock.instant()).getFileName());
  }

  private void make(StudyOverview study, Path target, Consumer<Path> changed) {
    FxTask<Verification> task =
        new FxTask<>(
            "Backing up", (progress, cancellation) -> Backup.write(study.location(), target));
    task.setOnSucceeded(e -> changed.accept(study.location().folder()));
    var _ = host.run(at, task);
  }

  private void ask(StudyOverview study, Path backup, Consumer<Path> changed) {
    FxTask<Verification> task =
        new FxTask<>(
            "Verifying the backup",
            (progress, cancellation) -> {
              Verification found = Backup.verify(backup);
              found
                  .broken()
                  .ifPresent(what -> {
                    throw new Problem(backup + " is broken (" + what + "): use another backup.");
                  });
              return found;
            });
    task.setOnSucceeded(e ->
        new RestoreSheet(
                study,
                backup,
                task.getValue().head(),
                new Sheet(host.window(), host.theme(), "Restore"),
                chosen -> restore(chosen, study.location().folder(), changed))
            .show());
    var _ = host.run(at, task);
  }

  /** Puts a backup where no study can be opened any more, or into a new folder. */
  void restoreAnywhere(Consumer<Path> restored) {
    FileDialogs.open(host.window(), "Restore a backup", "Backup of a study", ENDING)
        .ifPresent(backup ->
            FileDialogs.folder(host.window(), "Where the study is to be")
                .ifPresent(folder -> restore(backup, folder, restored)));
  }

  private void restore(Path backup, Path folder, Consumer<Path> restored) {
    FxTask<Optional<Path>> task =
        new FxTask<>(
            "Restoring",
            (progress, cancellation) -> Backup.restore(backup, folder, clock.instant()));
    task.setOnSucceeded(e -> restored.accept(new StudyLocation(folder).folder()));
    var _ = host.run(at, task);
  }
}
