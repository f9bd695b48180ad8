package org.exemplar.problem;

/**
 * Something the user can put right: bad input, a missing file, a full disk.
 *
 * <p>The message is one sentence in plain words that names the file, row or field and says what to
 * do. The command line prints it as one line and exits 1; a desk shows it in a dialog. Any other
 * exception is a fault of the program.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence one sentence that names the file, row or field and says what to do
   */
  public Problem(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence one sentence that names the file, row or field and says what to do
   * @param cause what a developer wants to see under {@code --verbose}
   */
  public Problem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
