package org.exemplar.conduct;

import java.util.function.Consumer;
import org.exemplar.conduct.identity.Deed;

/** Where a desk gets the office for a deed: at once, or after somebody signed in. */
public interface OfficeDoor {
  /**
   * @param deed what is to be done
   * @param then told the office on the thread that asked; not told when nobody signs in
   */
  void enter(Deed deed, Consumer<Office> then);

  /** Nobody signs in. */
  static OfficeDoor open(Office plain) {
    return (deed, then) -> then.accept(plain.as(deed.role().word()));
  }
}
