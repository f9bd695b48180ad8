package org.exemplar.radiograph.codec;

/**
 * Compressed pixels that cannot be decoded. Its message completes the sentence "… cannot be read:";
 * whoever knows the file's name turns it into a {@link org.exemplar.problem.Problem}.
 */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason why, as the rest of a sentence, without a full stop
   */
  public CodecException(String reason) {
    super(reason);
  }

  /**
   * @param reason why, as the rest of a sentence, without a full stop
   * @param cause what the codec itself said
   */
  public CodecException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
