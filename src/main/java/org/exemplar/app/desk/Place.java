package org.exemplar.app.desk;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import org.kordamp.ikonli.Ikon;

/**
 * A stop on a desk's rail.
 *
 * @param id unique on its desk, e.g. {@code "explore"}
 * @param word the word below the icon
 * @param icon the icon
 * @param group places of one group stand together, a hairline stands between groups
 * @param missing why one cannot go there yet, as its tooltip says it; empty when one can
 */
public record Place(String id, String word, Ikon icon, int group, ObservableStringValue missing) {
  /** A place that is always there. */
  public static Place of(String id, String word, Ikon icon) {
    return new Place(id, word, icon, 0, new ReadOnlyStringWrapper("").getReadOnlyProperty());
  }
}
