package org.exemplar.app.research;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ImageRatings;
import org.exemplar.app.results.RatedImage;

/** Finds the images of an unblinded study in a comparison, so that ratings stand beside them. */
final class RatingsOfImages {
  private RatingsOfImages() {}

  /** What readers said about images of the comparison; those of other comparisons are left out. */
  static ImageRatings in(Exploration exploration, List<RatedImage> rated) {
    List<String> questions = new ArrayList<>();
    TreeSet<String> readers = new TreeSet<>();
    Map<Integer, List<ImageRatings.Answer>> answers = new HashMap<>();
    for (RatedImage each : rated) {
      Optional<Integer> image = exploration.find(each.image().imageId(), each.image().sha256());
      if (image.isPresent()) {
        List<ImageRatings.Answer> given = new ArrayList<>();
        for (RatedImage.Answer answer : each.answers()) {
          if (!questions.contains(answer.question())) {
            questions.add(answer.question());
          }
          readers.add(answer.reader());
          given.add(
              new ImageRatings.Answer(
                  answer.reader(), questions.indexOf(answer.question()), answer.code()));
        }
        answers.put(image.get(), given);
      }
    }
    return new ImageRatings(questions, List.copyOf(readers), answers);
  }
}
