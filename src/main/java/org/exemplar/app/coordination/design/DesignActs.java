package org.exemplar.app.coordination.design;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the steps of a draft ask of what is around them.
 *
 * @param ask for files and folders
 * @param go to another step
 * @param look at the pictures and run the leak test
 * @param leave beyond the draft
 */
record DesignActs(Ask ask, Consumer<Step> go, Runnable look, Leave leave) {

  /**
   * Asks for files and folders.
   *
   * @param folder by a title
   * @param file by a title and a pattern such as {@code *.md}
   * @param place where to make a folder
   */
  record Ask(
      Function<String, Optional<Path>> folder,
      java.util.function.BiFunction<String, String, Optional<Path>> file,
      java.util.function.Supplier<Optional<Path>> place) {}

  /**
   * Leaves the draft.
   *
   * @param seal asks for the passphrase, then builds and seals
   * @param close keeps the draft and goes to the list of studies
   * @param questions edits the protocol's questions in a page of their own; empty where there is
   *     none
   */
  record Leave(Runnable seal, Runnable close, Optional<Runnable> questions) {}
}
