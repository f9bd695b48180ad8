package org.exemplar.app.desk;

import javafx.beans.value.ObservableValue;

/** Who acts at the desks of this window. All methods are called on the JavaFX thread. */
public interface Attendance {
  /**
   * Who is signed in, e.g. {@code "M. Adeyemi, coordinator"}; empty when nobody is. It changes when
   * a deed asks somebody to sign in, too.
   */
  ObservableValue<String> who();

  /** Whether people are set up on this computer, so that deeds ask who acts. */
  boolean kept();

  /** Asks somebody to sign in, in any role. */
  void signIn();

  /** The next deed asks again. */
  void signOut();

  /** Shows who may sign in, and lets people be added. */
  void people();
}
