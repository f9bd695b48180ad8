package org.exemplar.conduct;

import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;

/** Whether a study still takes answers. */
final class DataEntry {
  private DataEntry() {}

  /**
   * The seal of a study that takes answers.
   *
   * @throws Problem when it is not sealed yet, or unblinding has closed data entry
   */
  static Seal requireOpen(StudyFile study, StudyLocation location) {
    Optional<Seal> seal = study.seal();
    if (seal.isEmpty()) {
      throw new Problem(location.folder() + " is not sealed yet: seal the study first.");
    }
    study
        .unblinding()
        .ifPresent(unblinding -> {
          throw new Problem(
              location.folder()
                  + " was unblinded on "
                  + unblinding.stamp().at()
                  + ", which closed data entry: nothing can be handed out, taken back or amended"
                  + " any more.");
        });
    return seal.get();
  }
}
