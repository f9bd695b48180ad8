package org.exemplar.store;

import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.Stretching;

/**
 * How a reading file is locked.
 *
 * @param passphrase opens the file; lent, not closed here
 * @param stretching how hard the passphrase is made to guess
 * @param draw for keys and nonces
 */
public record ReadingLock(Passphrase passphrase, Stretching stretching, SecureDraw draw) {
  /** The lock that the application uses. */
  public static ReadingLock standard(Passphrase passphrase) {
    return new ReadingLock(passphrase, Stretching.STANDARD, new SecureDraw());
  }
}
