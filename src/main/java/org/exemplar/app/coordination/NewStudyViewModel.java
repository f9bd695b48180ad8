package org.exemplar.app.coordination;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.study.ReaderId;

/** The form of a new study without its screen: what was typed, and what is still missing. */
public final class NewStudyViewModel {
  /** The shortest passphrase that is taken without a word. */
  public static final int SHORT = 12;

  private final StringProperty comparison = new SimpleStringProperty("");
  private final StringProperty images = new SimpleStringProperty("");
  private final StringProperty protocol = new SimpleStringProperty("");
  private final StringProperty readers = new SimpleStringProperty("R01, R02");
  private final StringProperty out = new SimpleStringProperty("");
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final StringProperty again = new SimpleStringProperty("");
  private final StringProperty seed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

  /** An empty form. */
  public NewStudyViewModel() {
    for (StringProperty each : all()) {
      each.addListener(o -> missing.set(blockers().isEmpty() ? "" : blockers().getFirst()));
    }
    missing.set(blockers().getFirst());
  }

  private List<StringProperty> all() {
    return List.of(comparison, images, protocol, readers, out, passphrase, again, seed);
  }

  /** The comparison's folder. */
  public StringProperty comparisonProperty() {
    return comparison;
  }

  /** The folder of its films. */
  public StringProperty imagesProperty() {
    return images;
  }

  /** The protocol document. */
  public StringProperty protocolProperty() {
    return protocol;
  }

  /** Pseudonyms, with commas or spaces between. */
  public StringProperty readersProperty() {
    return readers;
  }

  /** The study's folder, which must not exist. */
  public StringProperty outProperty() {
    return out;
  }

  /** The key's passphrase. */
  public StringProperty passphraseProperty() {
    return passphrase;
  }

  /** The key's passphrase once more. */
  public StringProperty againProperty() {
    return again;
  }

  /** A whole number that images are drawn by; empty to draw one. */
  public StringProperty seedProperty() {
    return seed;
  }

  /** The first thing that is still missing, one sentence; empty when the study can be built. */
  public ReadOnlyStringProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** Everything that is still missing, in the order of the form. */
  public List<String> blockers() {
    var blockers = new ArrayList<String>();
    if (path(comparison).filter(p -> Files.isRegularFile(p.resolve("manifest.json"))).isEmpty()) {
      blockers.add("Choose the folder of a finished comparison.");
    }
    if (path(images).filter(Files::isDirectory).isEmpty()) {
      blockers.add("Choose the folder of the images that were compared.");
    }
    if (path(protocol).filter(Files::isRegularFile).isEmpty()) {
      blockers.add("Choose the protocol document.");
    }
    if (readerIds().isEmpty()) {
      blockers.add("Name at least one reader, each once, such as R01, R02.");
    }
    if (path(out).isEmpty() || out.get().isBlank()) {
      blockers.add("Say where the study is to be kept.");
    } else if (path(out).filter(Files::exists).isPresent()) {
      blockers.add("The study’s folder exists already; name one that does not.");
    }
    if (!seed.get().isBlank() && number().isEmpty()) {
      blockers.add("The seed is a whole number, or empty.");
    }
    if (passphrase.get().isEmpty()) {
      blockers.add("Think of a passphrase for the key.");
    } else if (!passphrase.get().equals(again.get())) {
      blockers.add("The two passphrases differ.");
    }
    return blockers;
  }

  /** Comparison, images and protocol, once all three are there. */
  public Optional<BuildOptions.Sources> sources() {
    return path(comparison)
        .filter(p -> Files.isRegularFile(p.resolve("manifest.json")))
        .flatMap(c ->
            path(images)
                .filter(Files::isDirectory)
                .flatMap(i ->
                    path(protocol)
                        .filter(Files::isRegularFile)
                        .map(p -> new BuildOptions.Sources(c, i, p))));
  }

  /**
   * What to build.
   *
   * @throws IllegalStateException while something is missing
   */
  public BuildOptions options() {
    if (!blockers().isEmpty()) {
      throw new IllegalStateException(blockers().getFirst());
    }
    return BuildOptions.of(sources().orElseThrow(), readerIds(), number(), path(out).orElseThrow());
  }

  private OptionalLong number() {
    try {
      return seed.get().isBlank()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(seed.get().strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private List<ReaderId> readerIds() {
    try {
      List<ReaderId> ids =
          Arrays.stream(readers.get().split("[,;\\s]+"))
              .filter(s -> !s.isBlank())
              .map(ReaderId::new)
              .toList();
      return ids.stream().distinct().count() == ids.size() ? ids : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Optional<Path> path(StringProperty text) {
    try {
      return text.get().isBlank() ? Optional.empty() : Optional.of(Path.of(text.get().strip()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
