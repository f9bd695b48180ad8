package org.exemplar.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Rating;

/** Which program a file was read with, and by whom. */
final class VersionDrift {
  private VersionDrift() {}

  /**
   * @param sealed version of the program that the study was sealed with
   */
  static List<Oddity> of(ReadingFile reading, String sealed) {
    List<Rating> ratings = reading.ratings();
    List<Oddity> oddities = new ArrayList<>();
    Set<String> versions = new TreeSet<>();
    ratings.forEach(rating -> versions.add(rating.circumstances().appVersion()));
    for (String version : versions) {
      if (!version.equals(sealed)) {
        int first =
            ratings.stream()
                .filter(rating -> rating.circumstances().appVersion().equals(version))
                .mapToInt(rating -> rating.item().position())
                .min()
                .orElse(0);
        oddities.add(
            new Oddity(
                Oddity.Kind.VERSION,
                first,
                "Read with version "
                    + version
                    + " from position "
                    + first
                    + "; the study was sealed with "
                    + sealed
                    + "."));
      }
    }
    if (ratings.stream().anyMatch(rating -> rating.circumstances().simulated())) {
      oddities.add(
          new Oddity(Oddity.Kind.SIMULATED, 0, "The answers are simulated: a program gave them."));
    }
    return oddities;
  }
}
