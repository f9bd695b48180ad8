package org.exemplar.classifier.checkpoint;

/** A checkpoint contradicts itself; the reader turns it into a sentence that names the file. */
final class BadCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCheckpointException(String message) {
    super(message);
  }
}
