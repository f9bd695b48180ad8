package org.exemplar.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** Reference rating tables as files, and their results with few draws. */
final class RatingTables {
  private RatingTables() {}

  /** Unpacks {@code ratings-mrmc/NAME.csv} or {@code ratings/NAME.csv} to a folder. */
  static Path unpack(String resource, Path folder) {
    Path file = folder.resolve(resource.substring(resource.indexOf('/') + 1));
    try (var in =
        RatingTables.class.getResourceAsStream("/org/exemplar/stats/" + resource + ".gz")) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      Files.write(file, new GZIPInputStream(in).readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Results analyze(ArmedRatings ratings) {
    AnalysisSettings settings =
        new AnalysisSettings(Map.of(), new AnalysisPlan.Resampling(200, 200, 5), Map.of(), false);
    return RatingsAnalysis.analyze(ratings, settings, Progress.NONE, new Cancellation());
  }
}
