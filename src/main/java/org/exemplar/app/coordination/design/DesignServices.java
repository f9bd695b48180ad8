package org.exemplar.app.coordination.design;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;

/**
 * What designing a study works with.
 *
 * @param drafts of this computer
 * @param templates protocols to begin with
 * @param build builds and seals
 * @param office hands out reading files after the seal
 * @param workers look at sources and previews in the background
 */
public record DesignServices(
    Drafts drafts,
    Supplier<List<Template>> templates,
    StudyBuild build,
    Office office,
    Executor workers) {

  /**
   * A protocol to begin with.
   *
   * @param name in words
   * @param text of the document
   */
  public record Template(String name, String text) {}
}
