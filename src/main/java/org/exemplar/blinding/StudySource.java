package org.exemplar.blinding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.crypto.Sha256;
import org.exemplar.pie.Pies;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * What a study is built from, read and checked.
 *
 * @param comparison the comparison
 * @param protocol the protocol
 * @param images where pixels come from
 * @param pies who is a PIE under the protocol's criterion
 * @param candidates what may become a case
 */
record StudySource(
    ComparisonFolder comparison,
    Protocol protocol,
    SourceImages images,
    Pies pies,
    List<Candidate> candidates) {

  static StudySource open(
      BuildOptions.Sources sources,
      RadiographFiles files,
      Progress progress,
      Cancellation cancellation) {
    Protocol protocol = Protocol.read(sources.protocol());
    return open(
        sources.comparison(),
        protocol,
        new SourceImages(sources.images(), files),
        progress,
        cancellation);
  }

  static StudySource open(
      Path folder,
      Protocol protocol,
      SourceImages images,
      Progress progress,
      Cancellation cancellation) {
    progress.report("Reading the comparison", 0, 1);
    ComparisonFolder comparison = ComparisonFolder.open(folder);
    Design.Criterion criterion = protocol.design().criterion();
    Pies pies =
        Pies.of(
            comparison, criterion.percentile(), Optional.of(new Sparsity(criterion.sparsity())));
    int[] sized = {0};
    List<Candidate> candidates =
        CandidateImages.of(
            comparison,
            pies,
            SelectionPlan.of(protocol).matching(),
            row -> {
              cancellation.throwIfRequested();
              progress.report("Measuring images", sized[0]++, comparison.images().size());
              return images.size(row);
            });
    return new StudySource(comparison, protocol, images, pies, candidates);
  }

  SelectionPlan selectionPlan() {
    return SelectionPlan.of(protocol);
  }

  /** The row of a candidate in {@code images.csv}. */
  int row(Candidate candidate) {
    return comparison.images().indexOf(candidate.imageId()).orElseThrow();
  }

  UnblindingKey.SourceImage image(Candidate candidate) {
    ImageRow row = comparison.images().row(row(candidate));
    return new UnblindingKey.SourceImage(row.id(), Sha256.parse(row.sha256()));
  }

  /** Digests of what the study was drawn of. */
  UnblindingKey.Source digests() {
    StringBuilder agreements = new StringBuilder("image_id,agreement,pie\n");
    for (Pies.Image image : pies.images()) {
      agreements.append(image.id()).append(',');
      image.agreement().ifPresent(agreements::append);
      agreements.append(image.pie() ? ",1\n" : ",0\n");
    }
    return new UnblindingKey.Source(
        Sha256.ofFile(comparison.path().resolve("manifest.json")),
        Sha256.ofFile(comparison.path().resolve("images.csv")),
        Sha256.ofText(agreements.toString()),
        protocol.design().criterion(),
        Optional.of(origin()));
  }

  private UnblindingKey.Origin origin() {
    ImageCounts counts = comparison.manifest().images();
    Map<String, Integer> leftOut = new TreeMap<>();
    counts.leftOut().forEach(each -> leftOut.merge(each.reason(), 1, Integer::sum));
    int chosen = (int) pies.images().stream().filter(Pies.Image::pie).count();
    return new UnblindingKey.Origin(counts.listed(), counts.used(), chosen, leftOut);
  }
}
