package org.exemplar.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Submission;

/**
 * One case as a reader finished it, for the coordinator who follows a quality flag. Nothing in it
 * depends on an arm.
 *
 * @param submission where, when and how long
 * @param answers in the words that the reader saw, in the order of the questions
 */
public record ReadCase(Submission submission, List<String> answers) {
  public ReadCase {
    answers = List.copyOf(answers);
  }

  /** What came back of a reader, in the reader's own order, practice apart. */
  public static List<ReadCase> of(StudyLocation location, ReaderId reader) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      Map<Integer, List<String>> answers = answers(study, reader);
      Map<Integer, Submission> latest = new TreeMap<>();
      for (Submission submission : study.submissions(reader)) {
        if (!submission.item().practice()) {
          latest.put(submission.item().position(), submission);
        }
      }
      return latest.values().stream()
          .map(s -> new ReadCase(s, answers.getOrDefault(s.item().position(), List.of())))
          .toList();
    }
  }

  private static Map<Integer, List<String>> answers(StudyFile study, ReaderId reader) {
    Map<Integer, List<String>> answers = new HashMap<>();
    for (Rating rating : study.ratings()) {
      if (rating.reader().equals(reader) && !rating.item().practice()) {
        answers
            .computeIfAbsent(rating.item().position(), p -> new ArrayList<>())
            .add(rating.rated().answer().wording());
      }
    }
    return answers;
  }

  /** The answers in one line. */
  public String line() {
    return answers.stream().collect(Collectors.joining(" · "));
  }
}
