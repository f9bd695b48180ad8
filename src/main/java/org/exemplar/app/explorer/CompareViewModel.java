package org.exemplar.app.explorer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.problem.Problem;

/** The form of a new comparison without its screen. */
public final class CompareViewModel {
  private static final String USUAL = "0.05:0.95:0.05";

  private final StringProperty images = new SimpleStringProperty("");
  private final StringProperty labels = new SimpleStringProperty("");
  private final StringProperty findings = new SimpleStringProperty("");
  private final StringProperty out = new SimpleStringProperty("");
  private final StringProperty sparsities = new SimpleStringProperty(USUAL);
  private final StringProperty size = new SimpleStringProperty("256");
  private final ObjectProperty<PruningMethod> method = new SimpleObjectProperty<>(PruningMethod.L1);
  private final ObservableList<CheckpointFacts> checkpoints = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

  /** An empty form. */
  public CompareViewModel() {
    InvalidationListener look = o -> missing.set(blockers().isEmpty() ? "" : blockers().getFirst());
    List.of(images, labels, findings, out, sparsities, size).forEach(p -> p.addListener(look));
    method.addListener(look);
    checkpoints.addListener(look);
    missing.set(blockers().getFirst());
  }

  /** The folder of images. */
  public StringProperty imagesProperty() {
    return images;
  }

  /** The label table; may be empty. */
  public StringProperty labelsProperty() {
    return labels;
  }

  /** A file with one finding a line; empty to take it from beside the networks or the labels. */
  public StringProperty findingsProperty() {
    return findings;
  }

  /** The comparison's folder. */
  public StringProperty outProperty() {
    return out;
  }

  /** As the command line takes them, e.g. {@code 0.05:0.95:0.05}. */
  public StringProperty sparsitiesProperty() {
    return sparsities;
  }

  /** Side in pixels of the networks' input. */
  public StringProperty sizeProperty() {
    return size;
  }

  /** How weights are chosen. */
  public ObjectProperty<PruningMethod> methodProperty() {
    return method;
  }

  /** The networks, one run each, in order. */
  public ObservableList<CheckpointFacts> checkpoints() {
    return checkpoints;
  }

  /** The first thing that is missing; empty when the comparison can run. */
  public ReadOnlyStringProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** The sparsities; empty while they cannot be read. */
  public List<Sparsity> sparsities() {
    try {
      return Sparsity.parseList(sparsities.get());
    } catch (Problem e) {
      return List.of();
    }
  }

  /** Everything that is missing, in the order of the form. */
  public List<String> blockers() {
    var blockers = new ArrayList<String>();
    if (path(images).filter(Files::exists).isEmpty()) {
      blockers.add("Choose the folder of images.");
    }
    if (!labels.get().isBlank() && path(labels).filter(Files::isRegularFile).isEmpty()) {
      blockers.add("The label table is not there.");
    }
    if (!findings.get().isBlank() && path(findings).filter(Files::isRegularFile).isEmpty()) {
      blockers.add("The file of findings is not there.");
    }
    if (checkpoints.isEmpty()) {
      blockers.add("Add at least one checkpoint.");
    }
    long undecided = checkpoints.stream().filter(CheckpointFacts::refused).count();
    if (undecided > 0) {
      blockers.add(
          undecided == 1
              ? "Leave out the file that cannot be used."
              : "Leave out the " + undecided + " files that cannot be used.");
    }
    if (sparsities().isEmpty()) {
      blockers.add("Sparsities are numbers from 0 to below 1, or first:last:step.");
    }
    if (side().isEmpty()) {
      blockers.add("The input size is a whole number of pixels.");
    }
    if (path(out).isEmpty()) {
      blockers.add("Say where the comparison is to be kept.");
    }
    return blockers;
  }

  /**
   * What to run.
   *
   * @param cache of the application
   * @param version of the program
   * @throws IllegalStateException while something is missing
   */
  public ComparisonOptions options(Path cache, String version) {
    if (!blockers().isEmpty()) {
      throw new IllegalStateException(blockers().getFirst());
    }
    Path images = path(this.images).orElseThrow();
    return ComparisonOptions.of(
            images,
            checkpoints.stream().map(CheckpointFacts::file).toList(),
            new ComparisonOptions.Place(path(out).orElseThrow(), cache, version))
        .with(new ComparisonOptions.Images(images, path(labels).orElse(null), false))
        .with(
            new ComparisonOptions.Models(
                checkpoints.stream().map(CheckpointFacts::file).toList(),
                List.of(),
                path(findings).orElse(null),
                null))
        .with(new ComparisonOptions.Pruned(method.get(), 0, sparsities(), null))
        .with(
            new ComparisonOptions.Prediction(
                Preprocessing.PAPER.withSize(side().orElseThrow()),
                false,
                null,
                ComparisonOptions.Machine.AUTO));
  }

  /** The folder of images, once it is there. */
  public Optional<Path> images() {
    return path(images).filter(Files::isDirectory);
  }

  private Optional<Integer> side() {
    try {
      int side = Integer.parseInt(size.get().strip());
      return side > 0 && side <= 8192 ? Optional.of(side) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
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
