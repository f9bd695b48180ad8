package org.exemplar.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.exemplar.app.desk.Location;

/** Where one was, as a browser remembers it. An empty location is the start page. */
final class History {
  private static final int MOST = 100;

  private final Deque<Optional<Location>> before = new ArrayDeque<>();
  private final Deque<Optional<Location>> after = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<Location>> here =
      new ReadOnlyObjectWrapper<>(this, "here", Optional.empty());
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
  private final ReadOnlyBooleanWrapper canGoForward =
      new ReadOnlyBooleanWrapper(this, "canGoForward");

  ReadOnlyObjectProperty<Optional<Location>> hereProperty() {
    return here.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canGoForwardProperty() {
    return canGoForward.getReadOnlyProperty();
  }

  /** Goes there; what lay ahead is forgotten. Going where one is changes nothing. */
  void go(Optional<Location> there) {
    if (there.equals(here.get())) {
      return;
    }
    before.push(here.get());
    if (before.size() > MOST) {
      before.removeLast();
    }
    after.clear();
    arrive(there);
  }

  void back() {
    if (!before.isEmpty()) {
      after.push(here.get());
      arrive(before.pop());
    }
  }

  void forward() {
    if (!after.isEmpty()) {
      before.push(here.get());
      arrive(after.pop());
    }
  }

  private void arrive(Optional<Location> there) {
    here.set(there);
    canGoBack.set(!before.isEmpty());
    canGoForward.set(!after.isEmpty());
  }
}
