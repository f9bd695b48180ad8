package org.exemplar.app.reading;

import java.util.Optional;
import javafx.stage.Stage;
import org.exemplar.app.fx.ErrorDialog;
import org.exemplar.app.fx.Theme;
import org.exemplar.problem.Problem;
import org.exemplar.store.KeptElsewhere;
import org.exemplar.store.ReadingFile;
import org.jspecify.annotations.Nullable;

/** Says once that the file takes no answers any more and where they are kept instead. */
final class KeptElsewhereNotice {
  private final Stage stage;
  private boolean told;

  KeptElsewhereNotice(Stage stage) {
    this.stage = stage;
  }

  void tell(@Nullable ReadingFile file, Theme theme) {
    Optional<KeptElsewhere> kept = Optional.ofNullable(file).flatMap(ReadingFile::keptElsewhere);
    if (kept.isPresent() && !told) {
      told = true;
      ErrorDialog.show(
          stage,
          theme,
          "Your answers are kept in another place",
          new Problem(kept.get().sentence()));
    }
  }
}
