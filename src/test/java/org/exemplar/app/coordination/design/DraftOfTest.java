package org.exemplar.app.coordination.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.exemplar.blinding.StudyRehearsal;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;

/** A draft over a made comparison, whose background work a test does when it likes. */
final class DraftOfTest {
  final MadeComparison made;
  final Drafts drafts;
  final DesignViewModel model;
  final Draft draft;

  DraftOfTest(Path folder, int images) {
    made = MadeComparison.of(folder.resolve("source"), images);
    drafts = new Drafts(folder.resolve("drafts"), InstantSource.fixed(MadeStudy.SEALED_AT));
    draft = drafts.fresh();
    model = new DesignViewModel(draft, drafts.protocol(draft.id()));
  }

  /** Types everything that a study of so many cases needs. */
  DraftOfTest typed(Path out, int perArm) {
    model.comparisonProperty().set(made.comparison().toString());
    model.imagesProperty().set(made.images().toString());
    try {
      model.protocol(Files.readString(made.protocol(perArm, 1, 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    model.readersProperty().set("R01, R02, R03");
    model.outProperty().set(out.toString());
    return this;
  }

  /** Looks at sources and draw, as the desk does after each change. */
  DraftOfTest looked() {
    drafts.keep(model.draft(draft));
    DesignWork.Outlook outlook =
        DesignWork.outlook(
            model.sources().orElseThrow(), model.facts(), model.inputs(), new Cancellation());
    model.inspected(model.sources().orElseThrow(), outlook.facts());
    model.inputs().ifPresent(inputs -> model.previewed(inputs, outlook.preview()));
    return this;
  }

  /** Looks at the pictures. */
  DraftOfTest rehearsed() {
    Inputs inputs = model.inputs().orElseThrow();
    model.rehearsed(
        inputs,
        Found.of(
            StudyRehearsal.of(
                inputs.sources(),
                inputs.readers(),
                inputs.chance(),
                Progress.NONE,
                new Cancellation())));
    return this;
  }
}
