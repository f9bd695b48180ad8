package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.desk.Command;
import org.kordamp.ikonli.feather.Feather;

/** What the command search finds on the coordinator's desk. */
final class StudyCommands {
  private StudyCommands() {}

  /**
   * What can be done with an open study.
   *
   * @param take asks for files that came back
   * @param handOut asks whose files to write
   * @param protocol goes to the protocol
   * @param audit goes to the audit trail
   * @param backUp makes a backup
   * @param verify checks all files
   */
  record Acts(
      Runnable take,
      Runnable handOut,
      Runnable protocol,
      Runnable audit,
      Runnable backUp,
      Runnable verify) {}

  /** Commands of an open study; nothing is handed out once it is unblinded. */
  static List<Command> of(StudyOverview study, Acts acts) {
    String title = study.about().title();
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("Take files back…", title, Feather.INBOX, acts.take()));
    if (study.stage() != StudyStage.UNBLINDED) {
      commands.add(Command.of("Hand out reading files…", title, Feather.UPLOAD, acts.handOut()));
    }
    commands.add(
        Command.of("Protocol, versions and deviations", title, Feather.FILE_TEXT, acts.protocol()));
    commands.add(Command.of("Audit trail", title, Feather.SHIELD, acts.audit()));
    commands.add(Command.of("Back up now", title, Feather.SAVE, acts.backUp()));
    commands.add(Command.of("Verify all files", title, Feather.SHIELD, acts.verify()));
    return commands;
  }

  /**
   * Commands that need no open study.
   *
   * @param restore asks for a backup and where it is to be
   * @param write goes to a protocol of its own
   */
  static List<Command> always(Runnable restore, Runnable write) {
    return List.of(
        Command.of(
            "Restore a study from a backup…",
            "into its folder or a new one",
            Feather.ROTATE_CCW,
            restore),
        Command.of("Write a protocol", "templates and question builder", Feather.EDIT_3, write));
  }
}
