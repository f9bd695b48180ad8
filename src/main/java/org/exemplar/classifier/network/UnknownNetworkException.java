package org.exemplar.classifier.network;

/** The tensors are not those of a known network; the message says which one does not fit. */
public final class UnknownNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A network that is not known, and why. */
  public UnknownNetworkException(String message) {
    super(message);
  }
}
