package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/** The place before the key, and after it. */
final class UnblindPage {
  private UnblindPage() {}

  /**
   * The page.
   *
   * @param unblind asks for what unblinding needs
   * @param results shows the results of an unblinded study's folder
   */
  static EmptyState of(StudyOverview study, Runnable unblind, Consumer<Path> results) {
    if (study.stage() == StudyStage.UNBLINDED) {
      return new EmptyState(
          Feather.UNLOCK,
          "Unblinded on " + Days.day(study.about().unblindedAt()),
          "Data entry is closed. The results need the key once more: its file and its passphrase.",
          Buttons.primary(
              "See the results…",
              Feather.BAR_CHART_2,
              () -> results.accept(study.location().folder())));
    }
    return new EmptyState(
        Feather.KEY,
        "Unblind " + study.about().title(),
        study.missing() == 0
            ? "All readings are in. Opening the key closes data entry for good."
            : study.missing()
                + " of "
                + study.readings()
                + " readings are still out. Opening the key closes data entry for good.",
        Buttons.of("Unblind…", Feather.UNLOCK, unblind));
  }
}
