package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.FindingLabels;
import org.exemplar.pie.MeanPredictions;
import org.exemplar.pie.PieStability;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, opened for looking around in it. Tables are mapped from their files, so that one
 * image costs nothing; the agreement of all images at one sparsity is computed once, when it is
 * first asked for. Thread-safe.
 */
public final class Exploration {
  private final ComparisonFolder folder;
  private final List<Sparsity> sparsities;
  private final @Nullable FindingLabels labels;
  private final Map<Sparsity, List<PredictionTable>> tables = new HashMap<>();
  private final Map<Sparsity, Agreement> agreements = new HashMap<>();
  private @Nullable MeanPredictions dense;

  private Exploration(ComparisonFolder folder) {
    this.folder = folder;
    this.sparsities = folder.manifest().plan().sparsities();
    this.labels = labelsOf(folder.images());
  }

  /**
   * Opens a finished comparison.
   *
   * @throws Problem if it is not one, or nothing in it was pruned
   */
  public static Exploration open(Path comparison) {
    Exploration opened = new Exploration(ComparisonFolder.open(comparison));
    if (opened.sparsities.isEmpty()) {
      throw new Problem(comparison + " has no pruned network to compare with; compare again.");
    }
    return opened;
  }

  private static @Nullable FindingLabels labelsOf(ImageTable images) {
    if (!images.hasLabels()) {
      return null;
    }
    int findings = images.findings().size();
    var rows = new ArrayList<boolean[]>(images.size());
    for (int image = 0; image < images.size(); image++) {
      boolean[] row = new boolean[findings];
      for (int finding = 0; finding < findings; finding++) {
        row[finding] = images.label(image, finding);
      }
      rows.add(row);
    }
    return FindingLabels.of(images.findings(), rows);
  }

  /** The comparison itself. */
  public ComparisonFolder folder() {
    return folder;
  }

  /** Its folder's name, as the path of the window shows it. */
  public String name() {
    Path name = folder.path().toAbsolutePath().normalize().getFileName();
    return name == null ? "comparison" : name.toString();
  }

  /** Number of images. */
  public int images() {
    return folder.images().size();
  }

  /** Number of runs. */
  public int runs() {
    return folder.manifest().runs().size();
  }

  /** Names of the findings, in the order of the columns. */
  public List<String> findings() {
    return folder.manifest().findings();
  }

  /** The pruned sparsities, ascending, at least one. */
  public List<Sparsity> sparsities() {
    return sparsities;
  }

  /** Where PIEs are taken unless said otherwise: 0.90 if it is there, else the largest. */
  public Sparsity usualSparsity() {
    Sparsity ninety = new Sparsity(0.9);
    return sparsities.contains(ninety) ? ninety : sparsities.getLast();
  }

  /** Whether labels were given. */
  public boolean hasLabels() {
    return labels != null;
  }

  /** Which images were given which findings; empty without labels. */
  public Optional<FindingLabels> labels() {
    return Optional.ofNullable(labels);
  }

  /** Every run's probabilities at one sparsity, beside its dense ones. */
  public PieStability.RunTables runTables(Sparsity sparsity) {
    var dense = new ArrayList<float[]>();
    var pruned = new ArrayList<float[]>();
    for (int run = 0; run < runs(); run++) {
      dense.add(values(run, Sparsity.DENSE));
      pruned.add(values(run, sparsity));
    }
    return new PieStability.RunTables(images(), findings().size(), dense, pruned);
  }

  /** The image's id. */
  public String id(int image) {
    return folder.images().row(image).id();
  }

  /**
   * Where an image stands.
   *
   * @param id as the comparison may name it; may be empty
   * @param sha256 of its file in hex, which decides; may be empty
   */
  public Optional<Integer> find(String id, String sha256) {
    ImageTable images = folder.images();
    Optional<Integer> named =
        images.indexOf(id).filter(i -> sha256.isEmpty() || images.row(i).sha256().equals(sha256));
    if (named.isPresent() || sha256.isEmpty()) {
      return named;
    }
    return IntStream.range(0, images())
        .filter(i -> images.row(i).sha256().equals(sha256))
        .boxed()
        .findFirst();
  }

  /** Whether the image was given the finding; false without labels. */
  public boolean given(int image, int finding) {
    return labels != null && labels.given(image, finding);
  }

  /** Indices of the findings that the image was given, "No Finding" apart. */
  public List<Integer> given(int image) {
    var given = new ArrayList<Integer>();
    if (labels != null) {
      int none = labels.noFinding().orElse(-1);
      for (int finding = 0; finding < labels.findings().size(); finding++) {
        if (finding != none && labels.given(image, finding)) {
          given.add(finding);
        }
      }
    }
    return given;
  }

  /** Copies one image's probabilities in one run. */
  public void row(int run, Sparsity sparsity, int image, float[] into) {
    tables(sparsity).get(run).row(image, into);
  }

  /** One image's mean probabilities over runs, one for each finding. */
  public double[] mean(Sparsity sparsity, int image) {
    double[] mean = new double[findings().size()];
    float[] row = new float[mean.length];
    for (int run = 0; run < runs(); run++) {
      row(run, sparsity, image, row);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= runs();
    }
    return mean;
  }

  /** The agreement of every image at one sparsity. Slow when it is asked for the first time. */
  public Agreement agreement(Sparsity sparsity) {
    MeanPredictions denseMean;
    synchronized (this) {
      Agreement known = agreements.get(sparsity);
      if (known != null) {
        return known;
      }
      if (dense == null) {
        dense = means(Sparsity.DENSE);
      }
      denseMean = dense;
    }
    Agreement computed = Agreement.between(denseMean, means(sparsity));
    synchronized (this) {
      agreements.put(sparsity, computed);
    }
    return computed;
  }

  /** All probabilities of one run, images × findings, row-major. */
  public float[] values(int run, Sparsity sparsity) {
    int findings = findings().size();
    float[] values = new float[Math.multiplyExact(images(), findings)];
    float[] row = new float[findings];
    PredictionTable table = tables(sparsity).get(run);
    for (int image = 0; image < images(); image++) {
      table.row(image, row);
      System.arraycopy(row, 0, values, image * findings, findings);
    }
    return values;
  }

  private MeanPredictions means(Sparsity sparsity) {
    MeanPredictions mean = new MeanPredictions(images(), findings().size());
    for (int run = 0; run < runs(); run++) {
      mean.add(values(run, sparsity));
    }
    return mean;
  }

  private synchronized List<PredictionTable> tables(Sparsity sparsity) {
    return tables.computeIfAbsent(
        sparsity,
        s -> {
          var opened = new ArrayList<PredictionTable>(runs());
          for (int run = 0; run < runs(); run++) {
            opened.add(folder.predictions(run, s));
          }
          return opened;
        });
  }
}
