package org.exemplar.app.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The keys as they are, and changing them. */
public final class KeysModel {
  private final ReadOnlyObjectWrapper<KeyMap> keys = new ReadOnlyObjectWrapper<>(this, "keys");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final Consumer<KeyMap> kept;
  private @Nullable Act changing;

  /**
   * @param kept told the new keys, to keep them
   */
  public KeysModel(KeyMap keys, Consumer<KeyMap> kept) {
    this.keys.set(keys);
    this.kept = kept;
  }

  /** The keys as they are. */
  public ReadOnlyObjectProperty<KeyMap> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** What is said about a change under way; empty when nothing. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The keys as they are. */
  public KeyMap keys() {
    return keys.get();
  }

  /** Takes another preset; the reader's own keys stay, but for those that act there already. */
  public void choose(KeyPreset preset) {
    KeyMap before = keys.get();
    KeyMap next = before.withPreset(preset);
    List<String> lost =
        java.util.Arrays.stream(Act.values())
            .filter(a -> before.own().containsKey(a.word()) && !next.own().containsKey(a.word()))
            .map(a ->
                "“"
                    + a.words()
                    + "” is "
                    + next.hint(a)
                    + " again, since "
                    + before.hint(a)
                    + " does something else here.")
            .toList();
    said.set(String.join(" ", lost));
    keep(next);
  }

  /** Takes the preset as it is, without own keys. */
  public void forgetOwn() {
    keep(KeyMap.of(keys.get().preset()));
  }

  /** Begins to change a key: the next stroke is it. */
  public void change(Act act) {
    changing = act;
    said.set("Press the new key for “" + act.words() + "”, or Esc to leave it as it is.");
  }

  /** The act whose key is being changed, if one is. */
  public Optional<Act> changed() {
    return Optional.ofNullable(changing);
  }

  /** Whether the next stroke becomes a key. */
  public boolean changing() {
    return changing != null;
  }

  /** The stroke that becomes the key. */
  public void strike(Stroke stroke) {
    Act act = changing;
    changing = null;
    if (act == null || stroke.key().equals("Escape")) {
      said.set("");
      return;
    }
    Optional<KeyMap> changed = keys.get().with(act, stroke);
    if (changed.isPresent()) {
      said.set("“" + act.words() + "” is now " + changed.get().hint(act) + ".");
      keep(changed.get());
    } else {
      said.set(keys.get().refusal(act, stroke).orElse(""));
    }
  }

  private void keep(KeyMap next) {
    keys.set(next);
    kept.accept(next);
  }
}
