package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.function.IntFunction;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;

/**
 * The films of a comparison by their index, decoded when they are asked for, off the JavaFX thread.
 *
 * @param outside where they lie, and who reads them
 */
record FilmSource(ExplorerPages.Outside outside, Exploration exploration)
    implements IntFunction<Gray8> {
  /**
   * Decodes one.
   *
   * @throws Problem if the films are not on this computer, or this one cannot be read
   */
  @Override
  public Gray8 apply(int image) {
    Path folder =
        outside
            .folders()
            .of(exploration.folder())
            .orElseThrow(
                () -> new Problem("The films of this comparison are not on this computer."));
    return outside.files().gray8(folder.resolve(exploration.folder().images().row(image).path()));
  }
}
